"""Periods of targets: the one printed in the clause, else that of the heading or lead-in above, else of the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.structure import marks

_PERIOD = re.compile(
    r"(?:(?:đến|vào|từ|trong)\s+)?(?:hết\s+|cuối\s+)*năm\s+\d{4}(?!\s*[-–]\s*\d)(?:\s+trở\s+đi)?"
    r"|giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4}|nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}",
    re.I,
)
_NO_PERIOD = re.compile(r"(?:tháng\s+\d{1,2}\s*,?|so\s+với(?:\s+thực\s+hiện)?|/)\s*$", re.I)
"""Before the year of a date, or of a year that is compared with."""
_LONGEST_LINK = 24
_PREPOSITION = re.compile(r"^(?:vào|từ|trong)\s+", re.I)
_STRETCH = re.compile(r"giai\s+đoạn|nhiệm\s+kỳ|đến\s", re.I)


def period_in(text: str) -> str | None:
    """The first period printed in ``text``: "đến năm 2030", "giai đoạn 2026 - 2030", "năm 2028"."""
    found = next(_periods(text), None)
    return _as_shown(found) if found else None


def title_period(title: str) -> str | None:
    """The period a title gives its plan: its first stretch or end (a vision follows it), else its last year."""
    found = list(_periods(title))
    stretch = next((one for one in found if _STRETCH.match(one)), None)
    return _as_shown(stretch or found[-1]) if found else None


def _periods(text: str) -> Iterator[str]:
    for found in _PERIOD.finditer(text):
        if not _NO_PERIOD.search(text[max(0, found.start() - _LONGEST_LINK) : found.start()]):
            yield found.group()


def _as_shown(period: str) -> str:
    printed = " ".join(period.split())
    if not printed.endswith("trở đi"):
        printed = _PREPOSITION.sub("", printed)
    return printed.lower() if marks.is_capitals(printed) else printed

"""Periods of targets: the one printed in the clause, else that of the heading or lead-in above, else of the title."""

from __future__ import annotations

import re

from vanban.structure import marks

_PERIOD = re.compile(
    r"(?:(?:đến|vào|từ|trong)\s+)?(?:hết\s+|cuối\s+)*năm\s+\d{4}(?!\s*[-–]\s*\d)(?:\s+trở\s+đi)?|giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4}"
    r"|nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}",
    re.I,
)
_NO_PERIOD = re.compile(r"(?:tháng\s+\d{1,2}\s*,?|so\s+với(?:\s+thực\s+hiện)?|/)\s*$", re.I)
"""A year of a date or one that is compared with."""
_PREPOSITION = re.compile(r"^(?:vào|từ|trong)\s+", re.I)


def period_in(text: str) -> str | None:
    """The first period printed in ``text``: "đến năm 2030", "giai đoạn 2026 - 2030", "năm 2028"."""
    found = next(
        (one for one in _PERIOD.finditer(text) if not _NO_PERIOD.search(text[max(0, one.start() - 24) : one.start()])),
        None,
    )
    if found is None:
        return None
    printed = " ".join(found.group().split())
    if not printed.endswith("trở đi"):
        printed = _PREPOSITION.sub("", printed)
    return printed.lower() if marks.is_capitals(printed) else printed

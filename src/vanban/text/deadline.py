"""A deadline as printed, and how a period becomes its last day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vanban.text.dates import DatePhrase

OPEN_END = re.compile(r"\s*(?:và|đến|,)\s*(?:các\s+)?(?:những\s+)?năm\s+(?:tiếp\s+theo|sau)", re.I)
"""A period that goes on ("năm 2026 và các năm tiếp theo") is no deadline."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as printed, ``value`` in ISO form or None; ``kind`` as in the contract.

    ``weak`` is a period without a word of completion ("trong năm 2026"): it counts when nothing better is printed.
    """

    start: int
    end: int
    kind: str
    value: str | None = None
    exclusive: bool = False
    why: str = ""
    weak: bool = False
    readings: tuple[tuple[str, str], ...] = ()
    corrected: str | None = None


def kind_of(phrase: DatePhrase) -> str:
    """The kind of the contract: half-years and fortnights count as months."""
    return {"half": "month", "fortnight": "month"}.get(phrase.kind, phrase.kind)


def value_of(phrase: DatePhrase, today: date | None, *, exclusive: bool) -> str | None:
    """The last day in ISO form; "trước tháng 6" excludes the whole month. Without a year: the next one after today."""
    if phrase.year is not None:
        day = phrase.first() if exclusive else phrase.last()
        return day.isoformat() if day else None
    if today is None:
        return None
    for year in (today.year, today.year + 1):
        day = phrase.first(year) if exclusive else phrase.last(year)
        if day and day >= today:
            return day.isoformat()
    return None

"""Deadlines of labels and cells ("Quý IV/2026", "2026 - 2030"), where no preposition is needed."""

from __future__ import annotations

import re
from datetime import date

from vanban.text.dates import DatePhrase, match_date, match_period
from vanban.text.deadline import OPEN_END, Deadline, kind_of, value_of
from vanban.text.deadlines import definite_deadlines
from vanban.text.working_days import WorkingCalendar

_PLAIN_LABEL = re.compile(r"[\s:.–-]*(?:(?:dự\s+kiến|thực\s+hiện|trong|từ|ngày(?=\s+tháng))\s+)*", re.I)
_LABEL_FROM = re.compile(r"\btừ\s*$", re.I)
_LABEL_TO = re.compile(r"\s*(?:[-–]|đến(?:\s+hết)?)\s*(?=\S)", re.I)
_BARE_LABEL = re.compile(
    r"(?:(?:giai\s+đoạn|thời\s+kỳ|đến(?:\s+hết)?(?:\s+năm)?)\s+)?(?:(?P<month>\d{1,2})/(?P<of>(?:19|20)\d\d)|"
    r"(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?)(?=\s*(?:[.;,(]|$))",
    re.I,
)


def label_deadline(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None = None
) -> Deadline | None:
    """The deadline of a label or cell such as "Quý IV/2026", where no preposition is needed."""
    at = _PLAIN_LABEL.match(text, start, end)
    first = at.end() if at else start
    phrase = match_period(text, first, end) or _bare_label(text, first, end)
    if phrase is None:
        listed = definite_deadlines(text, start, end, today, calendar)
        return listed[0] if listed else None
    if OPEN_END.match(text, phrase.end, end) or _opens_only(text, first, end, phrase):
        return None
    up_to = _LABEL_TO.match(text, phrase.end, end)
    chosen = (match_period(text, up_to.end(), end) if up_to else None) or phrase
    return Deadline(
        phrase.start, chosen.end, kind_of(chosen), value_of(chosen, today, exclusive=False), why="due-label"
    )


def _opens_only(text: str, first: int, end: int, phrase: DatePhrase) -> bool:
    """True for "Từ quý II/2026": the time from which, with no end."""
    if not _LABEL_FROM.search(text[max(0, first - 8) : first]):
        return False
    begun = match_date(text, first, end)
    return (begun is None or begun.end == phrase.end) and not _LABEL_TO.match(text, phrase.end, end)


def _bare_label(text: str, start: int, end: int) -> DatePhrase | None:
    """A cell with nothing but a year, a stretch of years or a month: "2026", "2026 - 2030", "6/2026"."""
    found = _BARE_LABEL.match(text, start, end)
    if found is None:
        return None
    if found.group("month"):
        return DatePhrase(start, found.end(), "month", int(found.group("of")), int(found.group("month")))
    return DatePhrase(start, found.end(), "year", int(found.group("last") or found.group("first")))

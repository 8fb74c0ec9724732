"""The deadline of a task: a date before an event, an event before a word of haste."""

from __future__ import annotations

from datetime import date

from vanban.results import Due, Reading
from vanban.text.dates import parse_iso
from vanban.text.deadline_labels import label_deadline
from vanban.text.deadlines import Deadline, definite_deadlines, event_deadline, vague_deadline
from vanban.text.working_days import WorkingCalendar
from vanban.types import Span


def find_due(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None = None
) -> Due | None:
    """The deadline printed in ``text[start:end]``; with several dates the first counts."""
    definite = definite_deadlines(text, start, end, today, calendar)
    if definite:
        return due_of(text, definite[0], today)
    event = event_deadline(text, start, end) or vague_deadline(text, start, end)
    return due_of(text, event, today) if event else None


def due_of_label(text: str, span: Span, today: date | None, calendar: WorkingCalendar | None = None) -> Due | None:
    """The deadline of a labelled line or table cell."""
    found = label_deadline(text, span.start, span.end, today, calendar) or event_deadline(text, span.start, span.end)
    return due_of(text, found, today) if found else None


def due_of_field(
    text: str, label: Span | None, task: Span, today: date | None, calendar: WorkingCalendar | None = None
) -> Due | None:
    """The deadline of a task with labels or of a row: the label's, unless the task itself prints the day."""
    own = find_due(text, task.start, task.end, today, calendar)
    if label is None:
        return own
    stated = due_of_label(text, label, today, calendar)
    has_own_day = own is not None and own.kind == "date" and own.value is not None
    return own if has_own_day and (stated is None or stated.kind != "date") else stated


def due_of(text: str, found: Deadline, today: date | None) -> Due:
    """A deadline as the result shows it, with a proposal when it lies years before the document."""
    return Due(
        text[found.start : found.end], found.start, found.end, found.kind, found.value, found.exclusive,
        readings=tuple(Reading(value, why) for value, why in found.readings),
        value_corrected=found.corrected or _corrected(found.value, today), why=found.why,
    )  # fmt: skip


def _corrected(value: str | None, today: date | None) -> str | None:
    """A date a year or more before the document is a misprinted year: the document's year, if that is not past."""
    day = parse_iso(value)
    if day is None or today is None or day.year >= today.year:
        return None
    try:
        proposed = day.replace(year=today.year)
    except ValueError:
        return None
    return proposed.isoformat() if proposed >= today else None

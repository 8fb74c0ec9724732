"""What the edit form and the split form of the desk show."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from django.conf import settings

from sauro.tasks.enums import DueOrigin
from sauro.tasks.models import Obligation
from sauro.tasks.selectors.fields import field_choices
from sauro.tasks.six_clears import RECURRENCE_LABELS
from sauro.tasks.web.desk_cards import day
from sauro.tasks.web.desk_forms import edit_data

_CONTEXT = 120
_BOUNDARY = re.compile(r"(?<=[.;:])\s+|\n")
_SMALLER_BOUNDARY = re.compile(r"(?<=,)\s+")
_SHORTEST = 12


def edit_context(obligation: Obligation, reach: tuple[int, int]) -> dict[str, Any]:
    """Return the context of the edit form. ``reach`` is how far the words may be extended on both sides."""
    text = obligation.reading.text.text
    start = max(reach[0], obligation.start - _CONTEXT)
    end = min(reach[1], obligation.end + _CONTEXT)
    start, end = _whole_words(text, start, end, obligation)
    data, choices = edit_data(obligation), field_choices(keep=obligation.field_id)
    due: dict[str, Any] = obligation.elements.get("due") or {}
    return {
        "obligation": obligation,
        "data": data,
        "leads": json.dumps(data["leads"], ensure_ascii=False),
        "coordinators": json.dumps(data["coordinators"], ensure_ascii=False),
        "passage": text[start:end],
        "passage_start": start,
        "readings": [_reading(one, exclusive=bool(due.get("exclusive"))) for one in due.get("readings") or []],
        "corrected": last_day(due.get("value_corrected") or "", exclusive=bool(due.get("exclusive"))),
        "due_phrase": obligation.due_phrase or due.get("text") or "",
        "due_origins": DueOrigin.choices,
        "recurrences": list(RECURRENCE_LABELS.items()),
        "fields": choices if len(choices) > 1 else [],
    }


def _whole_words(text: str, start: int, end: int, obligation: Obligation) -> tuple[int, int]:
    """Narrow a passage to whole words, without blank lines at its ends, but never into the obligation itself."""
    while start < obligation.start and (text[start].isspace() or (start > 0 and not text[start - 1].isspace())):
        start += 1
    while end > obligation.end and (text[end - 1].isspace() or (end < len(text) and not text[end].isspace())):
        end -= 1
    return start, end


def split_context(obligation: Obligation) -> dict[str, Any]:
    """Return the pieces an obligation can be split into, as ``(start, text)`` with offsets into the document."""
    pieces = split_pieces(obligation.text)
    return {
        "obligation": obligation,
        "pieces": [{"start": obligation.start + start, "text": obligation.text[start:end]} for start, end in pieces],
    }


def split_pieces(text: str) -> list[tuple[int, int]]:
    """Cut a task after sentences, semicolons, colons and line ends, or after commas when there is none of these.

    Pieces cover the text; one that would be very short joins the next.
    """
    pieces = _cut(text, _BOUNDARY)
    return pieces if len(pieces) > 1 else _cut(text, _SMALLER_BOUNDARY)


def _cut(text: str, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in boundary.finditer(text):
        if match.start() - start >= _SHORTEST and len(text) - match.end() >= _SHORTEST:
            pieces.append((start, match.start()))
            start = match.end()
    return [*pieces, (start, len(text))]


def _reading(reading: dict[str, Any], *, exclusive: bool) -> dict[str, str]:
    return {"day": last_day(str(reading.get("value") or ""), exclusive=exclusive), "why": str(reading.get("why") or "")}


def last_day(printed: str, *, exclusive: bool) -> str:
    """Return the inclusive last day of a printed ISO date as dd/mm/yyyy: "trước ngày 15/6" ends on 14/6,

    unless the site reads it as the 15th.
    """
    try:
        value = dt.date.fromisoformat(printed)
    except ValueError:
        return ""
    return day(value - dt.timedelta(days=1) if exclusive and settings.BEFORE_IS_EXCLUSIVE else value)

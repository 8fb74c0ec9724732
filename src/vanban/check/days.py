"""Days: that of a checked document, and how a day is printed in messages."""

from __future__ import annotations

from datetime import date

from vanban.check.subject import CheckedDocument
from vanban.text.dates import parse_iso


def full_date(document: CheckedDocument) -> date | None:
    """The day in the document's own head; None when it is blank or only month and year are known."""
    return parse_iso(document.header.issued_on)


def shown(day: date | str | None) -> str:
    """A day as official documents print it in figures: 15/3/2026, 05/01/2026."""
    known = parse_iso(day) if isinstance(day, str) else day
    if known is None:
        return ""
    month = f"{known.month:02d}" if known.month < 3 else str(known.month)
    return f"{known.day:02d}/{month}/{known.year}"

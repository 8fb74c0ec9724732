"""Writes calendars of whole days as RFC 5545 wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An entry of one whole day. ``identity`` never changes: a program that knows the entry moves it."""

    identity: str
    day: dt.date
    summary: str
    url: str


def calendar_of(name: str, entries: Iterable[DayEntry], *, stamp: dt.datetime) -> bytes:
    """Return the calendar as UTF-8, lines ended by CRLF and folded at 75 octets (RFC 5545, 3.1)."""
    return b"".join(_folded(line) for line in _lines(name, entries, stamp))


def _lines(name: str, entries: Iterable[DayEntry], stamp: dt.datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sau Ro//Deadlines//VI", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{_escaped(name)}"
    for entry in entries:
        yield "BEGIN:VEVENT"
        yield f"UID:{_escaped(entry.identity)}"
        yield f"DTSTAMP:{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
        yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.day + dt.timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{_escaped(entry.summary)}"
        yield f"URL:{entry.url}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _escaped(text: str) -> str:
    """Write a text value (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> bytes:
    """Fold a line between characters, never within one; what follows begins with a space, which counts."""
    parts, current = [], b""
    for char in line:
        encoded = char.encode()
        if len(current) + len(encoded) > _LONGEST_LINE:
            parts.append(current)
            current = b" "
        current += encoded
    return b"\r\n".join([*parts, current]) + b"\r\n"

"""Days as offices write them: numbers of Excel, dd/mm/yyyy, d-m-yy, month or year alone, ISO, and in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sauro.roster.sheets.grid import Cell
from vanban.text.normalize import fold

_EPOCH = dt.date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_SERIAL, _LAST_SERIAL = 3_000, 73_415
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DMY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?")
_MY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_Y = re.compile(r"\d{4}")
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4})")
_WORDS = re.compile(r"(?:(?:ngai |ngay )?(\d{1,2}) )?thang (\d{1,2}) (?:nam )?(\d{4})|nam (\d{4})")


@dataclass(frozen=True, slots=True)
class Day:
    """A day. Of a month or a year alone it is the first, and ``precision`` is ``month`` or ``year``."""

    on: dt.date
    precision: str = "day"

    def fits(self, other: dt.date | None) -> bool:
        """Tell whether a day says the same as this one, as far as this one says anything."""
        if other is None:
            return False
        if self.precision == "year":
            return other.year == self.on.year
        if self.precision == "month":
            return (other.year, other.month) == (self.on.year, self.on.month)
        return other == self.on


def read_day(value: Cell, *, latest_year: int) -> Day | None:
    """Return the day a cell says, None where it says none.

    A year of two digits is of this century unless that lies after ``latest_year``.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, dt.date):
        return Day(value)
    if isinstance(value, float | int):
        return _of_number(float(value))
    return _of_text(" ".join(value.split()).strip("'"), latest_year)


def _of_number(number: float) -> Day | None:
    if number == int(number) and _FIRST_YEAR <= number <= _LAST_YEAR:
        return Day(dt.date(int(number), 1, 1), "year")
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Day(_EPOCH + dt.timedelta(days=int(number)))
    if number == int(number) and number >= 1_010_000:
        return _of_text(f"{int(number):08d}", _LAST_YEAR)
    return None


def _of_text(text: str, latest_year: int) -> Day | None:
    if found := _ISO.fullmatch(text):
        return _made(found[3], found[2], found[1], latest_year)
    if found := _DMY.fullmatch(text) or _PACKED.fullmatch(text):
        return _made(found[1], found[2], found[3], latest_year)
    if found := _MY.fullmatch(text):
        return _made("1", found[1], found[2], latest_year, "month")
    if _Y.fullmatch(text):
        return _made("1", "1", text, latest_year, "year")
    if found := _WORDS.fullmatch(fold(text)):
        day, month, year = found[1], found[2], found[3] or found[4]
        precision = "day" if day else "month" if month else "year"
        return _made(day or "1", month or "1", year, latest_year, precision)
    return None


def _made(day: str, month: str, year: str, latest_year: int, precision: str = "day") -> Day | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if 2000 + full <= latest_year else 1900
    if not _FIRST_YEAR <= full <= _LAST_YEAR:
        return None
    try:
        return Day(dt.date(full, int(month), int(day)), precision)
    except ValueError:
        return None

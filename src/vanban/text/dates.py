"""Dates and periods as official documents print them: days, months, quarters, half-years and years."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A printed date or period. ``year`` is None when it is not printed; then ``first`` and ``last`` need one.

    ``kind`` is date, fortnight, month, quarter, half or year; ``part`` is the day, month, quarter or half within it.
    """

    start: int
    end: int
    kind: str
    year: int | None
    month: int | None = None
    day: int | None = None

    def first(self, year: int | None = None) -> date | None:
        """First day, or None for a date that no calendar has."""
        return self._bounds(year)[0]

    def last(self, year: int | None = None) -> date | None:
        """Last day, or None for a date that no calendar has."""
        return self._bounds(year)[1]

    def _bounds(self, year: int | None) -> tuple[date | None, date | None]:
        chosen = self.year if self.year is not None else year
        if chosen is None or not 1900 <= chosen <= 2200:
            return None, None
        months = _MONTHS_OF[self.kind](self.month)
        if not 1 <= months[0] <= months[1] <= 12:
            return None, None
        if self.kind == "date":
            day = _safe_date(chosen, months[0], self.day or 0)
            return day, day
        if self.kind == "fortnight" and self.day == 1:
            return date(chosen, months[0], 1), date(chosen, months[0], _SECOND_FORTNIGHT - 1)
        return date(chosen, months[0], 1), date(chosen, months[1], calendar.monthrange(chosen, months[1])[1])


def _of_month(month: int | None) -> tuple[int, int]:
    return month or 0, month or 0


def _of_quarter(quarter: int | None) -> tuple[int, int]:
    last = 3 * (quarter or 0)
    return last - 2, last


def _of_half(half: int | None) -> tuple[int, int]:
    return (1, 6) if half == 1 else (7, 12)


def _of_year(_: int | None) -> tuple[int, int]:
    return 1, 12


_MONTHS_OF = {"date": _of_month, "month": _of_month, "quarter": _of_quarter, "half": _of_half, "year": _of_year}
_MONTHS_OF["fortnight"] = _of_month
_SECOND_FORTNIGHT = 16


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


DATE_PATTERN = r"""
    (?:ngày\s+)?(?P<d1>\d{1,2}|[lI]\d|[0-3][lIO])\s*[/.\-–]\s*(?P<m1>\d{1,2})\s*[/.\-–]\s*(?P<y1>\d{4})(?!\d)
  | ngày\s+(?P<d2>\d{1,2}|[lI]\d|[0-3][lIO])\s+tháng\s+(?P<m2>\d{1,2})(?:(?:\s*,)?\s+năm\s+(?P<y2>\d{4}))?(?!\d)
  | (?P<d4>\d{1,2})\s+tháng\s+(?P<m4>\d{1,2})\s*,?\s+năm\s+(?P<y6>\d{4})(?!\d)
  | ngày\s+(?P<d3>\d{1,2}|[lI]\d|[0-3][lIO])\s*[/\-–]\s*(?P<m3>\d{1,2})(?![\d/])
  | (?:(?:0?6|sáu)\s+tháng|(?:0?2|hai)\s+quý|nửa)\s+(?P<half>đầu|cuối)\s+năm(?:\s+(?P<y4>\d{4}))?
  | nửa\s+(?P<part>đầu|cuối)\s+tháng\s+(?P<m9>\d{1,2})(?:(?:\s*[/\-–]\s*|\s*,?\s+năm\s+)(?P<y9>\d{4}))?(?!\d)
  | tháng\s+(?P<m5>\d{1,2})(?:\s*[/\-–]\s*|\s*,?\s+năm\s+)(?P<y5>\d{4})(?!\d)
  | tháng\s+(?P<m6>\d{1,2})(?![\d/])
  | quý\s+(?P<quarter>IV|I{1,3}|[1-4])\b(?:\s*[/\-–,]?\s*(?:năm\s+)?(?P<y7>\d{4})(?!\d))?
  | năm\s+(?P<y8>\d{4})(?!\s*[-–]\s*\d{4})(?!\d)
"""
_DATE = re.compile(DATE_PATTERN, re.X | re.I)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def match_date(text: str, start: int, end: int) -> DatePhrase | None:
    """The date or period printed exactly at ``start``, or None."""
    found = _DATE.match(text, start, end)
    return _phrase(found) if found else None


def find_dates(text: str, start: int, end: int) -> Iterator[DatePhrase]:
    """All dates and periods in ``text[start:end]``, in order."""
    for found in _DATE.finditer(text, start, end):
        yield _phrase(found)


def _phrase(found: re.Match[str]) -> DatePhrase:
    group = found.groupdict()
    start, end = found.span()
    for number in ("1", "2", "3"):
        if group[f"d{number}"]:
            return DatePhrase(
                start, end, "date", _year(group.get(f"y{number}")), int(group[f"m{number}"]), _day(group[f"d{number}"])
            )
    if group["d4"]:
        return DatePhrase(start, end, "date", _year(group["y6"]), int(group["m4"]), int(group["d4"]))
    if group["part"]:
        first = 1 if group["part"].lower() == "đầu" else _SECOND_FORTNIGHT
        return DatePhrase(start, end, "fortnight", _year(group["y9"]), int(group["m9"]), first)
    if group["half"]:
        return DatePhrase(start, end, "half", _year(group["y4"]), 1 if group["half"].lower() == "đầu" else 2)
    if group["m5"] or group["m6"]:
        return DatePhrase(start, end, "month", _year(group["y5"]), int(group["m5"] or group["m6"]))
    if group["quarter"]:
        return DatePhrase(start, end, "quarter", _year(group["y7"]), _QUARTERS[group["quarter"].upper()])
    return DatePhrase(start, end, "year", _year(group["y8"]))


_MISREAD = str.maketrans("lIOi", "1101")
"""Letters that recognition puts for figures: "ngày 3l/3/2026"."""


def _day(printed: str) -> int:
    return int(printed.translate(_MISREAD))


_RUN_ON = re.compile(r"\s*(?:,|[-–+]|và|đến)\s*(?!đầu|giữa)", re.I)
_BARE: dict[str, re.Pattern[str]] = {
    "quarter": re.compile(r"(?P<part>IV|I{1,3})\b(?:\s*[/,]?\s*(?:năm\s+)?(?P<year>\d{4})(?!\d))?"),
    "month": re.compile(r"(?P<part>\d{1,2})(?:\s*/\s*|\s*,?\s+năm\s+)(?P<year>\d{4})(?!\d)", re.I),
    "year": re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d/])"),
}
"""What may go on with a period without its noun: "quý II, III năm 2026", "tháng 4 - 6/2026", "năm 2026 - 2027"."""
_YEARS = re.compile(r"năm\s+(?P<first>(?:19|20)\d\d)(?=\s*[-–]\s*(?:19|20)\d\d(?![\d/]))", re.I)


def match_period(text: str, start: int, end: int) -> DatePhrase | None:
    """The date or period at ``start`` with those that go on with it: of several the last."""
    phrase = match_date(text, start, end) or _first_of_years(text, start, end)
    while phrase is not None and phrase.kind in _BARE:
        link = _RUN_ON.match(text, phrase.end, end)
        following = _going_on(text, link.end(), end, phrase) if link else None
        if following is None:
            break
        phrase = following
    return phrase


def _first_of_years(text: str, start: int, end: int) -> DatePhrase | None:
    found = _YEARS.match(text, start, end)
    return DatePhrase(start, found.end(), "year", int(found.group("first"))) if found else None


def _going_on(text: str, at: int, end: int, before: DatePhrase) -> DatePhrase | None:
    """The next period of a row, in its own words or as a bare number; never one that lies before the first."""
    named = match_date(text, at, end)
    if named is not None and named.kind in _BARE:
        following = replace(named, start=before.start)
    else:
        bare = _BARE[before.kind].match(text, at, end)
        if bare is None:
            return None
        part = bare.groupdict().get("part")
        number = None if part is None else _QUARTERS.get(part.upper(), 0) or int(part)
        year = _year(bare.group("year")) or before.year
        following = DatePhrase(before.start, bare.end(), before.kind, year, number)
    first, last = before.last(following.year), following.last()
    if first and last and last < first:
        return None
    return (
        following
        if before.kind == "year" or _is_stretch(text[before.end : at]) or _follows(before, following)
        else None
    )


def _is_stretch(link: str) -> bool:
    """ "-" and "đến" make one stretch of time; "," and "và" may also list two dates."""
    return link.strip().lower() in ("-", "–", "đến")


def _follows(before: DatePhrase, following: DatePhrase) -> bool:
    """True when nothing lies between two months or quarters."""
    first, last = before.last(following.year), following.first()
    return first is not None and last is not None and last == first + timedelta(days=1)


def _year(printed: str | None) -> int | None:
    return int(printed) if printed else None


def parse_iso(partial: str | None) -> date | None:
    """The day of a full ISO date; None for a partial one or none."""
    if not partial or len(partial) != 10:
        return None
    year, month, day = (int(part) for part in partial.split("-"))
    return _safe_date(year, month, day)

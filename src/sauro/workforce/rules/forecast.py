"""What of a forecast is calendar and law: months until a horizon, periods, and the births that a month retires."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sauro.workforce.rules.retirement import latest_birth_retired
from sauro.workforce.rules.terms import after_months

_MONTHS, _QUARTER = 12, 3
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included; ``number`` is that of the year, or of the month or quarter within it."""

    first: dt.date
    last: dt.date
    number: int
    quarter: str = ""

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def years_until(on: dt.date, last_year: int) -> list[Period]:
    """Return the years from that of a day until the last one."""
    return [Period(dt.date(year, 1, 1), dt.date(year, 12, 31), year) for year in range(on.year, last_year + 1)]


def months_of(year: int) -> list[Period]:
    """Return the months of a year."""
    return [_span(dt.date(year, number, 1), 1, number) for number in range(1, _MONTHS + 1)]


def quarters_of(year: int) -> list[Period]:
    """Return the quarters of a year, named by Roman numbers."""
    firsts = [dt.date(year, 1 + _QUARTER * at, 1) for at in range(len(_ROMAN))]
    return [_span(first, _QUARTER, at + 1, _ROMAN[at]) for at, first in enumerate(firsts)]


def _span(first: dt.date, months: int, number: int, quarter: str = "") -> Period:
    return Period(first, after_months(first, months) - dt.timedelta(days=1), number, quarter)


@lru_cache(maxsize=8)
def retirement_borders(first_month: dt.date, last_year: int, *, is_female: bool) -> Sequence[dt.date]:
    """Return, for each month from ``first_month`` to the January after the last year, a birth date: whoever was born
    before it has retired before that month begins (NĐ 135/2020/NĐ-CP, Article 4).

    The number of borders not after a birth date is the number of whole months from ``first_month`` to the end of the
    month of retirement; 0 says that it is past.
    """
    count = (last_year + 1 - first_month.year) * _MONTHS + 1 - first_month.month
    starts = (after_months(first_month, number) for number in range(count + 1))
    return tuple(latest_birth_retired(start, is_female=is_female) for start in starts)

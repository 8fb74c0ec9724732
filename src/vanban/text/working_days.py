"""Working days: days of the week from Monday to Friday without public holidays (Labour Code 2019, articles 111, 112).

Only holidays on fixed days of the solar calendar are known here, with the days off in their stead when they fall on a
weekend. Tết, the Hùng Kings' day, the second day of National Day and days moved by decision are a site's to pass:
nobody can compute them from the law alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5
FIXED_HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Month and day of the holidays of article 112 that fall on the same day each year."""


@lru_cache(maxsize=64)
def fixed_days_off(year: int) -> frozenset[date]:
    """The fixed holidays of ``year`` and, for each that falls on a weekend, the next working day (article 111.3)."""
    holidays = [date(year, month, day) for month, day in FIXED_HOLIDAYS]
    off = set(holidays)
    for holiday in holidays:
        instead = holiday
        while holiday.weekday() >= _SATURDAY and (instead.weekday() >= _SATURDAY or instead in off):
            instead += timedelta(days=1)
        off.add(instead)
    return frozenset(off)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The holidays that count besides weekends and the fixed ones, and the weekend days that are worked."""

    holidays: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    @classmethod
    def of(cls, holidays: Iterable[date], worked: Iterable[date] = ()) -> WorkingCalendar:
        """A calendar from any iterables."""
        return cls(frozenset(holidays), frozenset(worked))

    def is_working(self, day: date) -> bool:
        """True for a day on which offices are open."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays and day not in fixed_days_off(day.year)

    def after(self, start: date, days: int) -> date:
        """The last of ``days`` working days counted from the day after ``start``."""
        day = start
        left = days
        while left > 0:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return day

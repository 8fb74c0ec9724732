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
    """The holidays that count besides weekends and the fixed ones, and the weekend days that are worked.

    ``halves`` are days on which offices are open for one half: a weekday such as the eve of Tết, or a weekend day.
    ``saturday_years`` are years in which offices are open every Saturday morning that is no holiday.
    """

    holidays: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    halves: frozenset[date] = frozenset()
    saturday_years: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        holidays: Iterable[date],
        worked: Iterable[date] = (),
        halves: Iterable[date] = (),
        saturday_years: Iterable[int] = (),
    ) -> WorkingCalendar:
        """A calendar from any iterables."""
        return cls(frozenset(holidays), frozenset(worked), frozenset(halves), frozenset(saturday_years))

    def halves_of(self, day: date) -> int:
        """Return how many halves of a day offices are open: 0, 1 or 2."""
        if day in self.worked:
            return 2
        if day in self.halves:
            return 1
        if day in self.holidays or day in fixed_days_off(day.year):
            return 0
        if day.weekday() == _SATURDAY:
            return int(day.year in self.saturday_years)
        return 2 if day.weekday() < _SATURDAY else 0

    def is_working(self, day: date) -> bool:
        """True for a day on which offices are open, for one half at least."""
        return self.halves_of(day) > 0

    def after(self, start: date, days: int) -> date:
        """The last of ``days`` working days counted from the day after ``start``.

        Half a day counts as half: the term ends with the day on which the halves add up to ``days`` whole days, so two
        halves make one day, and a half that is left over is made up by the next day on which offices are open.
        """
        day = start
        left = days * 2
        while left > 0:
            day += timedelta(days=1)
            left -= self.halves_of(day)
        return day

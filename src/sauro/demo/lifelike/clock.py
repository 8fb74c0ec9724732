"""When people work: on working days, in office hours mostly, more before the ends of quarters than around Tết."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from random import Random

from vanban.text.working_days import WorkingCalendar

HERE = dt.timezone(dt.timedelta(hours=7))
"""Vietnam has no summer time, so a fixed offset does, and is quicker."""

_LOAD = {1: 0.9, 2: 0.5, 3: 1.15, 4: 1.0, 5: 1.0, 6: 1.3, 7: 1.05, 8: 0.9, 9: 1.15, 10: 1.05, 11: 1.2, 12: 1.4}
"""How much is given in each month, against an average one."""

_MORNING, _AFTERNOON, _EVENING = (7 * 60 + 30, 240), (13 * 60 + 30, 210), (19 * 60, 150)
_GROWTH = 0.6
"""Offices took to the system by and by: this share of the later load on the first day."""


class WorkClock:
    """Draws moments between ``first`` and ``last``, and after them for plans that reach further."""

    def __init__(self, random: Random, calendar: WorkingCalendar, first: dt.date, until: dt.datetime) -> None:
        last = until.astimezone(HERE).date()
        every = (first + dt.timedelta(days=number) for number in range((last - first).days + 400))
        self.days: Sequence[dt.date] = [day for day in every if calendar.is_working(day)]
        self.is_working = calendar.is_working
        self.until = until
        self._random = random
        self._past = [day for day in self.days if day <= last]
        growth = (_GROWTH + (1 - _GROWTH) * number / len(self._past) for number in range(len(self._past)))
        self._weights = list(
            accumulate(_LOAD[day.month] * grown for day, grown in zip(self._past, growth, strict=True))
        )

    def giving(self) -> dt.datetime:
        """Draw the moment at which a directive comes in."""
        return self.on(self._random.choices(self._past, cum_weights=self._weights)[0])

    def on(self, day: dt.date) -> dt.datetime:
        """Draw a moment of a day."""
        chance = self._random
        begin, length = chance.choices((_MORNING, _AFTERNOON, _EVENING), weights=(53, 44, 3))[0]
        seconds = begin * 60 + chance.random() * length * 60
        return dt.datetime(day.year, day.month, day.day, tzinfo=HERE) + dt.timedelta(seconds=seconds)

    def after(self, moment: dt.datetime, days: float) -> dt.datetime:
        """Draw a moment about so many working days later; within the day when that is less than half of one."""
        later = self.on(self.day_after(moment.astimezone(HERE).date(), round(days)))
        return later if later > moment else moment + dt.timedelta(seconds=60 + self._random.random() * 2400)

    def day_after(self, day: dt.date, days: int) -> dt.date:
        """Return the working day so many working days after a day (0: the day itself or the next working day)."""
        at = bisect_left(self.days, day) + days
        return self.days[max(0, min(at, len(self.days) - 1))]

    def working_days_between(self, first: dt.date, last: dt.date) -> int:
        """Return how many working days lie between two days."""
        return max(0, bisect_left(self.days, last) - bisect_left(self.days, first))

"""Working days for everybody who counts with them: deadlines in documents, lateness, periods.

A caller that counts many days takes one :func:`working_calendar` for the years it needs; the other functions ask anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from sauro.calendars.enums import DayKind
from sauro.calendars.models import CalendarDay, CalendarYear
from sauro.calendars.terms import years_of_terms
from vanban.text.working_days import WorkingCalendar

_LONGEST_HOLIDAYS = 15
"""No run of days off is longer, Tết with both weekends included."""


@dataclass(frozen=True, slots=True)
class Half:
    """Half a working day: its first and last moment on the clock."""

    begins: dt.time
    ends: dt.time


def working_calendar(year_from: int, year_to: int) -> WorkingCalendar:
    """Return the calendar of a range of years, both included. Takes two queries."""
    days = CalendarDay.objects.filter(day__year__gte=year_from, day__year__lte=year_to).values_list("day", "kind")
    return calendar_of(days, saturday_years(year_from, year_to))


def saturday_years(year_from: int, year_to: int) -> list[int]:
    """Return the years of a range in which offices are open on Saturday mornings. Takes one query."""
    years = CalendarYear.objects.filter(year__range=(year_from, year_to), works_saturday_mornings=True)
    return list(years.values_list("year", flat=True))


def calendar_of(days: Iterable[tuple[dt.date, str]], saturdays: Iterable[int] = ()) -> WorkingCalendar:
    """Return the calendar that these days and kinds, and these years of Saturday mornings, make."""
    listed = list(days)
    kinds = {kind: [day for day, one in listed if one == kind] for kind in DayKind}
    return WorkingCalendar.of(kinds[DayKind.HOLIDAY], kinds[DayKind.WORKED], kinds[DayKind.HALF], saturdays)


def complete_years() -> frozenset[int]:
    """Return the years whose days somebody has confirmed to be all there. Takes one query."""
    return frozenset(CalendarYear.objects.filter(is_complete=True).values_list("year", flat=True))


def calendar_for_terms(issued_on: dt.date | None) -> WorkingCalendar | None:
    """Return the calendar in which the terms of a document of this day may be counted.

    None without a day, and while the calendar of its year, or of that in which its terms may end, is not complete.
    """
    if issued_on is None or not years_of_terms(issued_on) <= complete_years():
        return None
    return working_calendar(issued_on.year, issued_on.year + 1)


def is_working_day(day: dt.date) -> bool:
    """Tell whether offices are open on a day."""
    return working_calendar(day.year, day.year).is_working(day)


def add_working_days(day: dt.date, count: int) -> dt.date:
    """Return the last of ``count`` working days, counted from the day after ``day``; ``count`` is not negative."""
    if count < 0:
        raise ValueError("working days are counted forward")
    last = day + dt.timedelta(days=count * 2 + _LONGEST_HOLIDAYS * (count // 200 + 1))
    return working_calendar(day.year, last.year).after(day, count)


def half_days() -> tuple[Half, Half]:
    """Return the hours of the morning and of the afternoon, as the site has set them (``SAURO_MORNING_HOURS``)."""
    return Half(*settings.MORNING_HOURS), Half(*settings.AFTERNOON_HOURS)

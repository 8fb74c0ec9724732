"""A year of the calendar as its page shows it."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.access.actor import Actor
from sauro.calendars.models import CalendarDay, CalendarYear
from sauro.calendars.policies import calendar_policy
from sauro.calendars.selectors.working_days import calendar_of, saturday_years
from vanban.text.working_days import WorkingCalendar, fixed_days_off


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month, or an empty place in its first or last week.

    ``state`` is worked, half, weekend, off or moved.
    """

    day: dt.date | None
    state: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month by weeks from Monday on, with the number of its working days; half a day counts as half."""

    first: dt.date
    weeks: Sequence[Sequence[DayCell]]
    working_days: float


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year: the days entered, those that follow from the law, the months, and whether all is there."""

    year: int
    row: CalendarYear | None
    days: Sequence[CalendarDay]
    fixed: Sequence[dt.date]
    months: Sequence[Month]
    may_manage: bool

    @property
    def lines(self) -> list[tuple[dt.date, CalendarDay | None]]:
        """The days that differ from others, in their order: off by law, without a row, or entered."""
        entered: list[tuple[dt.date, CalendarDay | None]] = [(row.day, row) for row in self.days]
        return sorted([*((day, None) for day in self.fixed), *entered], key=lambda line: line[0])

    @property
    def is_complete(self) -> bool:
        """Whether deadlines are counted in the working days of this year."""
        return self.row is not None and self.row.is_complete


def get_year(*, actor: Actor, year: int) -> YearPage:
    """Return a year of the calendar. Takes a constant number of queries."""
    days = list(CalendarDay.objects.filter(day__year=year))
    names = {row.day: row.name for row in days}
    row = calendar_policy.visible(actor).filter(year=year).first()
    saturdays = [year] if row is not None and row.works_saturday_mornings else []
    working = calendar_of(((one.day, one.kind) for one in days), saturdays)
    return YearPage(
        year=year,
        row=row,
        days=days,
        fixed=sorted(fixed_days_off(year)),
        months=[_month(year, number, working, names) for number in range(1, 13)],
        may_manage=actor.holds("calendar.manage"),
    )


def days_between(first: dt.date, last: dt.date) -> list[DayCell]:
    """Return every day from ``first`` to ``last`` with its state and name. Takes two queries."""
    rows = list(CalendarDay.objects.filter(day__range=(first, last)))
    names = {row.day: row.name for row in rows}
    working = calendar_of(((row.day, row.kind) for row in rows), saturday_years(first.year, last.year))
    days = [first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [_day_cell(day, working, names) for day in days]


def _month(year: int, number: int, working: WorkingCalendar, names: dict[dt.date, str]) -> Month:
    weeks = [
        [_cell(day, number, working, names) for day in week]
        for week in months.Calendar().monthdatescalendar(year, number)
    ]
    halves = sum(working.halves_of(cell.day) for week in weeks for cell in week if cell.day)
    return Month(dt.date(year, number, 1), weeks, halves / 2)


def _cell(day: dt.date, month: int, working: WorkingCalendar, names: dict[dt.date, str]) -> DayCell:
    return _day_cell(day, working, names) if day.month == month else DayCell(None)


def _day_cell(day: dt.date, working: WorkingCalendar, names: dict[dt.date, str]) -> DayCell:
    is_weekend = day.weekday() >= 5
    if working.halves_of(day) == 1:
        return DayCell(day, "half", names.get(day, ""))
    if working.is_working(day):
        return DayCell(day, "moved" if is_weekend else "worked", names.get(day, ""))
    return DayCell(day, "weekend" if is_weekend else "off", names.get(day, ""))

"""Half days of the working calendar: what they count, for any calendar and term."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.working_days import WorkingCalendar

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 30))
SETS = st.frozensets(DAYS, max_size=40)
YEARS = st.frozensets(st.sampled_from([2026, 2027]))
CALENDARS = st.builds(WorkingCalendar, holidays=SETS, worked=SETS, halves=SETS, saturday_years=YEARS)
ONE_DAY = dt.timedelta(days=1)


def halves_between(calendar: WorkingCalendar, start: dt.date, last: dt.date) -> int:
    """The halves worked from the day after ``start`` to ``last``."""
    return sum(calendar.halves_of(start + ONE_DAY * number) for number in range(1, (last - start).days + 1))


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_term_ends_on_the_first_day_on_which_the_halves_add_up(
    calendar: WorkingCalendar, start: dt.date, days: int
) -> None:
    last = calendar.after(start, days)
    assert halves_between(calendar, start, last) >= 2 * days
    assert days == 0 or halves_between(calendar, start, last - ONE_DAY) < 2 * days
    assert days == 0 or calendar.is_working(last)


@given(CALENDARS, DAYS, st.integers(0, 15), st.integers(0, 15))
def test_longer_term_never_ends_sooner(calendar: WorkingCalendar, start: dt.date, days: int, more: int) -> None:
    assert calendar.after(start, days + more) >= calendar.after(start, days)


@given(SETS, SETS, DAYS, st.integers(0, 30))
def test_calendar_without_halves_counts_whole_days_alone(
    holidays: frozenset[dt.date], worked: frozenset[dt.date], start: dt.date, days: int
) -> None:
    calendar = WorkingCalendar(holidays, worked)
    last = calendar.after(start, days)
    counted = [start + ONE_DAY * number for number in range(1, (last - start).days + 1)]
    assert sum(calendar.is_working(day) for day in counted) == days


@given(CALENDARS, DAYS, st.integers(0, 20))
def test_worked_saturday_mornings_never_make_a_term_longer(
    calendar: WorkingCalendar, start: dt.date, days: int
) -> None:
    without = WorkingCalendar(calendar.holidays, calendar.worked, calendar.halves)
    every = WorkingCalendar(calendar.holidays, calendar.worked, calendar.halves, frozenset(range(2026, 2030)))
    assert every.after(start, days) <= without.after(start, days)


@pytest.mark.parametrize(
    ("days", "last"),
    [
        (1, dt.date(2026, 11, 30)),  # Saturday morning and Monday: the half that is left over is made up on Monday
        (2, dt.date(2026, 12, 1)),
        (5, dt.date(2026, 12, 4)),
        (6, dt.date(2026, 12, 5)),  # two Saturday mornings make the sixth day
    ],
)
def test_two_halves_make_a_day(days: int, last: dt.date) -> None:
    friday = dt.date(2026, 11, 27)
    assert WorkingCalendar(saturday_years=frozenset({2026})).after(friday, days) == last


def test_half_before_a_holiday_and_saturday_off() -> None:
    eve, saturday = dt.date(2027, 2, 5), dt.date(2027, 2, 6)
    calendar = WorkingCalendar.of([saturday], halves=[eve], saturday_years=[2027])
    days = (eve, saturday, dt.date(2027, 2, 13), dt.date(2027, 5, 1))
    assert [calendar.halves_of(day) for day in days] == [1, 0, 1, 0]

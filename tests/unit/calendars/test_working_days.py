"""Working days of the site: what was announced for 2025 and 2026, and counting over holidays and moved days."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings
from tests.factories.calendars import known_days

from sauro.calendars.models import CalendarDay, CalendarYear
from sauro.calendars.selectors.working_days import (
    add_working_days,
    calendar_for_terms,
    calendar_of,
    complete_years,
    half_days,
    is_working_day,
    working_calendar,
)

__all__ = ["known_days"]


@pytest.mark.usefixtures("known_days")
@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (dt.date(2025, 1, 27), False),  # Tết
        (dt.date(2025, 2, 3), True),
        (dt.date(2025, 4, 7), False),  # the Hùng Kings' day
        (dt.date(2025, 4, 26), True),  # a Saturday worked
        (dt.date(2025, 5, 2), False),  # in its place
        (dt.date(2025, 9, 1), False),
        (dt.date(2026, 1, 2), False),
        (dt.date(2026, 1, 10), True),
        (dt.date(2026, 2, 20), False),
        (dt.date(2026, 4, 27), False),  # in place of a Sunday
        (dt.date(2026, 11, 25), True),
        (dt.date(2026, 11, 28), False),
    ],
)
def test_announced_days_are_known(day: dt.date, is_working: bool) -> None:
    assert is_working_day(day) is is_working


@pytest.mark.usefixtures("known_days")
def test_only_2025_is_complete_until_somebody_confirms_another_year() -> None:
    assert complete_years() == {2025}
    assert CalendarYear.objects.get(year=2026).note
    CalendarYear.objects.filter(year=2026).update(is_complete=True)
    assert complete_years() == {2025, 2026}


@pytest.mark.usefixtures("known_days")
@pytest.mark.parametrize(
    ("issued_on", "is_counted"),
    [
        (dt.date(2025, 6, 1), True),
        (dt.date(2025, 12, 1), False),  # its terms may end in 2026, which is not complete
        (dt.date(2026, 6, 1), False),
        (None, False),
    ],
)
def test_terms_are_counted_in_complete_years_only(issued_on: dt.date | None, is_counted: bool) -> None:
    assert (calendar_for_terms(issued_on) is not None) is is_counted


@pytest.mark.usefixtures("known_days")
@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (dt.date(2025, 1, 24), 5, dt.date(2025, 2, 7)),  # over Tết
        (dt.date(2025, 4, 25), 3, dt.date(2025, 4, 29)),  # the Saturday of the 26th counts
        (dt.date(2025, 12, 31), 1, dt.date(2026, 1, 5)),  # over the end of a year
        (dt.date(2026, 11, 25), 0, dt.date(2026, 11, 25)),
    ],
)
def test_working_days_are_added(day: dt.date, count: int, last: dt.date) -> None:
    assert add_working_days(day, count) == last


def test_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="forward"):
        add_working_days(dt.date(2026, 1, 1), -1)


@pytest.mark.usefixtures("known_days")
def test_calendar_of_many_years_takes_two_queries() -> None:
    with CaptureQueriesContext(connection) as queries:
        calendar = working_calendar(2025, 2026)
    assert len(queries) == 2
    assert dt.date(2025, 4, 7) in calendar.holidays
    assert dt.date(2026, 1, 10) in calendar.worked
    assert dt.date(2025, 4, 7) not in working_calendar(2026, 2026).holidays


@given(start=st.dates(dt.date(2025, 1, 1), dt.date(2026, 10, 1)), count=st.integers(1, 60))
def test_the_last_day_is_worked_and_so_many_lie_between(start: dt.date, count: int) -> None:
    days = [(dt.date(2025, 1, 27), "holiday"), (dt.date(2025, 4, 26), "worked"), (dt.date(2026, 2, 16), "holiday")]
    calendar = calendar_of(days)
    last = calendar.after(start, count)
    between = [start + dt.timedelta(days=step) for step in range(1, (last - start).days + 1)]
    assert calendar.is_working(last)
    assert sum(map(calendar.is_working, between)) == count


def test_hours_of_half_days_are_a_setting(settings: Settings) -> None:
    morning, afternoon = half_days()
    assert (morning.begins, afternoon.ends) == (dt.time(7, 30), dt.time(17))
    settings.MORNING_HOURS = (dt.time(7), dt.time(11))
    assert half_days()[0].begins == dt.time(7)


@pytest.mark.usefixtures("known_days")
def test_days_moved_into_the_weekend_and_out_of_it_balance() -> None:
    moved = CalendarDay.objects.filter(name__startswith="Nghỉ hoán đổi").count()
    assert moved == CalendarDay.objects.filter(kind="worked").count() == 2

"""Working days of the Labour Code with the holidays of a site."""

from __future__ import annotations

from datetime import date

from vanban.text.working_days import WorkingCalendar


def test_weekends_and_fixed_holidays_are_left_out() -> None:
    calendar = WorkingCalendar()
    assert calendar.after(date(2026, 4, 29), 1) == date(2026, 5, 4)
    assert calendar.after(date(2026, 5, 15), 5) == date(2026, 5, 22)


def test_a_site_adds_holidays_and_worked_saturdays() -> None:
    calendar = WorkingCalendar.of([date(2026, 2, 16)], worked=[date(2026, 2, 21)])
    assert not calendar.is_working(date(2026, 2, 16))
    assert calendar.is_working(date(2026, 2, 21))
    assert calendar.after(date(2026, 2, 13), 1) == date(2026, 2, 17)


def test_a_fixed_holiday_on_a_weekend_is_taken_on_the_next_working_day() -> None:
    calendar = WorkingCalendar()
    assert date(2028, 1, 1).weekday() == 5
    assert not calendar.is_working(date(2028, 1, 3))
    assert [day for day in (3, 4, 5) if calendar.is_working(date(2027, 5, day))] == [4, 5]
    assert calendar.is_working(date(2026, 5, 4))


def test_two_holidays_on_one_weekend_give_two_days_off() -> None:
    calendar = WorkingCalendar()
    assert [date(2033, 4, 30).weekday(), date(2033, 5, 1).weekday()] == [5, 6]
    assert [calendar.is_working(date(2033, 5, day)) for day in (2, 3, 4)] == [False, False, True]

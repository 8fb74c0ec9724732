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

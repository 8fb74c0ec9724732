"""The working-day calendar as data of the site."""

from sauro.calendars.models.days import CalendarDay, CalendarYear

__all__ = ["CalendarDay", "CalendarYear"]

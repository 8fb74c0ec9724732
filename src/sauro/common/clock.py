"""The clock of the product: instants in UTC, days in Vietnam."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
YEARS = range(1900, 2101)
"""The years of days that people type: arithmetic on them stays within the calendar."""


def now() -> dt.datetime:
    """Return the present instant, time zone aware."""
    return timezone.now()


def start_of_day(day: dt.date) -> dt.datetime:
    """Return the first instant of a day in Vietnam."""
    return dt.datetime.combine(day, dt.time(), tzinfo=VIETNAM)


def today() -> dt.date:
    """Return the present day in Vietnam, the one that deadlines are measured in."""
    return timezone.now().astimezone(VIETNAM).date()

"""The clock of the product: instants in UTC, days in Vietnam."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> dt.datetime:
    """Return the present instant, time zone aware."""
    return timezone.now()


def today() -> dt.date:
    """Return the present day in Vietnam, the one that deadlines are measured in."""
    return timezone.now().astimezone(VIETNAM).date()

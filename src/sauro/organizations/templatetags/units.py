"""Template helpers of the register of units."""

from __future__ import annotations

import datetime as dt

from django import template
from django.db.backends.postgresql.psycopg_any import DateRange

register = template.Library()


@register.filter
def last_day(valid: DateRange) -> dt.date | None:
    """Return the last day of a range of dates, included; ranges are stored up to the day after it."""
    return valid.upper - dt.timedelta(days=1) if valid.upper else None

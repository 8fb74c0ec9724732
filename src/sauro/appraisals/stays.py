"""How long somebody holds a post in a month: by these days the sheets of one month are weighed."""

from __future__ import annotations

import datetime as dt

from sauro.organizations.models import Appointment
from sauro.plans.months import last_day_of


def days_held(appointment: Appointment, month: dt.date) -> int:
    """Return on how many days of a month an appointment is in force."""
    last = last_day_of(month)
    begins = max(appointment.valid.lower or month, month)
    upper = appointment.valid.upper
    ends = min(upper - dt.timedelta(days=1), last) if upper else last
    return max((ends - begins).days + 1, 0)

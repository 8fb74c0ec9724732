"""Opening the month."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.plans.services.opening import open_month


@periodic(cron="40 0 * * *", name="plans.open_month")
def open_this_month(timestamp: int) -> int:
    """Open the plans of this month that are not open yet. Runs every night, so that a missed first of the month is
    made good; bears to run twice. Returns how many were opened."""
    return open_month()

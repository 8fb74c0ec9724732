"""The daily round of reminders."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.notices.services.reminding import remind


@periodic(cron="30 6 * * *", name="notices.remind")
def remind_today(timestamp: int) -> int:
    """Make today's reminders before office hours. Bears to run twice. Returns how many were put forward."""
    return remind()

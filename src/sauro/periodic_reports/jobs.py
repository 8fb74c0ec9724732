"""Counting, rolling up and reminding, behind the scenes."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import periodic, queue
from sauro.periodic_reports.services.rolling import refresh_running_rounds, roll_up_if_open
from sauro.periodic_reports.services.steps import ROLL_UP_JOB
from sauro.periodic_reports.services.telling import remind


@queue.task(name=ROLL_UP_JOB)
def roll_up_joint(report_id: str) -> bool:
    """Roll a joint report up again after a unit's report came or went. Bears to run twice."""
    return roll_up_if_open(UUID(report_id))


@periodic(cron="10 1 * * *", name="periodic_reports.refresh")
def refresh(timestamp: int) -> int:
    """Take the system's figures anew for reports whose period runs or has just closed. Returns how many."""
    return refresh_running_rounds()


@periodic(cron="35 6 * * *", name="periodic_reports.remind")
def remind_today(timestamp: int) -> int:
    """Make today's reminders of reports before office hours. Bears to run twice. Returns how many."""
    return remind()

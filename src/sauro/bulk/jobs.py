"""Background work of runs."""

from __future__ import annotations

from uuid import UUID

from sauro.bulk.services.performing import CHECK_JOB, RUN_JOB, check_run, perform_run
from sauro.bulk.services.runs import drop_unstarted
from sauro.jobs.queue import periodic, queue


@queue.task(name=CHECK_JOB, retry=5)
def check(run_id: str) -> None:
    """Rehearse rows of a run for a while, then go on in another job. Bears to run twice."""
    check_run(UUID(run_id))


@queue.task(name=RUN_JOB, retry=5)
def run(run_id: str) -> None:
    """Do rows of a run for a while, then go on in another job. Bears to run twice."""
    perform_run(UUID(run_id))


@periodic(cron="25 3 * * *", name="bulk.drop_unstarted")
def drop_old(timestamp: int) -> int:
    """Throw away runs that nobody started. Returns how many."""
    return drop_unstarted()

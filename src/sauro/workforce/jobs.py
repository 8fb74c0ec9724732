"""Background work of the workforce."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import periodic, queue
from sauro.workforce.services.many import drop_unstarted
from sauro.workforce.services.many_jobs import CHECK_JOB, RUN_JOB, check_run, perform_run
from sauro.workforce.services.settling import settle_dossiers


@periodic(cron="5 0 * * *", name="workforce.settle")
def settle(timestamp: int) -> None:
    """Let dossiers follow posts that begin or end today."""
    settle_dossiers()


@queue.task(name=CHECK_JOB, retry=3)
def check_people(run_id: str) -> None:
    """Try the rows of a run one by one. Bears to run twice."""
    check_run(UUID(run_id))


@queue.task(name=RUN_JOB, retry=3)
def change_people(run_id: str) -> None:
    """Write a run, all of it or nothing. Bears to run twice."""
    perform_run(UUID(run_id))


@periodic(cron="30 3 * * *", name="workforce.drop_unstarted")
def drop_old_runs(timestamp: int) -> int:
    """Throw away runs that nobody started. Returns how many."""
    return drop_unstarted()

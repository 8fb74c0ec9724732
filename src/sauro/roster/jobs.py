"""Background work of imports."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import periodic, queue
from sauro.roster.services.applying import APPLY_JOB, apply_import
from sauro.roster.services.checking import CHECK_JOB, check_import
from sauro.roster.services.keeping import throw_away_old
from sauro.roster.services.reading import READ_JOB, read_import


@queue.task(name=READ_JOB, retry=3)
def read(import_id: str) -> None:
    """Read a table. Bears to run twice."""
    read_import(UUID(import_id))


@queue.task(name=CHECK_JOB, retry=3)
def check(import_id: str) -> None:
    """Check a table. Bears to run twice."""
    check_import(UUID(import_id))


@queue.task(name=APPLY_JOB, retry=3, lock=APPLY_JOB)
def apply(import_id: str) -> None:
    """Write a table, one at a time. Bears to run twice."""
    apply_import(UUID(import_id))


@periodic(cron="40 3 * * *", name="roster.throw_away")
def throw_away(timestamp: int) -> int:
    """Delete files and findings that are kept no longer. Returns how many imports that were."""
    return throw_away_old()

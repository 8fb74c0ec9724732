"""Background work: scans are recognised, recurring work comes back, work asked twice is looked for."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import periodic, queue
from sauro.tasks.services.likely import FIND_JOB, propose_likely
from sauro.tasks.services.recurring import make_due_occurrences
from sauro.tasks.services.scan_intake import READ_JOB
from sauro.tasks.services.scan_intake import read_scan as recognise_pages


@queue.task(name=READ_JOB, retry=5)
def read_scan(scan_id: str) -> None:
    """Recognise pages of a scan for a while, then go on in another job. Bears to run twice."""
    recognise_pages(UUID(scan_id))


@queue.task(name=FIND_JOB, retry=3)
def find_likely(assignments: str) -> None:
    """Compare some new assignments (identities with commas between) with the others of their units."""
    propose_likely(UUID(one) for one in assignments.split(","))


@periodic(cron="20 0 * * *", name="tasks.make_occurrences")
def make_occurrences(timestamp: int) -> int:
    """Make the occurrences of recurring work whose period has begun. Returns how many."""
    return make_due_occurrences()

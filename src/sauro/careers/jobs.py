"""Background work of careers."""

from __future__ import annotations

from uuid import UUID

from sauro.careers.services.measuring import MEASURE_ALL_JOB, MEASURE_JOB, holders_of, measure_people
from sauro.careers.services.watching import watch_terms
from sauro.jobs.queue import periodic, queue


@queue.task(name=MEASURE_JOB, retry=5)
def measure_post(post_id: str) -> None:
    """Hold everybody in a post against its standard anew. Bears to run twice."""
    measure_people(holders_of(UUID(post_id)))


@queue.task(name=MEASURE_ALL_JOB, retry=5, lock=MEASURE_ALL_JOB)
def measure_everybody() -> None:
    """Hold everybody against their posts after many records came at once. Bears to run twice."""
    measure_people()


@periodic(cron="20 0 * * *", name="careers.measure_all")
def measure_all(timestamp: int) -> None:
    """Hold everybody against their posts: days pass, terms begin, and imports write many facts at once."""
    measure_people()


@periodic(cron="40 6 * * *", name="careers.watch")
def watch_today(timestamp: int) -> int:
    """Tell officers of terms that fall due, before office hours. Bears to run twice. Returns how many were told."""
    return watch_terms()

"""Background work: a programme that took a step is checked as a document; its marks follow the register of targets."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import queue
from sauro.programmes.services.following_values import FOLLOW_JOB
from sauro.programmes.services.following_values import follow_values as mark_lines
from sauro.programmes.services.reviewing import REVIEW_JOB
from sauro.programmes.services.reviewing import review_document as check_document


@queue.task(name=REVIEW_JOB, retry=3)
def review_document(programme_id: str) -> None:
    """Check a composed document anew. Bears to run twice."""
    check_document(UUID(programme_id))


@queue.task(name=FOLLOW_JOB, retry=3)
def follow_values(programme_id: str) -> None:
    """Mark the target lines of a programme that was locked when a value was decided. Bears to run twice."""
    mark_lines(UUID(programme_id))

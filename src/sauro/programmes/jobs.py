"""Background work: a programme that took a step is checked as the document it has become."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import queue
from sauro.programmes.services.reviewing import REVIEW_JOB
from sauro.programmes.services.reviewing import review_document as check_document


@queue.task(name=REVIEW_JOB, retry=3)
def review_document(programme_id: str) -> None:
    """Check a composed document anew. Bears to run twice."""
    check_document(UUID(programme_id))

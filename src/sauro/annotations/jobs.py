"""Background work: the figures about the machine are brought up to date."""

from __future__ import annotations

from sauro.annotations.services.comparing import compare_documents
from sauro.jobs.queue import periodic


@periodic(cron="5,20,35,50 * * * *", name="annotations.compare")
def compare(timestamp: int) -> int:
    """Compare reviewed documents with what the machine proposed. Returns how many."""
    return compare_documents()

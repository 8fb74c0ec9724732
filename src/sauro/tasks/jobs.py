"""Background work on what was taken in: scans are recognised."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import queue
from sauro.tasks.services.scan_intake import READ_JOB
from sauro.tasks.services.scan_intake import read_scan as recognise_pages


@queue.task(name=READ_JOB, retry=5)
def read_scan(scan_id: str) -> None:
    """Recognise pages of a scan for a while, then go on in another job. Bears to run twice."""
    recognise_pages(UUID(scan_id))

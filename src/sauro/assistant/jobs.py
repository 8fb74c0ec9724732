"""Background work: the calls to the language model."""

from __future__ import annotations

from uuid import UUID

from sauro.assistant.services.asking import ASK_JOB
from sauro.assistant.services.calling import make_call
from sauro.jobs.queue import queue


@queue.task(name=ASK_JOB)
def ask(call_id: str) -> None:
    """Make one call. Bears to run twice."""
    make_call(UUID(call_id))

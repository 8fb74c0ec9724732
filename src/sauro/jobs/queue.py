"""The queue of background work: rows in the product's own database, written with the deed that causes them.

``queue`` is the procrastinate application. A job takes identities, never contents: its arguments stay in the history of
runs. Jobs must bear to run twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from procrastinate.contrib.django import app as queue

__all__ = ["defer", "periodic", "queue"]

Job = Callable[..., Any]


def periodic(*, cron: str, name: str) -> Callable[[Job], Job]:
    """Decorate a function ``(timestamp) -> …`` to run by the clock, one run at a time.

    ``cron`` is in the worker's time zone. ``name`` identifies the job in the history of runs and never changes.
    """

    def decorate(function: Job) -> Job:
        task = queue.task(name=name, queueing_lock=name, lock=name, pass_context=False)(function)
        queue.periodic(cron=cron)(task)
        return function

    return decorate


def defer(name: str, **arguments: str | int) -> None:
    """Put a job into the queue by its name, in the present transaction: a deed that fails leaves no job."""
    queue.configure_task(name).defer(**arguments)

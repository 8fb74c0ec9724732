"""Tells other areas, within the transaction of the act, that somebody else is in charge or that a deadline moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.tasks.models import Assignment


@dataclass(frozen=True, slots=True)
class WorkChange:
    """An assignment as it is now, who was in charge before (an appointment), and who decided."""

    actor: Actor
    assignment: Assignment
    person_before: UUID | None


Listener = Callable[[WorkChange], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Have ``listener`` called for every change. What it raises undoes the act."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(change: WorkChange) -> None:
    """Call everybody who listens. Needs a transaction."""
    for listener in _listeners:
        listener(change)

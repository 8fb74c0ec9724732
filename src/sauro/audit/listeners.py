"""Lets an area hear the events of others without either knowing the other: it names the kind of event it listens to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType


@dataclass(frozen=True, slots=True)
class Heard:
    """An event just recorded, who did it, and its object as it is now."""

    actor: Actor
    event: AuditEvent
    obj: Model | None


Listener = Callable[[Heard], None]
_listeners: dict[str, list[Listener]] = defaultdict(list)


def listen(event: EventType, listener: Listener) -> None:
    """Have ``listener`` called for every event of a kind, in the transaction of the act. What it raises undoes it."""
    if listener not in _listeners[event.code]:
        _listeners[event.code].append(listener)


def tell(heard: Heard) -> None:
    """Call everybody who listens to this kind of event."""
    for listener in _listeners.get(heard.event.code, ()):
        listener(heard)

"""The typed registry of domain events. A code is never reused; its label is what a person reads in the history."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

_EVENTS: dict[str, EventType] = {}


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event, such as ``tasks.assignment.confirmed``, and its Vietnamese label."""

    code: str
    label: str | Promise

    def __str__(self) -> str:
        return self.code


def register_event(code: str, label: str | Promise) -> EventType:
    """Add a kind of event. The same code twice is a programming error."""
    if code in _EVENTS:
        raise ValueError(f"event {code!r} is registered twice")
    _EVENTS[code] = EventType(code, label)
    return _EVENTS[code]


def event_label(code: str) -> str:
    """Return the label for a stored code; the code itself when a later version no longer knows it."""
    found = _EVENTS.get(code)
    return str(found.label) if found else code


def all_events() -> list[EventType]:
    """Return every registered kind, ordered by code."""
    return [_EVENTS[code] for code in sorted(_EVENTS)]

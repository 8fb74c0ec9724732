"""The history of an object, as its page tells it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from sauro.audit.models import AuditEvent
from sauro.audit.registry import event_label
from sauro.ui.badges import Tone


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened: when, what, by whom, and why."""

    at: dt.datetime
    title: str | Promise
    who: str = ""
    detail: str = ""
    tone: Tone = Tone.IDLE


def entries_of(events: Iterable[AuditEvent]) -> list[TimelineEntry]:
    """Return the entries for domain events, in the order given."""
    return [TimelineEntry(event.at, event_label(event.code), _who(event), event.reason) for event in events]


def _who(event: AuditEvent) -> str:
    named = f"{event.actor_name} ({event.actor_position})" if event.actor_position else event.actor_name
    return ", ".join(filter(None, [named, event.actor_unit_name]))

"""That somebody looked at another person's points is on record, for that person to read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Model

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.models import PeriodReview, Review, Sheet
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Appointment

ONCE_IN = dt.timedelta(hours=1)


def note_look(*, actor: Actor, sheet: Sheet) -> None:
    """Record that the actor looked at a sheet, once an hour."""
    _note(actor, events.SHEET_LOOKED_AT, sheet)


def note_look_at_period(*, actor: Actor, period: PeriodReview) -> None:
    """Record that the actor looked at the rating of a cadre, once an hour."""
    _note(actor, events.PERIOD_LOOKED_AT, period)


def note_look_at_review(*, actor: Actor, review: Review) -> None:
    """Record that the actor read what was said of a cadre, once an hour."""
    _note(actor, events.REVIEW_LOOKED_AT, review)


def note_look_at_file(*, actor: Actor, cadre: Appointment) -> None:
    """Record that the actor opened the whole file of a cadre, once an hour; the event names nobody."""
    held = {"object_text": str(events.CADRE_FILE_LOOKED_AT.label), "domain": Domain.PARTY, "unit_id": cadre.unit_id}
    _note(actor, events.CADRE_FILE_LOOKED_AT, cadre, **held)


def _note(actor: Actor, event: EventType, obj: Model, **named: Any) -> None:
    since = now() - ONCE_IN
    seen = AuditEvent.objects.filter(code=event.code, object_id=obj.pk, actor_user_id=actor.user_id, at__gte=since)
    if not seen.exists():
        record_event(actor=actor, event=event, obj=obj, **named)

"""That somebody looked at another person's points is on record, for that person to read."""

from __future__ import annotations

import datetime as dt

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.models import Sheet
from sauro.audit.models import AuditEvent
from sauro.audit.services import record_event
from sauro.common.clock import now

ONCE_IN = dt.timedelta(hours=1)


def note_look(*, actor: Actor, sheet: Sheet) -> None:
    """Record that the actor looked at a sheet, once an hour."""
    since = now() - ONCE_IN
    seen = AuditEvent.objects.filter(
        code=events.SHEET_LOOKED_AT.code, object_id=sheet.pk, actor_user_id=actor.user_id, at__gte=since
    )
    if not seen.exists():
        record_event(actor=actor, event=events.SHEET_LOOKED_AT, obj=sheet)

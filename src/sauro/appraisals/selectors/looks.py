"""Who looked at somebody's points, for that person to read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.audit.models import AuditEvent

MOST_SHOWN = 200


def looks_of_others(actor: Actor, own_sheets: Collection[UUID]) -> list[AuditEvent]:
    """Return who else opened or printed some sheets, newest first. The caller has checked that they are the actor's."""
    codes = [events.SHEET_LOOKED_AT.code, events.SHEET_PRINTED.code]
    rows = AuditEvent.objects.filter(code__in=codes, object_id__in=own_sheets).exclude(actor_user_id=actor.user_id)
    return list(rows.order_by("-sequence")[:MOST_SHOWN])

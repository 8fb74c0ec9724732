"""Who looked at somebody's points, for that person to read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.models import PeriodReview, Review
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType

MOST_SHOWN = 200


def looks_of_others(actor: Actor, own_sheets: Collection[UUID]) -> list[AuditEvent]:
    """Return who else opened or printed some sheets, newest first. The caller has checked that they are the actor's."""
    return _looks(actor, (events.SHEET_LOOKED_AT, events.SHEET_PRINTED), own_sheets)


def looks_at_cadre(actor: Actor, own: Collection[PeriodReview | Review]) -> list[AuditEvent]:
    """Return who else read what a committee says of the actor, or opened the whole file, newest first.

    The caller has checked that it is the actor's own.
    """
    codes = (
        events.PERIOD_LOOKED_AT, events.PERIOD_PRINTED, events.REVIEW_LOOKED_AT, events.CADRE_FILE_LOOKED_AT,
    )  # fmt: skip
    return _looks(actor, codes, {one.pk for one in own} | {one.appointment_id for one in own})


def _looks(actor: Actor, looked: Collection[EventType], objects: Collection[UUID]) -> list[AuditEvent]:
    codes = [event.code for event in looked]
    rows = AuditEvent.objects.filter(code__in=codes, object_id__in=objects).exclude(actor_user_id=actor.user_id)
    return list(rows.order_by("-sequence")[:MOST_SHOWN])

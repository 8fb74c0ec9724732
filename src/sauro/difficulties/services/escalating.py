"""Telling the next level of an answer that is long overdue."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.difficulties import events
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.routing import body_above
from sauro.organizations.models import Unit


@transaction.atomic
def escalate_difficulty(*, actor: Actor, difficulty_id: UUID) -> Unit | None:
    """Let the next body above see and answer an overdue difficulty; return it, or None when there is nothing to tell.

    For the daily round, which decides how late is too late. It is told once for each unit the difficulty lies with; who
    owes the answer goes on owing it.
    """
    rows = Difficulty.objects.select_for_update(of=("self",)).select_related("at_unit")
    due = rows.filter(state=DifficultyState.OPEN, due_on__lt=today(), escalated_to=None)
    one = due.filter(pk=difficulty_id).first()
    above = body_above(one.at_unit) if one is not None else None
    if one is None or above is None:
        return None
    one.escalated_to = above
    one.save(update_fields=["escalated_to"])
    record_event(
        actor=actor,
        event=events.ESCALATED,
        obj=one,
        object_text=one.code,
        changes={"escalated_to": [None, above.name]},
    )
    return above

"""What the page of a document tells about the obligations found in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.documents.models import Document
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Assignment, Handover, Obligation
from sauro.tasks.policies import assignment_policy, handover_policy, obligation_policy

_LIVE = (ObligationState.PROPOSED, ObligationState.ACCEPTED)


def obligation_counts(actor: Actor, document: Document) -> dict[str, Any]:
    """Return how many obligations stand where, and how many assignments the actor may see. Takes two queries."""
    rows = ask(_obligations, actor, document=document.pk)
    return {
        "tasks": sum(state in _LIVE and not is_direction for state, is_direction, _sent in rows),
        "directions": sum(state in _LIVE and is_direction for state, is_direction, _sent in rows),
        "proposed": sum(state == ObligationState.PROPOSED for state, _direction, _sent in rows),
        "discarded": sum(state == ObligationState.DISCARDED for state, _direction, _sent in rows),
        "sent": sum(sent is not None for _state, _direction, sent in rows),
        "assignments": sum(number for _domain, number in ask(_assignments, actor, document=document.pk)),
        "document": document,
    }


def _obligations(actor: Actor, *, document: UUID) -> QuerySet[Obligation, Any]:
    rows = obligation_policy.visible(actor, base=Obligation.objects.filter(document=document))
    return rows.order_by().values_list("state", "is_general_direction", "sent_at")


def _assignments(actor: Actor, *, document: UUID) -> QuerySet[Assignment, Any]:
    rows = assignment_policy.visible(actor).filter(obligation__document=document).order_by()
    return rows.values_list("domain").annotate(number=Count("pk"))


def handovers_of(actor: Actor, document: Document) -> dict[str, Any]:
    """Return what was handed over to bodies of other domains, with the answers that came back. Takes one query."""
    return {"handovers": ask(_handovers, actor, document=document.pk)}


def _handovers(actor: Actor, *, document: UUID) -> QuerySet[Handover]:
    rows = handover_policy.visible(actor, base=Handover.objects.filter(obligation__document=document))
    return rows.select_related("to_unit").order_by("released_at", "id")

"""What the page of a document tells about the obligations found in it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Handover, Obligation
from sauro.tasks.policies import assignment_policy, handover_policy, obligation_policy

_LIVE = Q(state__in=(ObligationState.PROPOSED, ObligationState.ACCEPTED))


def obligation_counts(actor: Actor, document: Document) -> dict[str, Any]:
    """Return how many obligations stand where, and how many assignments the actor may see. Takes two queries."""
    rows = obligation_policy.visible(actor, base=Obligation.objects.filter(document=document))
    counts = rows.aggregate(
        tasks=Count("pk", filter=_LIVE & Q(is_general_direction=False)),
        directions=Count("pk", filter=_LIVE & Q(is_general_direction=True)),
        proposed=Count("pk", filter=Q(state=ObligationState.PROPOSED)),
        discarded=Count("pk", filter=Q(state=ObligationState.DISCARDED)),
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
    )
    assignments = assignment_policy.visible(actor).filter(obligation__document=document).count()
    return {**counts, "assignments": assignments, "document": document}


def handovers_of(actor: Actor, document: Document) -> dict[str, Any]:
    """Return what was handed over to bodies of other domains, with the answers that came back. Takes one query."""
    rows = handover_policy.visible(actor, base=Handover.objects.filter(obligation__document=document))
    return {"handovers": list(rows.select_related("to_unit").order_by("released_at", "id"))}

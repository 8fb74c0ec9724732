"""What of appraisals waits for somebody today."""

from __future__ import annotations

from django.db.models import Count, Q

from sauro.access.actor import Actor
from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.policies import sheet_policy
from sauro.common.clock import today
from sauro.plans.months import month_of


def waiting_for(actor: Actor) -> tuple[int, int]:
    """Return how many sheets of past months the actor has not handed over, and how many wait for the actor's word."""
    own = sheet_policy.condition(actor, "own") & Q(state=SheetState.OPEN, month__lt=month_of(today()), leave="")
    judged = sheet_policy.condition(actor, "judge") & Q(state=SheetState.SUBMITTED, leave="")
    found = Sheet.objects.filter(own | judged).aggregate(
        own=Count("pk", filter=own, distinct=True), judged=Count("pk", filter=judged, distinct=True)
    )
    return found["own"], found["judged"]

"""Who may see a monthly plan: its person, and who leads the unit. Nobody else, and nobody changes it by hand."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.plans.models import MonthlyPlan


def _view(actor: Actor) -> Q:
    own = Q(appointment__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | within(actor, "tasks.lead", unit="unit")


plan_policy = Policy(MonthlyPlan, {"view": _view})

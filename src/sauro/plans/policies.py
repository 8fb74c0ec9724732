"""Who may see monthly plans and the parts of long work: their person, and who leads the unit. A giver sees none.

Nobody changes a plan by hand.
"""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.plans.models import MonthlyPart, MonthlyPlan
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy, own_work


def _view(actor: Actor) -> Q:
    own = Q(appointment__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | within(actor, "tasks.lead", unit="unit")


def _divide(actor: Actor) -> Q:
    """Who plans the work: the person in charge, and who leads the unit."""
    return own_work(actor) | within(actor, "tasks.lead", unit="unit")


def _of_own_work(actor: Actor) -> Q:
    if not actor.appointment_ids:
        return _leads_part(actor)
    return Q(assignment__person__in=actor.appointment_ids) | _leads_part(actor)


def _leads_part(actor: Actor) -> Q:
    return within(actor, "tasks.lead", unit="assignment__unit", domain="assignment__domain")


division_policy = Policy(
    Assignment, {"view": lambda actor: assignment_policy.condition(actor, "view"), "divide": _divide}
)
part_policy = Policy(MonthlyPart, {"view": _of_own_work, "work": _of_own_work, "lead": _leads_part})
plan_policy = Policy(MonthlyPlan, {"view": _view})

"""Who works on moves: those who manage the workforce of a whole branch. Drafts about people are for nobody else."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, Rule, within
from sauro.staffing.models import Need, PlaceData, ProposedMove, RecruitmentPlan, Road, Scenario, Unplaced

MANAGE = "workforce.manage"


def _over(unit: str, domain: str) -> Rule:
    """With the right for the unit and all below it: a scenario tells of everybody there."""

    def rule(actor: Actor) -> Q:
        condition = NOBODY
        for scope in actor.scopes(MANAGE):
            if scope.include_subtree:
                condition |= Q(**{f"{unit}__path__startswith": scope.path, domain: scope.domain})
        return condition

    return rule


def _of_unit(actor: Actor) -> Q:
    return within(actor, MANAGE, unit="unit", domain="unit__domain")


scenario_policy = Policy(Scenario, {"view": _over("unit", "domain")}, is_plain=True)
move_policy = Policy(ProposedMove, {"view": _over("scenario__unit", "scenario__domain")}, is_plain=True)
plan_policy = Policy(RecruitmentPlan, {"view": _over("unit", "domain")}, is_plain=True)
unplaced_policy = Policy(Unplaced, {"view": _over("scenario__unit", "scenario__domain")}, is_plain=True)
place_policy = Policy(PlaceData, {"view": _of_unit}, is_plain=True)
road_policy = Policy(
    Road, {"view": lambda actor: within(actor, MANAGE, unit="one", domain="one__domain")}, is_plain=True
)
need_policy = Policy(Need, {"view": _of_unit}, is_plain=True)

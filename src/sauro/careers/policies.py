"""Who sees how people stand, and who keeps standards: the same people as the records of the workforce."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy, Rule, within
from sauro.careers.enums import MoveState
from sauro.careers.models import (
    Assessment,
    ClosedPost,
    Competency,
    Gap,
    Move,
    Nomination,
    OfficialAct,
    PlanningClearance,
    PlanningList,
    Standard,
)

VIEW, RECORD, MANAGE = "workforce.view", "workforce.record", "workforce.manage"


def _of_dossier(permission: str) -> Rule:
    return lambda actor: within(actor, permission, unit="dossier__unit", domain="dossier__domain")


def _anywhere(permission: str) -> Rule:
    """Registers of the site, such as the catalogue of posts: no data about anybody."""

    def rule(actor: Actor) -> Q:
        return EVERYTHING if actor.holds(permission) else NOBODY

    return rule


gap_policy = Policy(Gap, {"view": _of_dossier(VIEW)}, is_plain=True)
assessment_policy = Policy(Assessment, {"view": _of_dossier(VIEW), "record": _of_dossier(RECORD)}, is_plain=True)
competency_policy = Policy(Competency, {"view": _anywhere(VIEW), "manage": _anywhere(MANAGE)}, is_plain=True)
standard_policy = Policy(Standard, {"view": _anywhere(VIEW), "manage": _anywhere(MANAGE)}, is_plain=True)


def _sees_move(actor: Actor) -> Q:
    """Drafts about people are for those who keep their records; what is decided also for viewers at both ends."""
    sides = (
        within(actor, VIEW, unit=unit, domain="dossier__domain") for unit in ("dossier__unit", "from_unit", "to_unit")
    )
    condition = NOBODY
    for side in sides:
        condition |= side
    return _of_dossier(RECORD)(actor) | (condition & Q(state__in=(MoveState.DECIDED, MoveState.ENDED)))


move_policy = Policy(Move, {"view": _sees_move, "record": _of_dossier(RECORD)}, is_plain=True)


def _planned(permission: str, unit: str, domain: str) -> Rule:
    """With the right in the unit of the list, and only while planning is switched on and cleared in the domain."""

    def rule(actor: Actor) -> Q:
        if not settings.SUCCESSION_PLANNING:
            return NOBODY
        cleared = PlanningClearance.objects.filter(domain=OuterRef(domain), withdrawn_at__isnull=True)
        return within(actor, permission, unit=unit, domain=domain) & Q(Exists(cleared))

    return rule


PLANNING_VIEW, PLANNING_RECORD, PLANNING_CONFIRM = "planning.view", "planning.record", "planning.confirm"
planning_list_policy = Policy(
    PlanningList,
    {"view": _planned(PLANNING_VIEW, "unit", "domain"), "record": _planned(PLANNING_RECORD, "unit", "domain")},
    is_plain=True,
)
nomination_policy = Policy(
    Nomination,
    {
        "view": _planned(PLANNING_VIEW, "planning_list__unit", "planning_list__domain"),
        "record": _planned(PLANNING_RECORD, "planning_list__unit", "planning_list__domain"),
    },
    is_plain=True,
)
closed_post_policy = Policy(ClosedPost, {"view": _anywhere(VIEW), "manage": _anywhere(MANAGE)}, is_plain=True)
act_policy = Policy(OfficialAct, {"view": _of_dossier(VIEW), "record": _of_dossier(RECORD)}, is_plain=True)

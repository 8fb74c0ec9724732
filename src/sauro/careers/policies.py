"""Who sees how people stand, and who keeps standards: the same people as the records of the workforce."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy, Rule, within
from sauro.careers.models import Assessment, Competency, Gap, Standard

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

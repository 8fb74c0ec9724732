"""Who sees and keeps the records of the workforce: those with the right for the unit, in its domain."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy, Rule, within
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, PeopleRun, Post, Tenure


def _of_unit(permission: str) -> Rule:
    return lambda actor: within(actor, permission, unit=None)


def _of_dossier(permission: str) -> Rule:
    return lambda actor: within(actor, permission, unit="unit")


def _of_tenure(permission: str) -> Rule:
    """The unit that keeps the dossier, or the one in which the post is or was held."""

    def rule(actor: Actor) -> Q:
        kept = within(actor, permission, unit="dossier__unit", domain="dossier__domain")
        return kept | within(actor, permission, unit="unit", domain="dossier__domain")

    return rule


establishment_policy = Policy(
    Unit,
    {
        "view": _of_unit("workforce.view"),
        "record": _of_unit("workforce.record"),
        "manage": _of_unit("workforce.manage"),
    },
    is_plain=True,
)
dossier_policy = Policy(
    Dossier,
    {
        "view": _of_dossier("workforce.view"),
        "record": _of_dossier("workforce.record"),
        "open": _of_dossier("private_facts.view"),
        "seal": _of_dossier("private_facts.record"),
    },
    is_plain=True,
)
tenure_policy = Policy(Tenure, {"view": _of_tenure("workforce.view"), "record": _of_tenure("workforce.record")})


def _own_run(actor: Actor) -> Q:
    return Q(owner_id=actor.user_id) if actor.user_id else NOBODY


run_policy = Policy(PeopleRun, {"view": _own_run, "act": _own_run})
post_policy = Policy(
    Post,
    {
        "view": lambda actor: EVERYTHING if actor.holds("workforce.view") else NOBODY,
        "manage": lambda actor: EVERYTHING if actor.holds("workforce.manage") else NOBODY,
    },
    is_plain=True,
)

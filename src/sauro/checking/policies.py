"""Who may see and change which rules run. The rules are public knowledge; what the site switched is for its people."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy
from sauro.checking.models import CheckChoice, CompetenceRow, RuleSwitch


def _configure(actor: Actor) -> Q:
    return EVERYTHING if actor.is_system or actor.holds("checking.configure") else NOBODY


switch_policy = Policy(RuleSwitch, {"view": lambda _actor: EVERYTHING, "configure": _configure})
competence_policy = Policy(CompetenceRow, {"view": lambda _actor: EVERYTHING, "configure": _configure})
choice_policy = Policy(CheckChoice, {"view": lambda _actor: EVERYTHING, "configure": _configure})

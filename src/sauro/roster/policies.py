"""Who may see an import: whoever made it, while they keep records in its domain, and nobody else."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy
from sauro.roster.models import PeopleImport

RECORD = "workforce.record"
SEAL = "private_facts.record"


def _own(actor: Actor) -> Q:
    domains = {scope.domain for scope in actor.scopes(RECORD)}
    return Q(owner_id=actor.user_id, domain__in=domains) if actor.user_id and domains else NOBODY


import_policy = Policy(PeopleImport, {"view": _own, "act": _own}, is_plain=True)

"""Who may see a run: whoever made it, and nobody else."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy
from sauro.bulk.models import Run


def _own(actor: Actor) -> Q:
    return Q(owner_id=actor.user_id) if actor.user_id else NOBODY


run_policy = Policy(Run, {"view": _own, "act": _own})

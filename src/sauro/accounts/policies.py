"""Who may see and manage accounts and grants."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.accounts.models import Grant, User


def _manages(actor: Actor) -> Q:
    return Q() if actor.holds("accounts.manage") else NOBODY


user_policy = Policy(
    User,
    {
        "view": lambda actor: Q(pk=actor.user_id) | (Q() if actor.holds("accounts.view") else NOBODY),
        "manage": _manages,
    },
)

grant_policy = Policy(
    Grant,
    {
        "view": lambda actor: Q(user_id=actor.user_id) | (Q() if actor.holds("accounts.view") else NOBODY),
        "manage": lambda actor: within(actor, "accounts.manage", unit="unit"),
    },
)

"""Who may see and manage accounts and grants, and who may read the history."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy, within
from sauro.accounts.models import ApiToken, Grant, User
from sauro.audit.models import AuditEvent
from sauro.organizations.models import Unit


def _manages(actor: Actor) -> Q:
    return EVERYTHING if actor.holds("accounts.manage") else NOBODY


user_policy = Policy(
    User,
    {
        "view": lambda actor: Q(pk=actor.user_id) | (EVERYTHING if actor.holds("accounts.view") else NOBODY),
        "manage": _manages,
    },
)

grant_policy = Policy(
    Grant,
    {
        "view": lambda actor: Q(user_id=actor.user_id) | (EVERYTHING if actor.holds("accounts.view") else NOBODY),
        "manage": lambda actor: within(actor, "accounts.manage", unit="unit"),
    },
)


def _own_token(actor: Actor) -> Q:
    return Q(user_id=actor.user_id) if actor.user_id else NOBODY


# A key is its user's own affair: who has to stop somebody ends their roles or closes their account.
token_policy = Policy(ApiToken, {"view": _own_token, "revoke": _own_token})


def _reads_history(actor: Actor) -> Q:
    """Events of the units in which the actor may read the history, and the actor's own deeds."""
    condition = Q(actor_user_id=actor.user_id) if actor.user_id else NOBODY
    for scope in actor.scopes("history.view"):
        below = Unit.objects.filter(path__startswith=scope.path).values("pk")
        place = Q(unit_id__in=below) if scope.include_subtree else Q(unit_id=scope.unit_id)
        condition |= place & Q(domain=scope.domain)
        if actor.holds("accounts.view"):
            condition |= Q(unit_id__isnull=True, domain="")
    return condition


event_policy = Policy(AuditEvent, {"view": _reads_history})

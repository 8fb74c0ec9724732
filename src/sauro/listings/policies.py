"""Who may see and change saved views: their owner; a shared one is seen by the people of its unit."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.listings.models import SavedView


def _own(actor: Actor) -> Q:
    return Q(owner_id=actor.user_id) if actor.user_id else NOBODY


def _shared(actor: Actor) -> Q:
    """Shared with a unit in which the actor holds a role, or with one above it together with everything below."""
    condition = NOBODY
    for grant in actor.grants:
        scope = grant.scope
        above = Q(includes_below=True, unit__path__in=list(_starts_of(scope.path)))
        condition |= (Q(unit_id=scope.unit_id) | above) & Q(unit__domain=scope.domain)
    return condition


def _starts_of(path: str) -> Iterator[str]:
    codes = path.rstrip("/").split("/")
    for count in range(1, len(codes) + 1):
        yield "/".join(codes[:count]) + "/"


saved_view_policy = Policy(
    SavedView,
    {
        "view": lambda actor: _own(actor) | _shared(actor),
        "change": _own,
        # Whoever shares in a unit also takes away what somebody who has left it shared there.
        "withdraw": lambda actor: _own(actor) | within(actor, "listings.share", unit="unit", domain="unit__domain"),
    },
)

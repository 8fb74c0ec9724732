"""Who asks."""

from __future__ import annotations

from django.http import HttpRequest

from sauro.access.actor import Actor


def actor_of(request: HttpRequest) -> Actor:
    """Return the actor, which the middleware of accounts has set: accounts stands on this area, not below it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # see above
    return actor

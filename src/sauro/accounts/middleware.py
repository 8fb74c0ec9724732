"""Gives every request its actor, and the row history its context."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pghistory
from django.http import HttpRequest, HttpResponse

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.ids import new_id

GetResponse = Callable[[HttpRequest], HttpResponse]

NOBODY_SIGNED_IN = "anonymous"
ACTING_UNIT_KEY = "acting_unit"


def anonymous_actor(request_id: str) -> Actor:
    """Return the actor of somebody who has not signed in: it may do nothing."""
    return Actor(user_id=None, name=NOBODY_SIGNED_IN, door=Door.WEB, request_id=request_id)


class ActorMiddleware:
    """Sets ``request.actor`` and binds who and which request to every row changed while it is served."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request as its actor."""
        request_id = str(new_id())
        if not isinstance(request.user, User):
            request.actor = anonymous_actor(request_id)  # type: ignore[attr-defined]  # set for ActorRequest
            return self.get_response(request)
        chosen = request.session.get(ACTING_UNIT_KEY)
        door = Door.API if request.path.startswith("/api/") else Door.WEB
        actor = load_actor(
            user=request.user, door=door, request_id=request_id, acting_unit_id=UUID(chosen) if chosen else None
        )
        request.actor = actor  # type: ignore[attr-defined]  # set for ActorRequest
        with pghistory.context(user=str(actor.user_id), request=request_id, door=str(door)):
            return self.get_response(request)

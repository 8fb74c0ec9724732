"""A request as the pages see it: with its actor."""

from __future__ import annotations

from django.http import HttpRequest

from sauro.access.actor import Actor


class ActorRequest(HttpRequest):
    """A request whose ``actor`` was set by the middleware of accounts (or by the authentication of the API)."""

    actor: Actor

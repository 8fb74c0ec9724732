"""Reads of API keys."""

from __future__ import annotations

from sauro.access.actor import Actor
from sauro.accounts.models import ApiToken
from sauro.accounts.policies import token_policy
from sauro.common.clock import now


def own_tokens(actor: Actor) -> list[tuple[ApiToken, bool]]:
    """Return the actor's own keys, newest first, each with whether it can be used today."""
    moment = now()
    return [(token, token.is_usable(moment)) for token in token_policy.visible(actor)]

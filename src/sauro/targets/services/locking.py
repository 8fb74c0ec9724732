"""One lock for everything about an indicator: its shares, lines and figures are worked out from each other."""

from __future__ import annotations

from uuid import UUID

from sauro.access.actor import Actor
from sauro.targets.models import Indicator, Share
from sauro.targets.policies import share_policy


def lock_share(actor: Actor, share_id: UUID, action: str) -> Share:
    """Return a share the actor may do ``action`` to, with its indicator locked.

    Raises ``NotVisible`` and ``NotAllowed``.
    """
    seen = share_policy.get_visible(actor, share_id)
    lock_indicator(seen.indicator_id)
    share_policy.get_locked(actor, share_id)
    share = Share.objects.select_related("indicator", "unit", "parent__unit").get(pk=share_id)
    share_policy.require(actor, action, share)
    return share


def lock_indicator(indicator_id: UUID) -> Indicator:
    """Lock an indicator until the transaction ends."""
    return Indicator.objects.select_for_update(of=("self",)).get(pk=indicator_id)

"""The part of measuring on the page of a target."""

from __future__ import annotations

from typing import Any

from sauro.access.actor import Actor
from sauro.measuring.selectors.measures import link_of
from sauro.targets.models import Share
from sauro.targets.page_panels import Panel, register_panel
from sauro.targets.rules import AddUp


def _of_share(_actor: Actor, share: Share) -> dict[str, Any]:
    is_ratio = share.indicator.rule == AddUp.RATIO
    return {"share": share, "link": link_of(share) if is_ratio else None, "is_ratio": is_ratio}


register_panel(Panel("measure", "measuring/target_panel.html", _of_share, order=40))

"""The part of measuring on the page of a target and on the first page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.measuring.policies import proposal_policy
from sauro.measuring.selectors.measures import link_of
from sauro.measuring.selectors.proposals import open_proposals
from sauro.measuring.services.proposing import SUBJECT
from sauro.notices.subjects import SubjectKind, register_subject
from sauro.targets.models import Share
from sauro.targets.page_panels import Panel, register_panel
from sauro.targets.rules import AddUp
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.ui.badges import Tone


def _of_share(_actor: Actor, share: Share) -> dict[str, Any]:
    is_ratio = share.indicator.rule == AddUp.RATIO
    return {"share": share, "link": link_of(share) if is_ratio else None, "is_ratio": is_ratio}


def _waiting(actor: Actor) -> ShownHomePanel | None:
    """The tile of the first page: figures of ends of months that wait to be taken over."""
    if not actor.holds("targets.record"):
        return None
    number = open_proposals(actor).count()
    if not number:
        return None
    words = _("Số đo chỉ tiêu chờ ghi")
    return ShownHomePanel("", [Tile(words, number, reverse("measure-proposals"), Tone.SOON, "target-arrow")])


register_home_panel("measuring", _waiting, order=50)
register_subject(SubjectKind(SUBJECT, proposal_policy.visible, lambda _pk: reverse("measure-proposals")))
register_panel(Panel("measure", "measuring/target_panel.html", _of_share, order=40))

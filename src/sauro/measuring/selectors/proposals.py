"""Figures of ends of months that wait for whoever records a target, with what the reader may have of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.measuring.enums import Measure, ProposalState
from sauro.measuring.models import Proposal
from sauro.measuring.policies import proposal_policy
from sauro.measuring.selectors.measures import Measured, measured

MOST_SHOWN = 60
"""So many are worked out for one page; the others follow when these are done."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal, and its figure for the reader; without one ``refused`` says why."""

    proposal: Proposal
    found: Measured | None
    refused: str = ""


def open_proposals(actor: Actor) -> QuerySet[Proposal]:
    """Return the proposals that wait for the actor; those of an indicator that is no longer linked wait for nobody."""
    rows = proposal_policy.visible(actor).filter(
        state=ProposalState.OPEN, share__indicator__measure_link__isnull=False, share__indicator__is_closed=False
    )
    return rows.select_related("share__indicator__measure_link", "share__unit__territory")


def waiting_for(actor: Actor) -> Sequence[Waiting]:
    """Return the proposals that wait for the actor, each with its figure of that day as the records now give it."""
    return [_worked_out(actor, one) for one in open_proposals(actor)[:MOST_SHOWN]]


def _worked_out(actor: Actor, one: Proposal) -> Waiting:
    measure = Measure(one.share.indicator.measure_link.measure)
    try:
        return Waiting(one, measured(actor, one.share, measure, one.day))
    except (NotAllowed, NotVisible):
        return Waiting(one, None, _("Bạn không có quyền xem số liệu đội ngũ của phạm vi này."))
    except DomainError as refusal:
        return Waiting(one, None, str(refusal.message))

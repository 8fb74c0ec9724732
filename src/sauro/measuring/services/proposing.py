"""At the end of a month the measure of each linked target is put before whoever records it; a person decides."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, system_actor
from sauro.accounts.selectors.recipients import Recipients
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError
from sauro.headcounts.services.snapshots import last_month_end, snapshot_of
from sauro.measuring import events
from sauro.measuring.enums import ProposalState
from sauro.measuring.models import MeasureLink, Proposal
from sauro.measuring.policies import proposal_policy
from sauro.notices.enums import NoticeKind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject
from sauro.targets.models import Actual, Share

SUBJECT = "measure_proposal"
"""What a notice leads to."""


@transaction.atomic
def propose_month() -> int:
    """Propose the measure of the last closed month for every share of a linked indicator, once.

    What has a figure of that day already is left out, and so is a unit whose figures nobody can record. Bears to run
    twice, and two runs at once: of a share and a day there is one proposal. Returns how many were made.
    """
    day = last_month_end(today())
    waiting = list(_without_figure(day))
    for domain in {Domain(share.indicator.domain) for share in waiting}:
        snapshot_of(domain, day)
    made, recipients = 0, Recipients([share.unit for share in waiting])
    for share in waiting:
        users = recipients.nearest("targets.record", share.unit)
        row, is_new = Proposal.objects.get_or_create(share=share, day=day) if users else (None, False)
        if row is None or not is_new:
            continue
        record_event(actor=system_actor("measuring"), event=events.PROPOSED, obj=row, changes={"day": day.isoformat()})
        about = Subject(SUBJECT, row.pk, row.domain, share.indicator.code, None)
        make_notices([Occasion(NoticeKind.TARGET_MEASURED, f"measure:{row.pk}", users, subject=about)])
        made += 1
    return made


def _without_figure(day: dt.date) -> QuerySet[Share]:
    linked = MeasureLink.objects.filter(indicator=OuterRef("indicator"))
    recorded = Actual.objects.filter(share=OuterRef("pk"), as_of=day, is_cancelled=False)
    proposed = Proposal.objects.filter(share=OuterRef("pk"), day=day)
    rows = Share.objects.filter(Exists(linked), ~Exists(recorded), ~Exists(proposed), indicator__is_closed=False)
    return rows.select_related("indicator", "unit").order_by("pk")


@transaction.atomic
def set_aside(*, actor: Actor, proposal_id: UUID, reason: str) -> Proposal:
    """Record that the figure of a month is not taken over, and why. Raises ``decided-already``, ``reason-needed``."""
    row = proposal_policy.get_locked(actor, proposal_id)
    proposal_policy.require(actor, "record", row)
    if row.state != ProposalState.OPEN:
        raise Conflict("decided-already", _("Số đo này đã được ghi hoặc đã có người quyết định không ghi."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    row.state, row.reason = ProposalState.ASIDE, reason.strip()
    row.closed_at, row.closed_by_name = now(), actor.name
    row.save(update_fields=["state", "reason", "closed_at", "closed_by_name"])
    record_event(actor=actor, event=events.SET_ASIDE, obj=row, changes={"day": row.day.isoformat()}, reason=row.reason)
    return row


def close_taken(actor: Actor, actual: Actual) -> None:
    """Close the proposal of a day whose figure has been taken over. Part of the caller's transaction."""
    Proposal.objects.filter(share=actual.share_id, day=actual.as_of, state=ProposalState.OPEN).update(
        state=ProposalState.TAKEN, actual=actual, closed_at=now(), closed_by_name=actor.name
    )

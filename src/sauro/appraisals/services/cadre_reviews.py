"""Praise, reminders and warnings of cadres, as a committee decided them (QĐ 366-QĐ/TW).

What was said is personnel content: events carry no word of it, and no reason either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.cadre_policies import cadre_policy, committee_policy, review_policy
from sauro.appraisals.enums import CommitteeBody, ReviewKind
from sauro.appraisals.models import Review
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError


@dataclass(frozen=True, slots=True)
class Decided:
    """What the committee decided: by which body, of what fact, on what basis, and until when it stands."""

    kind: ReviewKind
    body: CommitteeBody
    fact: str
    basis: str
    decided_on: dt.date
    ends_on: dt.date


@transaction.atomic
def record_review(*, actor: Actor, appointment_id: UUID, committee_id: UUID, decided: Decided) -> Review:
    """Record a praise, a reminder or a warning. Raises ``fact-needed``, ``basis-needed``, ``day-ahead``,
    ``end-before``."""
    appointment = cadre_policy.get_locked(actor, appointment_id)
    cadre_policy.require(actor, "keep", appointment)
    committee = committee_policy.get_visible(actor, committee_id)
    _check(decided)
    review = Review.objects.create(
        appointment=appointment, committee=committee, domain=committee.domain, kind=decided.kind, body=decided.body,
        fact=decided.fact.strip(), basis=decided.basis.strip(), decided_on=decided.decided_on, ends_on=decided.ends_on,
        made_at=now(), made_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.REVIEW_RECORDED, obj=review)
    return review


@transaction.atomic
def reply_to_review(*, actor: Actor, review_id: UUID, reply: str) -> Review:
    """Say something to what was said of oneself, while it stands. Raises ``reply-needed``, ``review-ended``."""
    review = review_policy.get_locked(actor, review_id)
    review_policy.require(actor, "own", review)
    _check_in_force(review)
    if not reply.strip():
        raise DomainError("reply-needed", _("Hãy ghi ý kiến của bạn."), field="reply")
    review.reply, review.replied_at = reply.strip(), now()
    review.save()
    record_event(actor=actor, event=events.REVIEW_REPLIED, obj=review)
    return review


@transaction.atomic
def end_review(*, actor: Actor, review_id: UUID, reason: str) -> Review:
    """End a review before its day: from today it stands in the person's file alone. Raises ``reason-needed``,
    ``review-ended``."""
    review = review_policy.get_locked(actor, review_id)
    review_policy.require(actor, "keep", review)
    _check_in_force(review)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao kết thúc sớm."), field="reason")
    # Decided today and ended today: it then stands for this day, the shortest a record can.
    before, review.ends_on = review.ends_on, max(today() - dt.timedelta(days=1), review.decided_on)
    review.ended_early = reason.strip()
    review.save()
    record_event(
        actor=actor, event=events.REVIEW_ENDED, obj=review,
        changes={"ends_on": [before.isoformat(), review.ends_on.isoformat()]},
    )  # fmt: skip
    return review


def _check(decided: Decided) -> None:
    if not decided.fact.strip():
        raise DomainError("fact-needed", _("Hãy ghi sự việc."), field="fact")
    if not decided.basis.strip():
        raise DomainError("basis-needed", _("Hãy ghi căn cứ."), field="basis")
    if decided.decided_on > today():
        raise DomainError("day-ahead", _("Ngày quyết định không sau hôm nay."), field="decided_on")
    if decided.ends_on < decided.decided_on:
        raise DomainError("end-before", _("Ngày hết hiệu lực không trước ngày quyết định."), field="ends_on")


def _check_in_force(review: Review) -> None:
    if not review.is_in_force(today()):
        raise Conflict("review-ended", _("Nội dung này đã hết hiệu lực, chỉ còn lưu trong hồ sơ."))

"""Complaints about a rating, answered within seven working days, and ratings decided anew (NĐ 335 Điều 21, 22)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ComplaintState, LevelChoice, RoundState
from sauro.appraisals.models import Complaint, Rating
from sauro.appraisals.policies import complaint_policy, rating_policy
from sauro.appraisals.services.rating import check_level
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError

DAYS = 7


@transaction.atomic
def complain(*, actor: Actor, rating_id: UUID, text: str) -> Complaint:
    """Complain about one's own decided rating. Raises ``text-needed``, ``complaint-open``."""
    rating = rating_policy.get_locked(actor, rating_id)
    rating_policy.require(actor, "own", rating)
    if not text.strip():
        raise DomainError("text-needed", _("Hãy ghi nội dung kiến nghị."), field="text")
    if rating.complaints.filter(state=ComplaintState.OPEN).exists():
        raise Conflict("complaint-open", _("Bạn đã có kiến nghị đang chờ giải quyết."))
    complaint = Complaint.objects.create(
        rating=rating, text=text.strip(), made_at=now(), made_by_name=actor.name, due_on=add_working_days(today(), DAYS)
    )
    record_event(actor=actor, event=events.COMPLAINT_MADE, obj=complaint)
    return complaint


@transaction.atomic
def answer_complaint(*, actor: Actor, complaint_id: UUID, level: str, answer: str) -> Complaint:
    """Answer a complaint: the level stays, or another one replaces it. Raises ``answer-needed``, ``complaint-closed``,
    ``level-wrong``."""
    seen = complaint_policy.get_visible(actor, complaint_id)
    rating = Rating.objects.select_for_update(of=("self",)).select_related("round").get(pk=seen.rating_id)
    complaint = complaint_policy.get_locked(actor, complaint_id)
    complaint_policy.require(actor, "decide", complaint)
    if complaint.state != ComplaintState.OPEN:
        raise Conflict("complaint-closed", _("Kiến nghị này đã được giải quyết."))
    if not answer.strip():
        raise DomainError("answer-needed", _("Hãy ghi trả lời."), field="answer")
    is_changed = bool(level) and level != rating.level
    if is_changed:
        _replace(actor, rating, LevelChoice(level), answer.strip())
    complaint.state = ComplaintState.CHANGED if is_changed else ComplaintState.UPHELD
    complaint.answer, complaint.answered_at, complaint.answered_by_name = answer.strip(), now(), actor.name
    complaint.save()
    record_event(
        actor=actor, event=events.COMPLAINT_ANSWERED, obj=complaint,
        changes={"state": [ComplaintState.OPEN, str(complaint.state)]},
    )  # fmt: skip
    return complaint


@transaction.atomic
def replace_level(*, actor: Actor, rating_id: UUID, level: LevelChoice, reason: str) -> Rating:
    """Decide a rating anew when dishonesty or a defect came to light later (Điều 21 khoản 3), with the reason.

    Raises ``not-decided``, ``reason-needed``, ``level-wrong``.
    """
    rating = rating_policy.get_locked(actor, rating_id)
    rating_policy.require(actor, "decide", rating)
    if rating.round.state != RoundState.DECIDED:
        raise Conflict("not-decided", _("Đợt xếp loại chưa quyết định."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao quyết định lại."), field="reason")
    _replace(actor, rating, level, reason.strip())
    return rating


def _replace(actor: Actor, rating: Rating, level: LevelChoice, reason: str) -> None:
    check_level(rating, level, reason)
    before, rating.level, rating.reason = rating.level, level, reason
    rating.save()
    record_event(
        actor=actor, event=events.LEVEL_REPLACED, obj=rating, changes={"level": [before, str(level)]}, reason=reason
    )

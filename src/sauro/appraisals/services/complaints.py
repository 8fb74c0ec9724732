"""Complaints about a decided level, answered within seven working days, and levels decided anew (NĐ 335 Điều 21, 22).

The same for people, for units, for which their head speaks, and for the cadres of a committee (QĐ 366-QĐ/TW).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.policies import Policy
from sauro.appraisals import events
from sauro.appraisals.cadre_policies import period_review_policy
from sauro.appraisals.enums import ComplaintState, LevelChoice, Rated, RoundState
from sauro.appraisals.models import Complaint, Rating
from sauro.appraisals.policies import complaint_policy, rating_policy, unit_rating_policy
from sauro.appraisals.services.cadre_periods import replace_period_level
from sauro.appraisals.services.rating import check_level
from sauro.appraisals.services.unit_rating import replace_unit_level
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError

DAYS = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a complaint: ``level`` empty where the level stays, else the other one and its decision."""

    text: str
    level: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of rating: who may do what to it, and what puts another level in its place."""

    policy: Policy[Any]
    replace: Callable[[Actor, Any, LevelChoice, str], None]


@transaction.atomic
def complain(*, actor: Actor, rated: Rated, rated_id: UUID, text: str) -> Complaint:
    """Complain about a decided level: one's own, or that of the unit one heads.

    Raises ``text-needed``, ``complaint-open``.
    """
    policy = _KINDS[rated].policy
    about = policy.get_locked(actor, rated_id)
    policy.require(actor, "own", about)
    if not text.strip():
        raise DomainError("text-needed", _("Hãy ghi nội dung kiến nghị."), field="text")
    if about.complaints.filter(state=ComplaintState.OPEN).exists():
        raise Conflict("complaint-open", _("Đã có kiến nghị đang chờ giải quyết."))
    complaint = Complaint.objects.create(
        **{rated.value: about}, text=text.strip(), made_at=now(), made_by_name=actor.name,
        due_on=add_working_days(today(), DAYS),
    )  # fmt: skip
    record_event(actor=actor, event=events.COMPLAINT_MADE, obj=complaint)
    return complaint


@transaction.atomic
def answer_complaint(*, actor: Actor, complaint_id: UUID, answer: Answer) -> Complaint:
    """Answer a complaint: the level stays, or a second decision puts another in its place.

    Raises ``answer-needed``, ``complaint-closed``, ``decision-needed``, ``level-wrong``, ``too-many``.
    """
    seen = complaint_policy.get_visible(actor, complaint_id)
    held = _KINDS[seen.rated]
    # The rating before the complaint, in the order in which they are made.
    about = held.policy.get_locked(actor, getattr(seen, f"{seen.rated}_id"))
    complaint = complaint_policy.get_locked(actor, complaint_id)
    complaint_policy.require(actor, "decide", complaint)
    if complaint.state != ComplaintState.OPEN:
        raise Conflict("complaint-closed", _("Kiến nghị này đã được giải quyết."))
    text = answer.text.strip()
    if not text:
        raise DomainError("answer-needed", _("Hãy ghi trả lời."), field="text")
    is_changed = bool(answer.level) and answer.level != about.level
    if is_changed:
        if not answer.decision.strip():
            raise DomainError("decision-needed", _("Hãy ghi số quyết định thay thế."), field="decision")
        complaint.decision = answer.decision.strip()
        why = _("Giải quyết kiến nghị, quyết định %(decision)s.") % {"decision": complaint.decision}
        held.replace(actor, about, LevelChoice(answer.level), why)
    complaint.state = ComplaintState.CHANGED if is_changed else ComplaintState.UPHELD
    complaint.answer, complaint.answered_at, complaint.answered_by_name = text, now(), actor.name
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


_KINDS: Mapping[Rated, _Kind] = {
    Rated.PERSON: _Kind(rating_policy, _replace),
    Rated.UNIT: _Kind(unit_rating_policy, replace_unit_level),
    Rated.CADRE: _Kind(period_review_policy, replace_period_level),
}

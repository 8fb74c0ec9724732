"""Moving a deadline: the body asks, the giver answers; or the giver moves it alone. Every move stays on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.tasks import events
from sauro.tasks.enums import ChangeAnswer, DueOrigin
from sauro.tasks.models import Assignment, DeadlineChange
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.waits import refresh_waits_for
from sauro.tasks.transitions import OPEN_STATES, WORKING_STATES
from sauro.tasks.work_changes import WorkChange, tell


@transaction.atomic
def ask_extension(*, actor: Actor, assignment_id: UUID, day: dt.date, reason: str) -> DeadlineChange:
    """Ask the giver for a later deadline. One request at a time; the deadline in force holds until it is answered."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    if assignment.state not in WORKING_STATES:
        raise Conflict("not-working", _("Chỉ đề nghị lùi thời hạn khi đã nhận nhiệm vụ và chưa nộp sản phẩm."))
    if assignment.due_on is None:
        raise DomainError("no-deadline", _("Nhiệm vụ không có thời hạn nên không có gì để lùi."), field="day")
    if _pending(assignment) is not None:
        raise Conflict("extension-pending", _("Đã có một đề nghị lùi thời hạn đang chờ bên giao trả lời."))
    _check_reason(reason)
    if day <= assignment.due_on or day < today():
        raise DomainError(
            "day-not-later",
            _("Ngày đề nghị phải sau thời hạn hiện tại (%(day)s) và không ở quá khứ.")
            % {"day": f"{assignment.due_on:%d/%m/%Y}"},
            field="day",
        )
    change = DeadlineChange.objects.create(
        assignment=assignment,
        from_day=assignment.due_on,
        asked_day=day,
        reason=reason.strip(),
        asked_by_name=actor.name,
        asked_by_id=actor.user_id,
        asked_at=now(),
    )
    _record(actor, events.EXTENSION_ASKED, assignment, assignment.due_on, day, reason)
    return change


@transaction.atomic
def withdraw_extension(*, actor: Actor, assignment_id: UUID) -> DeadlineChange:
    """Take the open request back."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    change = _required_pending(assignment)
    _answer(change, actor, ChangeAnswer.WITHDRAWN, "")
    record_event(actor=actor, event=events.EXTENSION_WITHDRAWN, obj=assignment, object_text=assignment.code)
    return change


@transaction.atomic
def grant_extension(*, actor: Actor, assignment_id: UUID, day: dt.date, text: str = "") -> DeadlineChange:
    """Allow the open request, for the day asked or another one after the deadline in force."""
    assignment, change = _begin_answer(actor, assignment_id)
    if assignment.due_on and day <= assignment.due_on:
        raise DomainError("day-not-later", _("Thời hạn mới phải sau thời hạn hiện tại."), field="day")
    before = assignment.due_on
    change.granted_day = day
    _answer(change, actor, ChangeAnswer.GRANTED, text)
    _move(actor, assignment, day)
    _record(actor, events.EXTENSION_GRANTED, assignment, before, day, text)
    return change


@transaction.atomic
def refuse_extension(*, actor: Actor, assignment_id: UUID, text: str) -> DeadlineChange:
    """Leave the deadline as it is, and say why."""
    assignment, change = _begin_answer(actor, assignment_id)
    if not text.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao không đồng ý."), field="text")
    _answer(change, actor, ChangeAnswer.REFUSED, text)
    record_event(
        actor=actor, event=events.EXTENSION_REFUSED, obj=assignment, object_text=assignment.code, reason=text.strip()
    )
    return change


@transaction.atomic
def set_deadline(*, actor: Actor, assignment_id: UUID, day: dt.date, reason: str) -> DeadlineChange:
    """Set or move the deadline as the giver. An open request is thereby answered: it had the giver's last word."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    if assignment.state not in OPEN_STATES:
        raise Conflict("assignment-closed", _("Nhiệm vụ đã kết thúc nên không đặt lại thời hạn được nữa."))
    _check_reason(reason)
    if day == assignment.due_on:
        raise DomainError("same-day", _("Thời hạn đang là ngày này."), field="day")
    if day < today():
        raise DomainError("day-past", _("Thời hạn mới không được ở quá khứ."), field="day")
    pending = _pending(assignment)
    if pending is not None:
        _answer(pending, actor, ChangeAnswer.REFUSED, _("Bên giao đã đặt thời hạn khác."))
    before = assignment.due_on
    moment = now()
    change = DeadlineChange.objects.create(
        assignment=assignment,
        from_day=before,
        asked_day=day,
        granted_day=day,
        reason=reason.strip(),
        asked_by_name=actor.name,
        asked_by_id=actor.user_id,
        asked_at=moment,
        is_by_giver=True,
        answer=ChangeAnswer.GRANTED,
        answered_by_name=actor.name,
        answered_by_id=actor.user_id,
        answered_at=moment,
    )
    _move(actor, assignment, day)
    answered = {"request": [ChangeAnswer.PENDING, ChangeAnswer.REFUSED]} if pending is not None else {}
    _record(actor, events.DEADLINE_SET, assignment, before, day, reason, answered)
    return change


def _begin_answer(actor: Actor, assignment_id: UUID) -> tuple[Assignment, DeadlineChange]:
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", assignment)
    change = _required_pending(assignment)
    if change.asked_by_id == actor.user_id and not (assignment.is_kept_by_giver or assignment.has_crossed):
        raise DomainError(
            "same-person", _("Người đề nghị không tự trả lời. Hãy để người khác của bên giao trả lời đề nghị này.")
        )
    if assignment.state not in OPEN_STATES:
        raise Conflict("assignment-closed", _("Nhiệm vụ đã kết thúc nên không trả lời được nữa."))
    return assignment, change


def _pending(assignment: Assignment) -> DeadlineChange | None:
    return assignment.deadline_changes.select_for_update().filter(answer=ChangeAnswer.PENDING).first()


def _required_pending(assignment: Assignment) -> DeadlineChange:
    change = _pending(assignment)
    if change is None:
        raise Conflict(
            "no-extension", _("Không còn đề nghị lùi thời hạn nào chờ trả lời. Hãy tải lại trang để xem mới nhất.")
        )
    return change


def _answer(change: DeadlineChange, actor: Actor, answer: ChangeAnswer, text: str) -> None:
    change.answer = answer
    change.answer_text = text.strip()
    change.answered_by_name = actor.name
    change.answered_by_id = actor.user_id
    change.answered_at = now()
    change.save()


def _move(actor: Actor, assignment: Assignment, day: dt.date) -> None:
    """Put the new day in force. The first deadline ever stays the original; the printed phrase stays as printed."""
    assignment.due_on = day
    assignment.due_origin = DueOrigin.OFFICE
    if assignment.due_original is None:
        assignment.due_original = day
    assignment.save()
    refresh_waits_for(assignment)
    tell(WorkChange(actor, assignment, assignment.person_id))


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")


def _record(
    actor: Actor,
    event: EventType,
    assignment: Assignment,
    before: dt.date | None,
    day: dt.date,
    reason: str,
    more: Mapping[str, Any] | None = None,
) -> None:
    record_event(
        actor=actor,
        event=event,
        obj=assignment,
        object_text=assignment.code,
        changes={"due_on": [before.isoformat() if before else None, day.isoformat()], **(more or {})},
        reason=reason.strip(),
    )

"""A part leaves the body that had it: given back to its giver, or moved by the giver to another body or person."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import AssignmentState, QuestionEnd
from sauro.tasks.models import Assignment
from sauro.tasks.parts import open_parts
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.services.carrying import carry_up, lock_above, lock_whole
from sauro.tasks.services.delegation import MAY_SPLIT, build_part, check_part_day, find_receiver, record_delegation
from sauro.tasks.services.lifecycle import return_share
from sauro.tasks.services.questions import end_question
from sauro.tasks.services.waits import end_own_wait, end_waits_for
from sauro.tasks.timeliness import days_late


@transaction.atomic
def give_back_part(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """Give a part back to the body that gave it, for a reason: its share is that body's again.

    A part whose deadline has passed stays where it became late; its giver may move or stop it.
    """
    part = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "lead", part)
    _check_leaving(part, reason)
    if _late(part):
        raise DomainError(
            "part-overdue", _("Phần việc đã quá hạn nên không trả lại được. Hãy nêu vướng mắc hoặc xin lùi thời hạn.")
        )
    lock_above(part)
    _close(actor, part, events.PART_GIVEN_BACK, reason.strip(), reason.strip(), {"share": [part.share, None]})
    return_share(part)
    return part


@transaction.atomic
def move_part(
    *,
    actor: Actor,
    assignment_id: UUID,
    reason: str,
    unit_id: UUID | None = None,
    appointment_id: UUID | None = None,
    due_on: dt.date | None = None,
) -> Assignment:
    """Move a part to another unit below its giver, or to a person there; returns the part that goes on.

    The part closes where it was and another one with its words, share, progress and deadline continues it, so both
    bodies keep what they answered for. ``due_on`` sets another deadline within that of the whole.
    """
    part = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", part)
    _check_leaving(part, reason)
    whole = lock_whole(part)
    if whole.state not in MAY_SPLIT:
        raise Conflict("whole-closed", _("Việc chung đã nộp hoặc đã kết thúc nên không chuyển phần việc được nữa."))
    receiver = find_receiver(whole, unit_id, appointment_id, field="receiver")
    if receiver.unit.pk == part.unit_id and (receiver.person is None or receiver.person.pk == part.person_id):
        raise DomainError("same-receiver", _("Phần việc đang ở chính nơi này."), field="receiver")
    check_part_day(whole, due_on, field="due_on")
    lock_above(whole)
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    going_on = build_part(whole, receiver, code=code, wording=part.wording, due_on=due_on or part.due_on, moment=moment)
    going_on.continues, going_on.share, going_on.progress = part, part.share, part.progress
    changes = {"unit": [part.unit.name, receiver.unit.name], "part": [part.code, code]}
    _close(actor, part, events.PART_MOVED, _("Chuyển cho %(name)s.") % {"name": receiver.name}, reason.strip(), changes)
    going_on.save()
    record_delegation(actor, whole, going_on, receiver)
    carry_up(going_on)
    return going_on


def _check_leaving(part: Assignment, reason: str) -> None:
    if not part.is_part:
        raise DomainError("not-a-part", _("Đây không phải là phần việc do đơn vị khác chia ra."))
    if part.state not in MAY_SPLIT:
        raise Conflict("part-closed", _("Phần việc đã nộp hoặc đã kết thúc. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    if open_parts(part).exists():
        raise DomainError("parts-open", _("Phần việc này còn được chia tiếp. Hãy dừng hoặc thu lại các phần ấy trước."))


def _late(part: Assignment) -> int:
    return days_late(part.due_on, standing_of(part), today=today())


def _close(
    actor: Actor, part: Assignment, event: EventType, state_reason: str, reason: str, changes: dict[str, Any]
) -> None:
    """Stop a part that leaves its body. How late it was stays in the event."""
    late, before = _late(part), part.state
    part.state = AssignmentState.STOPPED
    part.state_reason = state_reason
    part.closed_at = now()
    end_own_wait(actor=actor, assignment=part)
    end_question(actor=actor, assignment=part, end=QuestionEnd.STOPPED)
    part.save()
    record_event(
        actor=actor,
        event=event,
        obj=part,
        object_text=part.code,
        changes={"state": [before, part.state], "days_late": [None, late], **changes},
        reason=reason,
    )
    end_waits_for(actor=actor, part=part)

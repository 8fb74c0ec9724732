"""The steps of an assignment from given to confirmed. Every step locks the row: of two people acting at once, one wins
and the other is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Appointment
from sauro.tasks import events
from sauro.tasks.enums import PartsFate, QuestionEnd
from sauro.tasks.models import Assignment, ProgressReport
from sauro.tasks.parts import delegated_parts, kept_of, open_parts, portion_of, split_of
from sauro.tasks.policies import assignment_policy
from sauro.tasks.roll_up import WHOLE, Split
from sauro.tasks.selectors.tree import open_ids_below
from sauro.tasks.services.bound import lock_bound
from sauro.tasks.services.carrying import apply_split, carry_up, lock_above, lock_bottom_up, lock_whole
from sauro.tasks.services.questions import end_question, open_question
from sauro.tasks.services.waits import end_own_wait, end_waits_for
from sauro.tasks.transitions import OPEN_STATES, TRANSITIONS, Step, Transition, check_step
from sauro.tasks.work_changes import WorkChange, tell


def begin_step(*, actor: Actor, assignment_id: UUID, step: Step, reason: str = "") -> tuple[Assignment, Transition]:
    """Lock the assignment, check the right and the state, and return it with the transition. Needs a transaction."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, TRANSITIONS[step].action, assignment)
    return assignment, check_step(step, assignment.state, reason=reason)


def finish_step(
    *,
    actor: Actor,
    assignment: Assignment,
    transition: Transition,
    reason: str = "",
    changes: dict[str, Any] | None = None,
) -> None:
    """Write the new state and the event of a step whose other columns are already set on the instance."""
    before = assignment.state
    assignment.state = transition.target
    assignment.state_reason = reason.strip()
    assignment.save()
    record_event(
        actor=actor,
        event=transition.event,
        obj=assignment,
        object_text=assignment.code,
        changes={"state": [before, str(transition.target)], **(changes or {})},
        reason=reason.strip(),
    )


@transaction.atomic
def accept_assignment(*, actor: Actor, assignment_id: UUID) -> Assignment:
    """Take the work over. Also withdraws a question that the body itself had raised."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.ACCEPT)
    assignment.accepted_at = now()
    end_question(actor=actor, assignment=assignment, end=QuestionEnd.WITHDRAWN)
    finish_step(actor=actor, assignment=assignment, transition=transition)
    return assignment


@transaction.atomic
def question_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """Ask the giver to look at the assignment again: wrong body, beyond competence, unclear.

    Until the giver answers the days are the giver's.
    """
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.QUESTION, reason=reason)
    open_question(actor=actor, assignment=assignment, text=reason)
    finish_step(actor=actor, assignment=assignment, transition=transition, reason=reason)
    return assignment


@transaction.atomic
def insist_on_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """Answer a question by leaving the assignment as it was given."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.INSIST, reason=reason)
    days = end_question(actor=actor, assignment=assignment, end=QuestionEnd.ANSWERED, answer=reason)
    changes = {"held_days": [None, days]} if days else {}
    finish_step(actor=actor, assignment=assignment, transition=transition, reason=reason, changes=changes)
    return assignment


@transaction.atomic
def stop_assignment(
    *, actor: Actor, assignment_id: UUID, reason: str, parts_fate: PartsFate | None = None
) -> Assignment:
    """End the assignment without a product, for a reason. It stays on record.

    With open parts ``parts_fate`` must say what becomes of them. The share of a stopped part goes back to its giver.
    """
    assignment_policy.get_visible(actor, assignment_id)
    below = open_ids_below(assignment_id) if parts_fate == PartsFate.STOP else []
    locked = lock_bottom_up(below)
    assignment, _transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.STOP, reason=reason)
    _check_fate(assignment, parts_fate)
    lock_above(assignment)
    if parts_fate == PartsFate.STOP and set(open_ids_below(assignment_id)) != set(locked):
        raise Conflict("parts-changed", _("Các phần việc vừa thay đổi. Hãy tải lại trang để xem mới nhất."))
    _stop(actor, assignment, reason)
    # From the top down: work that is stopped waits for none of its parts any more.
    for pk in sorted(locked):
        _stop(actor, locked[pk], reason)
    if assignment.is_part:
        return_share(assignment)
    return assignment


def return_share(part: Assignment) -> None:
    """Put the share of a part that was just stopped back to what its giver keeps. Needs a transaction.

    Nothing is lost: share and progress are the giver's again, to do or to give away anew.
    """
    whole = lock_whole(part)
    if whole.state not in OPEN_STATES:
        return
    others = [portion_of(one) for one in delegated_parts(whole).exclude(pk=part.pk)]
    lost = portion_of(part)
    apply_split(whole, Split(kept_of(whole), (*others, lost)).take_back(lost), with_kept=True)
    whole.save(update_fields=["kept_share", "kept_progress", "progress"])
    carry_up(whole)


def _check_fate(assignment: Assignment, parts_fate: PartsFate | None) -> None:
    if parts_fate is None and open_parts(assignment).exists():
        raise DomainError(
            "parts-open", _("Còn phần việc đang mở. Hãy chọn các phần việc ấy dừng hay làm tiếp."), field="parts_fate"
        )


def _stop(actor: Actor, assignment: Assignment, reason: str) -> None:
    assignment.closed_at = now()
    end_own_wait(actor=actor, assignment=assignment)
    end_question(actor=actor, assignment=assignment, end=QuestionEnd.STOPPED)
    finish_step(actor=actor, assignment=assignment, transition=TRANSITIONS[Step.STOP], reason=reason)
    end_waits_for(actor=actor, part=assignment)


@transaction.atomic
def name_person(*, actor: Actor, assignment_id: UUID, appointment_id: UUID) -> Assignment:
    """Name the person in charge: somebody who holds a post today in the unit or below it."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "lead", assignment)
    if assignment.state not in OPEN_STATES:
        raise Conflict("assignment-closed", _("Nhiệm vụ đã kết thúc nên không phân công được nữa."))
    post = candidates(assignment).filter(pk=appointment_id).select_related("person", "position").first()
    if post is None:
        raise DomainError("not-in-unit", _("Người này không giữ chức danh nào trong đơn vị."), field="appointment")
    before, person_before = (str(assignment.person) if assignment.person else None), assignment.person_id
    assignment.person = post
    assignment.save()
    record_event(
        actor=actor,
        event=events.PERSON_NAMED,
        obj=assignment,
        object_text=assignment.code,
        changes={"person": [before, str(post)], "appointment": [_id(person_before), _id(post.pk)]},
    )
    tell(WorkChange(actor, assignment, person_before))
    return assignment


def candidates(assignment: Assignment) -> QuerySet[Appointment]:
    """Return the appointments from which the person in charge can be named, by name."""
    return (
        Appointment.objects.filter(unit__path__startswith=assignment.unit.path, valid__contains=today())
        .select_related("person", "position", "unit")
        .order_by("person__sort_key", "id")
    )


@transaction.atomic
def report_progress(
    *, actor: Actor, assignment_id: UUID, progress: int, text: str, differs_reason: str = ""
) -> ProgressReport:
    """Say how far the work got, in percent and words. The latest report is the one that counts.

    Of split work, ``progress`` is that of the whole. What the parts do not allow needs ``differs_reason``; it is in
    force until the next report, and the page shows both. What the work is bound to gets the same report.
    """
    if not 0 <= progress <= WHOLE:
        raise DomainError("progress-range", _("Tiến độ là một số từ 0 đến 100."), field="progress")
    if not text.strip():
        raise DomainError("text-needed", _("Hãy viết ngắn gọn đã làm được gì, còn vướng gì."), field="text")
    assignment_policy.get_visible(actor, assignment_id)
    bound = lock_bound(actor, assignment_id)
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.REPORT)
    # Bound work that is split tells its progress by its parts.
    alike = [other for other in bound if other.kept_progress is None]
    lock_above(assignment, *alike)
    said = _Said(progress, text.strip(), differs_reason.strip())
    report = _report_one(actor, assignment, transition, said)
    for other in alike:
        _report_one(actor, other, transition, replace(said, copy_of=report))
    return report


@dataclass(frozen=True, slots=True)
class _Said:
    """What a report says; ``copy_of`` is the one it repeats for work bound together."""

    progress: int
    text: str
    differs_reason: str
    copy_of: ProgressReport | None = None


def _report_one(actor: Actor, assignment: Assignment, transition: Transition, said: _Said) -> ProgressReport:
    before, split = assignment.progress, split_of(assignment)
    differs = _take_report(assignment, split, said.progress, said.differs_reason)
    report = ProgressReport.objects.create(
        assignment=assignment,
        progress=said.progress,
        text=said.text,
        parts_progress=split.shown if split.parts else None,
        differs_reason=said.differs_reason if differs else "",
        reported_by_name=actor.name,
        reported_by_id=actor.user_id,
        reported_at=now(),
        copy_of=said.copy_of,
    )
    assignment.reported_at = report.reported_at
    finish_step(
        actor=actor, assignment=assignment, transition=transition, changes={"progress": [before, said.progress]}
    )
    carry_up(assignment, touched_at=report.reported_at)
    return report


def _take_report(assignment: Assignment, split: Split, progress: int, differs_reason: str) -> bool:
    """Set the progress that was reported, and tell whether it differs from what the parts allow."""
    assignment.progress = progress
    if not split.parts:
        return False
    after = split.reported(progress)
    assignment.is_progress_own = after is None
    if after is not None:
        apply_split(assignment, after, with_kept=True)
    elif not differs_reason:
        low, high = split.reach
        raise DomainError(
            "differs-from-parts",
            _("Các phần việc cộng lại cho tiến độ từ %(low)s đến %(high)s%%. Hãy ghi vì sao báo cáo khác.")
            % {"low": low, "high": high},
            field="differs_reason",
        )
    return after is None


def _id(pk: UUID | None) -> str | None:
    return str(pk) if pk else None

"""The steps of an assignment from given to confirmed. Every step locks the row: of two people acting at once, one wins
and the other is told."""

from __future__ import annotations

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
from sauro.tasks.models import Assignment, ProgressReport
from sauro.tasks.policies import assignment_policy
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
    finish_step(actor=actor, assignment=assignment, transition=transition)
    return assignment


@transaction.atomic
def question_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """Ask the giver to look at the assignment again: wrong body, beyond competence, unclear."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.QUESTION, reason=reason)
    finish_step(actor=actor, assignment=assignment, transition=transition, reason=reason)
    return assignment


@transaction.atomic
def insist_on_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """Answer a question by leaving the assignment as it was given."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.INSIST, reason=reason)
    finish_step(actor=actor, assignment=assignment, transition=transition, reason=reason)
    return assignment


@transaction.atomic
def stop_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Assignment:
    """End the assignment without a product, for a reason. It stays on record."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.STOP, reason=reason)
    assignment.closed_at = now()
    end_own_wait(actor=actor, assignment=assignment)
    finish_step(actor=actor, assignment=assignment, transition=transition, reason=reason)
    end_waits_for(actor=actor, part=assignment)
    return assignment


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
        changes={"person": [before, str(post)]},
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
def report_progress(*, actor: Actor, assignment_id: UUID, progress: int, text: str) -> ProgressReport:
    """Say how far the work got, in percent and words. The latest report is the one that counts."""
    if not 0 <= progress <= 100:
        raise DomainError("progress-range", _("Tiến độ là một số từ 0 đến 100."), field="progress")
    if not text.strip():
        raise DomainError("text-needed", _("Hãy viết ngắn gọn đã làm được gì, còn vướng gì."), field="text")
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.REPORT)
    report = ProgressReport.objects.create(
        assignment=assignment,
        progress=progress,
        text=text.strip(),
        reported_by_name=actor.name,
        reported_by_id=actor.user_id,
        reported_at=now(),
    )
    before, assignment.progress, assignment.reported_at = assignment.progress, progress, report.reported_at
    finish_step(actor=actor, assignment=assignment, transition=transition, changes={"progress": [before, progress]})
    return report

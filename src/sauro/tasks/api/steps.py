"""The steps of an assignment from given to confirmed. Each answers with the assignment as it stands afterwards."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, Text, answers
from sauro.tasks.api.assignment_schemas import AssignmentOut
from sauro.tasks.api.assignments import read_assignment
from sauro.tasks.enums import PartsFate
from sauro.tasks.services import delegation, lifecycle

router = Router()

_ANSWERS = answers(AssignmentOut, *ACTS)


class Reason(Schema):
    """Why the step is taken."""

    reason: Text


class PersonIn(Schema):
    """Who is put in charge, by appointment."""

    appointment_id: UUID


class PartIn(Schema):
    """The part that a unit below gets; without a deadline it has that of the whole."""

    unit_id: UUID
    wording: Text
    due_on: dt.date | None = None


class ReportIn(Schema):
    """How far the work got, in percent and words; of split work the whole, and why it differs from its parts."""

    progress: int
    text: Text
    differs_reason: Text = ""


class StopIn(Reason):
    """Why the work stops, and what becomes of its open parts."""

    parts_fate: PartsFate | None = None


@router.post("/assignments/{uuid:assignment_id}/accept", response=_ANSWERS, summary="Accept")
def accept_assignment(request: ActorRequest, assignment_id: UUID) -> AssignmentOut:
    """Take the work over. Also withdraws a question that the body itself had raised."""
    lifecycle.accept_assignment(actor=request.actor, assignment_id=assignment_id)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/question", response=_ANSWERS, summary="Question")
def question_assignment(request: ActorRequest, assignment_id: UUID, said: Reason) -> AssignmentOut:
    """Ask the giver to look at the assignment again."""
    lifecycle.question_assignment(actor=request.actor, assignment_id=assignment_id, reason=said.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/insist", response=_ANSWERS, summary="Insist")
def insist_on_assignment(request: ActorRequest, assignment_id: UUID, said: Reason) -> AssignmentOut:
    """Answer a question by leaving the assignment as it was given."""
    lifecycle.insist_on_assignment(actor=request.actor, assignment_id=assignment_id, reason=said.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/name-person", response=_ANSWERS, summary="Name the person in charge")
def name_person(request: ActorRequest, assignment_id: UUID, named: PersonIn) -> AssignmentOut:
    """Name the person in charge: somebody who holds a post today in the unit or below it."""
    lifecycle.name_person(actor=request.actor, assignment_id=assignment_id, appointment_id=named.appointment_id)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/delegate", response=_ANSWERS, summary="Delegate a part")
def delegate_part(request: ActorRequest, assignment_id: UUID, part: PartIn) -> AssignmentOut:
    """Give a part to a unit below. The whole stays with the delegating body; the new part is among ``parts``."""
    delegation.delegate_part(
        actor=request.actor,
        assignment_id=assignment_id,
        unit_id=part.unit_id,
        wording=part.wording,
        due_on=part.due_on,
    )
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/report", response=_ANSWERS, summary="Report progress")
def report_progress(request: ActorRequest, assignment_id: UUID, said: ReportIn) -> AssignmentOut:
    """Say how far the work got. The latest report is the one that counts."""
    lifecycle.report_progress(actor=request.actor, assignment_id=assignment_id, **said.dict())
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/stop", response=_ANSWERS, summary="Stop the assignment")
def stop_assignment(request: ActorRequest, assignment_id: UUID, said: StopIn) -> AssignmentOut:
    """End the assignment without a product, for a reason. It stays on record. Open parts need their fate."""
    lifecycle.stop_assignment(
        actor=request.actor, assignment_id=assignment_id, reason=said.reason, parts_fate=said.parts_fate
    )
    return read_assignment(request, assignment_id)

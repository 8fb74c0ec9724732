"""Moving the deadline of an assignment, and waiting for another unit's part."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Field, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, Text, answers
from sauro.tasks.api.assignment_schemas import AssignmentOut
from sauro.tasks.api.assignments import read_assignment
from sauro.tasks.schedule import Closing, Rhythm, Schedule
from sauro.tasks.services import deadlines, recurring, waits

router = Router()

_ANSWERS = answers(AssignmentOut, *ACTS)


class DeadlineIn(Schema):
    """Another deadline (inclusive last day) and why."""

    day: dt.date
    reason: Text


class GrantIn(Schema):
    """The day that is allowed, and what the giver says to it."""

    day: dt.date
    text: Text = ""


class RefusalIn(Schema):
    """Why the deadline stays."""

    text: Text


class RecurrenceIn(Schema):
    """A rhythm with its deadline: ``day`` is the weekday (1 to 7) of weekly work, else the day of the month, 0 the last
    day of the period; ``months_after`` puts it into a month after the period, below zero into one before its last."""

    rhythm: Rhythm
    day: Annotated[int, Field(ge=0, le=31)] = 0
    months_after: Annotated[int, Field(ge=-11, le=1)] = 0
    closing: Closing = Closing.CALENDAR
    starts_on: dt.date
    ends_on: dt.date | None = None


class WaitIn(Schema):
    """Whose part the work waits for, and for what."""

    part_id: UUID
    reason: Text


@router.post("/assignments/{uuid:assignment_id}/extension", response=_ANSWERS, summary="Ask for a later deadline")
def ask_extension(request: ActorRequest, assignment_id: UUID, asked: DeadlineIn) -> AssignmentOut:
    """Ask the giver. One request at a time; the deadline in force holds until it is answered."""
    deadlines.ask_extension(actor=request.actor, assignment_id=assignment_id, day=asked.day, reason=asked.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/extension/withdraw", response=_ANSWERS, summary="Take the request back")
def withdraw_extension(request: ActorRequest, assignment_id: UUID) -> AssignmentOut:
    """Take the open request back."""
    deadlines.withdraw_extension(actor=request.actor, assignment_id=assignment_id)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/extension/grant", response=_ANSWERS, summary="Allow a later deadline")
def grant_extension(request: ActorRequest, assignment_id: UUID, said: GrantIn) -> AssignmentOut:
    """Allow the open request, for the day asked or another one after the deadline in force."""
    deadlines.grant_extension(actor=request.actor, assignment_id=assignment_id, day=said.day, text=said.text)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/extension/refuse", response=_ANSWERS, summary="Leave the deadline")
def refuse_extension(request: ActorRequest, assignment_id: UUID, said: RefusalIn) -> AssignmentOut:
    """Leave the deadline as it is, and say why."""
    deadlines.refuse_extension(actor=request.actor, assignment_id=assignment_id, text=said.text)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/deadline", response=_ANSWERS, summary="Set the deadline as the giver")
def set_deadline(request: ActorRequest, assignment_id: UUID, said: DeadlineIn) -> AssignmentOut:
    """Set or move the deadline. An open request is thereby answered."""
    deadlines.set_deadline(actor=request.actor, assignment_id=assignment_id, day=said.day, reason=said.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/recurrence", response=_ANSWERS, summary="Set how often it comes back")
def set_recurrence(request: ActorRequest, assignment_id: UUID, said: RecurrenceIn) -> AssignmentOut:
    """Make the work recurring or change its rhythm, as the giver. What the present period owes is made at once."""
    schedule = Schedule(said.rhythm, said.day, said.months_after, said.closing)
    recurrence = recurring.Recurrence(schedule, said.starts_on, said.ends_on)
    recurring.set_recurrence(actor=request.actor, assignment_id=assignment_id, recurrence=recurrence)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/wait", response=_ANSWERS, summary="Note a wait for another unit")
def begin_wait(request: ActorRequest, assignment_id: UUID, said: WaitIn) -> AssignmentOut:
    """Note that the work waits for an open part. Days after that part's own deadline are not charged here."""
    waits.begin_wait(actor=request.actor, assignment_id=assignment_id, part_id=said.part_id, reason=said.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/wait/end", response=_ANSWERS, summary="Note that the work goes on")
def end_wait(request: ActorRequest, assignment_id: UUID) -> AssignmentOut:
    """End the open wait. It also ends by itself when the part is handed in or stopped."""
    waits.end_wait(actor=request.actor, assignment_id=assignment_id)
    return read_assignment(request, assignment_id)

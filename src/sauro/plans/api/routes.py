"""Long work over months: how it is divided, and what happens to one part."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Field, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, answers
from sauro.plans.models import MonthlyPart
from sauro.plans.parting import MOST_PARTS, WHOLE
from sauro.plans.selectors.parts import ShownPart, division_of
from sauro.plans.services import delivering
from sauro.plans.services.dividing import PartWish, divide_work
from sauro.tasks.selectors.work import get_assignment

router = Router()


class MonthlyPartOut(Schema):
    """A part of one month. ``month`` is its first day, ``month_first`` the one it was planned in first; ``share`` is
    percent of the whole; ``last_day`` the inclusive last day, and ``timeliness`` how it stands against it."""

    id: UUID
    number: int
    month: dt.date
    month_first: dt.date
    share: int
    product: str
    last_day: dt.date
    timeliness: str
    delivered_at: dt.datetime | None
    delivered_by: str
    delivered_text: str
    returns: int
    return_reason: str


class DivisionOut(Schema):
    """The parts, earliest first, and in percent of the whole what is due by the end of this month, delivered, and owed.

    Without the right to see how the body plans its work there are none.
    """

    parts: list[MonthlyPartOut]
    due: int
    delivered: int
    owed: int


class PartIn(Schema):
    """A part to plan; ``month`` is any day of its month."""

    month: dt.date
    share: Annotated[int, Field(ge=1, le=WHOLE)]
    product: Text


class DivideIn(Schema):
    """The parts that take the place of those no plan holds yet. All shares are 100; dividing anew has a reason."""

    parts: list[PartIn] = Field(max_length=MOST_PARTS)
    reason: Text = ""


class DeliverIn(Schema):
    """What came of the part, and where to find it."""

    text: Text


class ReturnIn(Schema):
    """Why the part is returned."""

    reason: Text


class MovePartIn(Schema):
    """To which month (any day of it), and why."""

    month: dt.date
    reason: Text


@router.get(
    "/assignments/{uuid:assignment_id}/monthly-parts", response=answers(DivisionOut, *READS), summary="Monthly parts"
)
def read_monthly_parts(request: ActorRequest, assignment_id: UUID) -> DivisionOut:
    """Return how an assignment is divided over months. A giver learns nothing of it."""
    division = division_of(request.actor, get_assignment(request.actor, assignment_id))
    parts = [_part_out(shown) for shown in division.parts]
    score = division.score
    return DivisionOut(parts=parts, due=score.due, delivered=score.delivered, owed=score.owed)


@router.post(
    "/assignments/{uuid:assignment_id}/monthly-parts", response=answers(DivisionOut, *ACTS), summary="Divide the work"
)
def divide_by_months(request: ActorRequest, assignment_id: UUID, said: DivideIn) -> DivisionOut:
    """Divide an assignment over months, or divide anew what was neither delivered nor planned in an opened month."""
    wishes = [PartWish(part.month, part.share, part.product) for part in said.parts]
    divide_work(actor=request.actor, assignment_id=assignment_id, parts=wishes, reason=said.reason)
    return read_monthly_parts(request, assignment_id)


@router.post("/monthly-parts/{uuid:part_id}/deliver", response=answers(DivisionOut, *ACTS), summary="Deliver a part")
def deliver_monthly_part(request: ActorRequest, part_id: UUID, said: DeliverIn) -> DivisionOut:
    """Say what came of a part. The product of the whole is handed in apart."""
    part = delivering.deliver_part(actor=request.actor, part_id=part_id, text=said.text)
    return _division_around(request, part)


@router.post("/monthly-parts/{uuid:part_id}/return", response=answers(DivisionOut, *ACTS), summary="Return a part")
def return_monthly_part(request: ActorRequest, part_id: UUID, said: ReturnIn) -> DivisionOut:
    """Return a delivered part: it is owed again."""
    part = delivering.return_part(actor=request.actor, part_id=part_id, reason=said.reason)
    return _division_around(request, part)


@router.post("/monthly-parts/{uuid:part_id}/move", response=answers(DivisionOut, *ACTS), summary="Move a part")
def move_monthly_part(request: ActorRequest, part_id: UUID, said: MovePartIn) -> DivisionOut:
    """Move an undelivered part to another month. A plan that holds it keeps it as it was planned."""
    part = delivering.move_part(actor=request.actor, part_id=part_id, month=said.month, reason=said.reason)
    return _division_around(request, part)


def _division_around(request: ActorRequest, part: MonthlyPart) -> DivisionOut:
    return read_monthly_parts(request, part.assignment_id)


def _part_out(shown: ShownPart) -> MonthlyPartOut:
    part = shown.part
    return MonthlyPartOut(
        id=part.pk,
        number=part.number,
        month=part.month,
        month_first=part.month_first,
        share=part.share,
        product=part.product,
        last_day=shown.last_day,
        timeliness=shown.timeliness,
        delivered_at=part.delivered_at,
        delivered_by=part.delivered_by_name,
        delivered_text=part.delivered_text,
        returns=part.returns,
        return_reason=part.return_reason,
    )

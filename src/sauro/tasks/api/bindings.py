"""Work that several documents asked for: what is bound together, what may be the same, binding and taking apart."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, PageOf, Paging, Text, answers, page_answer
from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.tasks.api.assignment_schemas import AssignmentRow, assignment_row
from sauro.tasks.enums import PairState
from sauro.tasks.likeness import Likeness
from sauro.tasks.models import Assignment, LikelyPair
from sauro.tasks.selectors.bindings import bound_work_of
from sauro.tasks.selectors.likely import get_pair, likely_pairs, why_likely
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.services import binding, likely
from sauro.ui.lists.paging import Order

router = Router()


class BoundOut(Schema):
    """An assignment in a binding, with who bound it and why."""

    assignment: AssignmentRow
    reason: str
    bound_by: str
    bound_at: dt.datetime


class BindingOut(Schema):
    """One piece of work of a body and the assignments it answers, as far as the caller may see them.

    ``code`` is empty when the assignment is bound to nothing, or to nothing the caller may know of.
    """

    code: str
    assignments: list[BoundOut]


class BindIn(Schema):
    """The other assignment of the same unit, and why both are one piece of work."""

    other_id: UUID
    reason: Text


class UnbindIn(Schema):
    """Why they are not."""

    reason: Text


class PairSide(Schema):
    """One of two assignments that may be the same work."""

    id: UUID
    code: str
    wording: str
    giver: str
    due_on: dt.date | None
    state: str


class WhyOut(Schema):
    """What both works say, want as product and name as figures."""

    words: list[str]
    product: list[str]
    targets: list[str]


class PairOut(Schema):
    """Two assignments of one unit that may ask for the same; ``score`` is how alike they are, in percent."""

    id: UUID
    unit: UnitRef
    score: int
    state: str
    first: PairSide
    second: PairSide
    why: WhyOut
    found_at: dt.datetime
    decided_by: str
    decided_at: dt.datetime | None


class PairQuery(Paging):
    """Which pairs."""

    state: PairState | None = None
    sort: Literal["score", "-score", "found_at", "-found_at"] = "-score"


@router.get(
    "/assignments/{uuid:assignment_id}/bound", response=answers(BindingOut, *READS), summary="What it is bound to"
)
def read_binding(request: ActorRequest, assignment_id: UUID) -> BindingOut:
    """Return what an assignment is bound to. A giver learns nothing of it."""
    work = bound_work_of(request.actor, get_assignment(request.actor, assignment_id))
    if work is None:
        return BindingOut(code="", assignments=[])
    members = [
        BoundOut(
            assignment=assignment_row(row),
            reason=member.reason,
            bound_by=member.bound_by_name,
            bound_at=member.bound_at,
        )
        for member, row in work.members
    ]
    return BindingOut(code=work.binding.code, assignments=members)


@router.post("/assignments/{uuid:assignment_id}/bind", response=answers(BindingOut, *ACTS), summary="Bind two")
def bind_assignments(request: ActorRequest, assignment_id: UUID, said: BindIn) -> BindingOut:
    """Say that one piece of work answers both: from now on reports and hand-ins of one are those of the other."""
    binding.bind_assignments(
        actor=request.actor, assignment_id=assignment_id, other_id=said.other_id, reason=said.reason
    )
    return read_binding(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/unbind", response=answers(BindingOut, *ACTS), summary="Take one out")
def unbind_assignment(request: ActorRequest, assignment_id: UUID, said: UnbindIn) -> BindingOut:
    """Take an assignment out of its binding; it is reported and handed in by itself again."""
    binding.unbind_assignment(actor=request.actor, assignment_id=assignment_id, reason=said.reason)
    return read_binding(request, assignment_id)


@router.get("/likely-pairs", response=answers(PageOf[PairOut]), summary="Work that may have been asked for twice")
def list_likely_pairs(request: ActorRequest, query: Query[PairQuery]) -> dict[str, Any]:
    """Return the pairs of the units whose work the caller may see, one page at a time."""
    rows = likely_pairs(request.actor)
    if query.state is not None:
        rows = rows.filter(state=query.state)
    order = Order((query.sort.removeprefix("-"),), descending=query.sort.startswith("-"))
    return page_answer(rows, order, query, _pair)


@router.post("/likely-pairs/{uuid:pair_id}/dismiss", response=answers(PairOut, *ACTS), summary="Not the same work")
def dismiss_pair(request: ActorRequest, pair_id: UUID) -> PairOut:
    """Remember that two assignments are not the same work."""
    likely.dismiss_pair(actor=request.actor, pair_id=pair_id)
    return _pair(get_pair(request.actor, pair_id).pair)


def _pair(pair: LikelyPair) -> PairOut:
    return PairOut(
        id=pair.pk,
        unit=unit_ref(pair.unit),
        score=pair.score,
        state=pair.state,
        first=_side(pair.first),
        second=_side(pair.second),
        why=_why(why_likely(pair)),
        found_at=pair.found_at,
        decided_by=pair.decided_by_name,
        decided_at=pair.decided_at,
    )


def _side(assignment: Assignment) -> PairSide:
    return PairSide(
        id=assignment.pk,
        code=assignment.code,
        wording=assignment.wording,
        giver=assignment.giver_name,
        due_on=assignment.due_on,
        state=assignment.state,
    )


def _why(likeness: Likeness | None) -> WhyOut:
    if likeness is None:
        return WhyOut(words=[], product=[], targets=[])
    return WhyOut(words=list(likeness.words), product=list(likeness.product), targets=list(likeness.targets))

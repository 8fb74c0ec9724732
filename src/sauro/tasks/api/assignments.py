"""Reading assignments: lists, one of them, and the people and units that can be named for it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router

from sauro.access.requests import ActorRequest
from sauro.api_kit import READS, PageOf, Paging, Word, answers, page_answer
from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.tasks.api.assignment_schemas import (
    AssignmentOut,
    AssignmentRow,
    PersonOut,
    assignment_out,
    assignment_row,
    person_out,
)
from sauro.tasks.enums import AssignmentState, BodyRole
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.assignment_detail import get_assignment_detail
from sauro.tasks.selectors.search import AssignmentFilter, Reach, find_assignments
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.services.delegation import units_below
from sauro.tasks.services.lifecycle import candidates
from sauro.tasks.timeliness import Timeliness
from sauro.ui.lists.paging import Order

router = Router()


class AssignmentQuery(Paging):
    """Filters of the list of assignments. A unit stands for itself and everything below it."""

    reach: Reach = Reach.ALL
    q: Word = ""
    state: AssignmentState | None = None
    timeliness: Timeliness | None = None
    role: BodyRole | None = None
    is_open: bool | None = None
    unit_id: UUID | None = None
    giver_unit_id: UUID | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    sort: Literal["due_on", "-due_on", "given_at", "-given_at", "code", "-code", "progress", "-progress"] = "due_on"

    def asked(self) -> AssignmentFilter:
        """Return the filter of the selector."""
        return AssignmentFilter(
            reach=self.reach,
            words=self.q,
            state=self.state or "",
            timeliness=self.timeliness or "",
            role=self.role or "",
            is_open=self.is_open,
            unit_id=self.unit_id,
            giver_unit_id=self.giver_unit_id,
            due_from=self.due_from,
            due_to=self.due_to,
        )


@router.get("/assignments", response=answers(PageOf[AssignmentRow]), summary="List assignments")
def list_assignments(request: ActorRequest, query: Query[AssignmentQuery]) -> dict[str, Any]:
    """Return the assignments the caller may see, one page at a time; without a deadline last."""
    order = Order((query.sort.removeprefix("-"),), descending=query.sort.startswith("-"))
    return page_answer(find_assignments(request.actor, query.asked()), order, query, assignment_row)


@router.get("/assignments/{uuid:assignment_id}", response=answers(AssignmentOut, *READS), summary="One assignment")
def read_assignment(request: ActorRequest, assignment_id: UUID) -> AssignmentOut:
    """Return one assignment with its reports, its products and the steps the caller may take now."""
    return assignment_out(get_assignment_detail(actor=request.actor, assignment_id=assignment_id))


@router.get(
    "/assignments/{uuid:assignment_id}/people",
    response=answers(list[PersonOut], 403, *READS),
    summary="Who can be put in charge",
)
def list_people(request: ActorRequest, assignment_id: UUID) -> list[PersonOut]:
    """Return the people who hold a post today in the unit or below it; for those who may name one of them."""
    assignment = get_assignment(request.actor, assignment_id)
    assignment_policy.require(request.actor, "lead", assignment)
    return [person_out(post) for post in candidates(assignment)]


@router.get(
    "/assignments/{uuid:assignment_id}/units-below",
    response=answers(list[UnitRef], 403, *READS),
    summary="To whom a part can be given",
)
def list_units_below(request: ActorRequest, assignment_id: UUID) -> list[UnitRef]:
    """Return the units to which a part can be delegated; for those who may do so."""
    assignment = get_assignment(request.actor, assignment_id)
    assignment_policy.require(request.actor, "lead", assignment)
    return [unit_ref(unit) for unit in units_below(assignment)]

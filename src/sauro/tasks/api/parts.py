"""The tree of delegation: splitting work, giving a part back, moving one, and reading the whole tree."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Field, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, answers
from sauro.tasks.api.assignment_schemas import AssignmentOut, AssignmentRow, assignment_row
from sauro.tasks.api.assignments import read_assignment
from sauro.tasks.selectors.tree import tree_around
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.services import delegation, part_moves
from sauro.tasks.services.delegation import MOST_PARTS_AT_ONCE, PartPlan

router = Router()

_ANSWERS = answers(AssignmentOut, *ACTS)


class NewPart(Schema):
    """A part: for a unit below or for a person (by appointment), never both.

    ``share`` is its weight, 1 to 100; without one it is as large as the other parts without one and what the body
    keeps. Without ``due_on`` it has the deadline of the whole.
    """

    unit_id: UUID | None = None
    appointment_id: UUID | None = None
    wording: Text
    share: Annotated[int, Field(ge=1, le=100)] | None = None
    due_on: dt.date | None = None


class SplitIn(Schema):
    """The parts that are given away at once: all of them or none."""

    parts: list[NewPart] = Field(min_length=1, max_length=MOST_PARTS_AT_ONCE)


class GiveBackIn(Schema):
    """Why the part goes back."""

    reason: Text


class MoveIn(Schema):
    """Where the part goes on, and why; ``due_on`` gives it another deadline."""

    unit_id: UUID | None = None
    appointment_id: UUID | None = None
    reason: Text
    due_on: dt.date | None = None


class TreeLine(Schema):
    """An assignment in the tree. ``depth`` is 0 at the top. A coordinator's part does not roll up."""

    depth: int
    is_coordinator: bool
    rolls_up: bool
    assignment: AssignmentRow


class TreeOut(Schema):
    """The tree from the top down, a part after what it belongs to; ``is_cut``: there is more than is told."""

    lines: list[TreeLine]
    is_cut: bool


@router.get("/assignments/{uuid:assignment_id}/tree", response=answers(TreeOut, *READS), summary="The whole tree")
def read_tree(request: ActorRequest, assignment_id: UUID) -> TreeOut:
    """Return the tree an assignment stands in, without what the caller may not see."""
    tree = tree_around(request.actor, get_assignment(request.actor, assignment_id))
    lines = [
        TreeLine(
            depth=line.depth,
            is_coordinator=line.is_coordinator,
            rolls_up=line.node.counts,
            assignment=assignment_row(line.node.assignment),
        )
        for line in tree.lines
    ]
    return TreeOut(lines=lines, is_cut=tree.is_cut)


@router.post("/assignments/{uuid:assignment_id}/split", response=_ANSWERS, summary="Split the work")
def split_assignment(request: ActorRequest, assignment_id: UUID, said: SplitIn) -> AssignmentOut:
    """Give parts to units below and to people. The whole stays with the body; its progress is that of the parts."""
    plans = [PartPlan(**part.dict()) for part in said.parts]
    delegation.split_assignment(actor=request.actor, assignment_id=assignment_id, parts=plans)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/give-back", response=_ANSWERS, summary="Give a part back")
def give_back_part(request: ActorRequest, assignment_id: UUID, said: GiveBackIn) -> AssignmentOut:
    """Give a part back to the body that gave it. A part whose deadline has passed stays where it is."""
    part_moves.give_back_part(actor=request.actor, assignment_id=assignment_id, reason=said.reason)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/move", response=_ANSWERS, summary="Move a part")
def move_part(request: ActorRequest, assignment_id: UUID, said: MoveIn) -> AssignmentOut:
    """Let a part go on in another unit or with another person. Answers with the part that goes on."""
    going_on = part_moves.move_part(actor=request.actor, assignment_id=assignment_id, **said.dict())
    return read_assignment(request, going_on.pk)

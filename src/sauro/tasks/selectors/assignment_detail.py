"""One assignment with all that belongs to it, as far as the actor may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.tasks.models import Assignment, Criterion, ProductVersion, ProgressReport
from sauro.tasks.policies import assignment_policy, obligation_policy
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.selectors.deadlines import DeadlineStory, deadline_story
from sauro.tasks.selectors.record import products_of
from sauro.tasks.selectors.work import get_assignment, visible_assignments
from sauro.tasks.transitions import OPEN_STATES, TRANSITIONS, steps_from

# Acts of the leading side that change no state and so are no steps of the table of transitions.
PART_ACTS = {"give-back": "lead", "move": "decide"}
LEADING_ACTS = ("name-person", "delegate", "split")


@dataclass(frozen=True, slots=True)
class AssignmentDetail:
    """An assignment, the criteria its product is judged by, its reports and products (newest first), its visible parent
    and parts, the story of its deadline, and the steps of its life that may be taken now.

    ``sees_obligation`` tells whether the sentence in the giver's document may be opened as well.
    """

    assignment: Assignment
    reports: Sequence[ProgressReport]
    criteria: Sequence[Criterion]
    products: Sequence[ProductVersion]
    parent: Assignment | None
    parts: Sequence[Assignment]
    sees_obligation: bool
    story: DeadlineStory
    steps: Sequence[str]


def get_assignment_detail(*, actor: Actor, assignment_id: UUID) -> AssignmentDetail:
    """Return one assignment. Raises ``NotVisible``. Takes a constant number of queries."""
    assignment = get_assignment(actor, assignment_id)
    obligation = assignment.obligation
    seen = visible_assignments(actor)
    return AssignmentDetail(
        assignment=assignment,
        reports=list(assignment.reports.all()),
        criteria=criteria_of(assignment),
        products=products_of(assignment),
        parent=seen.filter(pk=assignment.parent_id).first() if assignment.parent_id else None,
        parts=list(seen.filter(parent=assignment).order_by("code")),
        sees_obligation=obligation is not None and obligation_policy.can(actor, "view", obligation),
        story=deadline_story(assignment),
        steps=_steps(actor, assignment),
    )


def _steps(actor: Actor, assignment: Assignment) -> list[str]:
    actions = {transition.action for transition in TRANSITIONS.values()}
    allowed = assignment_policy.allowed(actor, actions, assignment)
    steps = [str(step) for step in steps_from(assignment.state) if TRANSITIONS[step].action in allowed]
    is_leading = "lead" in allowed and assignment.state in OPEN_STATES
    acts = [*steps, *(LEADING_ACTS if is_leading else ())]
    if assignment.is_part and assignment.state in OPEN_STATES:
        acts += [act for act, action in PART_ACTS.items() if action in allowed]
    return acts

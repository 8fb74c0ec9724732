"""What the people of the demo say to each other about a task, and by what the giver judges its product."""

from __future__ import annotations

from uuid import UUID

from sauro.access.actor import Actor
from sauro.demo.story import COMMENT_OF_BODY, COMMENT_OF_GIVER, CRITERIA, FAILED_NOTE, OWN_COMMENT
from sauro.discussions.enums import Side
from sauro.discussions.selectors.audience import Scope
from sauro.discussions.services.writing import Saying, write_comment
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.services.demands import Demand, set_demand
from sauro.tasks.services.judging import Finding


def has_two_sides(assignment: Assignment) -> bool:
    """Tell whether giver and body are two, with people of their own."""
    return assignment.giver_unit_id != assignment.unit_id and not assignment.is_kept_by_giver


def talk_about(assignment: Assignment, *, giver: Actor, worker: Actor) -> None:
    """Let the giver ask, the worker answer, and the worker's unit say something among itself."""
    sayings = (
        (giver, Saying(f"@{worker.name} {COMMENT_OF_GIVER}")),
        (worker, Saying(f"@{giver.name} {COMMENT_OF_BODY}")),
        (worker, Saying(OWN_COMMENT, Scope(Side.BODY))),
    )
    for actor, saying in sayings:
        write_comment(actor=actor, assignment_id=assignment.pk, saying=saying)


def set_criteria(assignment: Assignment, *, giver: Actor) -> None:
    """Set the criteria by which the product will be judged."""
    demand = Demand(assignment.product, no_product_needed=assignment.no_product_needed, criteria=CRITERIA)
    set_demand(actor=giver, assignment_id=assignment.pk, demand=demand)


def claims_of(assignment: Assignment) -> dict[UUID, str]:
    """Return the claim that every criterion is met."""
    return {row.pk: "" for row in criteria_of(assignment)}


def findings_of_return(assignment: Assignment) -> dict[UUID, Finding]:
    """Return the finding that the first criterion was not met."""
    return {row.pk: Finding(is_met=False, note=FAILED_NOTE) for row in criteria_of(assignment)[:1]}

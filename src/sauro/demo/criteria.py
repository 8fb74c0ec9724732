"""By what the givers of the demo judge products."""

from __future__ import annotations

from uuid import UUID

from sauro.access.actor import Actor
from sauro.demo.story import CRITERIA, FAILED_NOTE
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.services.demands import Demand, set_demand
from sauro.tasks.services.judging import Finding


def has_two_sides(assignment: Assignment) -> bool:
    """Tell whether giver and body are two, with people of their own."""
    return assignment.giver_unit_id != assignment.unit_id and not assignment.is_kept_by_giver


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

"""Reading work that is bound together: only by the body that does it, never by a giver of one of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment, Binding, BoundAssignment
from sauro.tasks.policies import binding_policy
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import visible_assignments


@dataclass(frozen=True, slots=True)
class BoundWork:
    """A binding with the assignments in it now, as far as the actor may see them, and who bound each and why."""

    binding: Binding
    members: Sequence[tuple[BoundAssignment, TimedAssignment]]


def bound_work_of(actor: Actor, assignment: Assignment) -> BoundWork | None:
    """Return what an assignment is bound to, or None. Three queries at most."""
    if not holds(assignment, "binding"):
        return None
    binding = binding_policy.visible(actor).filter(pk__in=_live(assignment.pk).values("binding")).first()
    if binding is None:
        return None
    members = list(binding.members.filter(unbound_at__isnull=True).order_by("bound_at", "id"))
    work = visible_assignments(actor).in_bulk([member.assignment_id for member in members])
    seen = [(member, work[member.assignment_id]) for member in members if member.assignment_id in work]
    return BoundWork(binding, seen)


def bound_ids(assignment_id: UUID) -> list[UUID]:
    """Return the assignments in the same binding as one, itself left out, whoever may see them."""
    together = BoundAssignment.objects.filter(
        unbound_at__isnull=True, binding__in=_live(assignment_id).values("binding")
    )
    return list(together.exclude(assignment=assignment_id).values_list("assignment", flat=True))


def _live(assignment_id: UUID) -> QuerySet[BoundAssignment]:
    return BoundAssignment.objects.filter(assignment=assignment_id, unbound_at__isnull=True)

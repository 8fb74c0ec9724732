"""The parts of an assignment: what was delegated below, and what coordinators owe."""

from __future__ import annotations

from django.db.models import QuerySet

from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment
from sauro.tasks.transitions import OPEN_STATES

# A part that was handed in is delivered, whatever its giver says to it later.
UNDELIVERED = sorted(OPEN_STATES - {State.HANDED_IN})


def awaited_parts(assignment: Assignment) -> QuerySet[Assignment]:
    """Return the parts that another unit still owes, soonest deadline first. Occurrences are no parts."""
    owed = Assignment.objects.filter(parent=assignment, period_first__isnull=True, state__in=UNDELIVERED)
    return owed.select_related("unit").order_by("due_on", "code")

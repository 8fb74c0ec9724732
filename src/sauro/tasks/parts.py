"""The parts of an assignment: what was delegated below, and what coordinators owe."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import QuerySet

from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment
from sauro.tasks.roll_up import Portion, Split
from sauro.tasks.transitions import OPEN_STATES

# A part that was handed in is delivered, whatever its giver says to it later.
UNDELIVERED = sorted(OPEN_STATES - {State.HANDED_IN})


def awaited_parts(assignment: Assignment) -> QuerySet[Assignment]:
    """Return the parts that another unit still owes, soonest deadline first. Occurrences are no parts."""
    return _children(assignment).filter(state__in=UNDELIVERED).select_related("unit").order_by("due_on", "code")


def open_parts(assignment: Assignment) -> QuerySet[Assignment]:
    """Return the parts that are not closed, handed in or not."""
    return _children(assignment).filter(state__in=sorted(OPEN_STATES))


def delegated_parts(assignment: Assignment) -> QuerySet[Assignment]:
    """Return the parts whose progress rolls up: those the body itself gave and nobody stopped."""
    return Assignment.objects.filter(parent=assignment, share__isnull=False).exclude(state=State.STOPPED)


def portion_of(part: Assignment) -> Portion:
    """Return a delegated part as the arithmetic of the roll-up sees it."""
    return Portion(part.share or 0, Fraction(part.progress))


def split_of(assignment: Assignment) -> Split:
    """Return how an assignment is split just now. Takes one query."""
    parts = delegated_parts(assignment).only("share", "progress").order_by("pk")
    return Split(kept_of(assignment), tuple(portion_of(part) for part in parts))


def kept_of(assignment: Assignment) -> Portion:
    """Return the portion the body keeps. Of work nobody has split, what the body reported of the whole."""
    kept = assignment.progress if assignment.kept_progress is None else assignment.kept_progress
    return Portion(assignment.kept_share, Fraction(kept))


def _children(assignment: Assignment) -> QuerySet[Assignment]:
    return Assignment.objects.filter(parent=assignment, period_first__isnull=True)

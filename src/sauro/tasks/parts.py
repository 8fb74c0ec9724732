"""The parts of an assignment: what was delegated below, and what coordinators owe."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from django.db.models import Q, QuerySet

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import BodyRole
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment, Wait
from sauro.tasks.roll_up import Portion, Split
from sauro.tasks.transitions import OPEN_STATES

_ONE_DAY = dt.timedelta(days=1)
# A part that was handed in is delivered, whatever its giver says to it later.
UNDELIVERED = sorted(OPEN_STATES - {State.HANDED_IN})


def awaited_parts(assignment: Assignment) -> QuerySet[Assignment]:
    """Return the parts that another unit still owes, soonest deadline first. Occurrences are no parts.

    Of a sentence with several leads, a coordinator's part hangs under none of them: it is owed to each.
    """
    owed = Q(parent=assignment, period_first__isnull=True) | _shared_with(assignment)
    rows = Assignment.objects.filter(owed, state__in=UNDELIVERED)
    return rows.select_related("unit").order_by("due_on", "code")


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
    if not holds(assignment, "below"):
        return Split(kept_of(assignment), ())
    parts = delegated_parts(assignment).only("share", "progress").order_by("pk")
    return Split(kept_of(assignment), tuple(portion_of(part) for part in parts))


def kept_of(assignment: Assignment) -> Portion:
    """Return the portion the body keeps. Of work nobody has split, what the body reported of the whole."""
    kept = assignment.progress if assignment.kept_progress is None else assignment.kept_progress
    return Portion(assignment.kept_share, Fraction(kept))


def has_a_giver(assignment: Assignment) -> bool:
    """Tell whether somebody else than those who act for the body answers it."""
    return not (assignment.is_kept_by_giver or assignment.has_crossed)


def first_counted_day(wait: Wait) -> dt.date:
    """Return the day of the note, or the first day after the part's own deadline when that is later."""
    began = wait.began_at.astimezone(VIETNAM).date()
    due = wait.part.due_on
    return max(began, due + _ONE_DAY) if due else began


def _shared_with(assignment: Assignment) -> Q:
    """The coordinators of the sentence that hang under no lead, seen from one of the leads that were sent with them."""
    if assignment.role != BodyRole.LEAD or assignment.obligation_id is None or assignment.parent_id is not None:
        return Q(pk__in=())
    return Q(
        obligation=assignment.obligation_id,
        parent__isnull=True,
        role=BodyRole.COORDINATOR,
        domain=assignment.domain,
        giver_unit=assignment.giver_unit_id,
    )


def _children(assignment: Assignment) -> QuerySet[Assignment]:
    return Assignment.objects.filter(parent=assignment, period_first__isnull=True)

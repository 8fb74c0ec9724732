"""What can be asked of many assignments at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import Q, QuerySet

from sauro.common.clock import start_of_day
from sauro.tasks.enums import DOING_STATES
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.lights import light_case, touched_day
from sauro.tasks.models import Assignment
from sauro.tasks.timeliness import handed_in_day, last_day, timeliness_case

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class _Timed(TypedDict):
        timeliness: str
        handed_in_day: dt.date | None
        last_day: dt.date | None
        touched_day: dt.date
        light: str

    class _Dated(TypedDict):
        last_day: dt.date | None

    TimedAssignment = WithAnnotations[Assignment, _Timed]
    DatedAssignment = WithAnnotations[Assignment, _Dated]
else:
    TimedAssignment = DatedAssignment = Assignment
"""An assignment read with its timeliness today."""


def alive_between(first: dt.date, last: dt.date, *, today: dt.date) -> Q:
    """Return the condition "somebody had the work on one of these days": given by then, not delivered before them."""
    begins = start_of_day(first)
    delivered = Q(state__in=(State.HANDED_IN, State.CONFIRMED), handed_in_at__gte=begins)
    stopped = Q(state=State.STOPPED, closed_at__gte=begins)
    running = ~Q(state__in=(State.HANDED_IN, State.CONFIRMED, State.STOPPED))
    if today < first:
        running &= Q(due_on__gte=first)
    return Q(given_at__lt=start_of_day(last + dt.timedelta(days=1))) & (delivered | stopped | running)


def with_last_day(rows: QuerySet[Assignment]) -> QuerySet[DatedAssignment]:
    """Annotate ``last_day``: the last day that counts, or nothing."""
    return cast("QuerySet[DatedAssignment]", rows.annotate(last_day=last_day()))


def overdue_condition(today: dt.date) -> Q:
    """Return what makes work overdue, over rows annotated with ``last_day``, in the words of the index on it."""
    waits = Q(waiting_since__lte=today)
    return Q(state__in=DOING_STATES, due_on__isnull=False, last_day__lt=today) & ~waits


def with_timeliness(rows: QuerySet[Assignment], *, today: dt.date) -> QuerySet[TimedAssignment]:
    """Annotate ``handed_in_day``, ``last_day``, ``touched_day``, ``timeliness`` and ``light``.

    The last two hold values of :class:`~sauro.tasks.timeliness.Timeliness` and :class:`~sauro.tasks.lights.Light`.
    """
    timed = rows.annotate(handed_in_day=handed_in_day(), last_day=last_day(), touched_day=touched_day())
    timed = timed.annotate(timeliness=timeliness_case(today)).annotate(light=light_case(today))
    return cast("QuerySet[TimedAssignment]", timed)

"""What can be asked of many assignments at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import QuerySet

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


def with_last_day(rows: QuerySet[Assignment]) -> QuerySet[DatedAssignment]:
    """Annotate ``last_day``: the last day that counts, or nothing."""
    return cast("QuerySet[DatedAssignment]", rows.annotate(last_day=last_day()))


def with_timeliness(rows: QuerySet[Assignment], *, today: dt.date) -> QuerySet[TimedAssignment]:
    """Annotate ``handed_in_day``, ``last_day``, ``touched_day``, ``timeliness`` and ``light``.

    The last two hold values of :class:`~sauro.tasks.timeliness.Timeliness` and :class:`~sauro.tasks.lights.Light`.
    """
    timed = rows.annotate(handed_in_day=handed_in_day(), last_day=last_day(), touched_day=touched_day())
    timed = timed.annotate(timeliness=timeliness_case(today)).annotate(light=light_case(today))
    return cast("QuerySet[TimedAssignment]", timed)

"""What can be asked of many assignments at once."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from sauro.tasks.models import Assignment
from sauro.tasks.timeliness import handed_in_day, timeliness_case
from sauro.tasks.transitions import OPEN_STATES


def with_timeliness(rows: QuerySet[Assignment], *, today: dt.date) -> QuerySet[Assignment]:
    """Annotate ``handed_in_day`` and ``timeliness`` (a value of :class:`~sauro.tasks.timeliness.Timeliness`)."""
    return rows.annotate(handed_in_day=handed_in_day()).annotate(timeliness=timeliness_case(today))


def still_open(rows: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Keep the assignments that still need somebody to act."""
    return rows.filter(state__in=sorted(OPEN_STATES))

"""On time, late, still in time, missing: derived from the deadline, the sending that stands, and the day."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from sauro.common.clock import VIETNAM, today
from sauro.periodic_reports.enums import Punctuality
from sauro.periodic_reports.models import UnitReport
from sauro.periodic_reports.transitions import OUT_STATES


def punctuality_of(report: UnitReport, day: dt.date | None = None) -> Punctuality:
    """Return how a report stands on a day, today when none is given.

    Measured at the sending that lies with the level above. A report that was recalled or returned has none: it is
    missing when its deadline has passed, whatever was sent before.
    """
    if report.state in OUT_STATES and report.sent_at is not None:
        sent_on = report.sent_at.astimezone(VIETNAM).date()
        return Punctuality.LATE if sent_on > report.due_on else Punctuality.ON_TIME
    return Punctuality.MISSING if (day or today()) > report.due_on else Punctuality.PENDING


def days_late(report: UnitReport, day: dt.date | None = None) -> int:
    """Return the whole days a report is or was late."""
    is_out = report.state in OUT_STATES and report.sent_at is not None
    reached = report.sent_at.astimezone(VIETNAM).date() if is_out and report.sent_at else day or today()
    return max(0, (reached - report.due_on).days)


def with_punctuality(rows: QuerySet[UnitReport]) -> QuerySet[UnitReport]:
    """Annotate ``punctuality`` by the same rule; the tests hold both forms to each other."""
    is_out = Q(state__in=sorted(OUT_STATES), sent_at__isnull=False)
    rule = Case(
        When(is_out & Q(sent_day__gt=F("due_on")), then=Value(Punctuality.LATE)),
        When(is_out, then=Value(Punctuality.ON_TIME)),
        When(due_on__lt=today(), then=Value(Punctuality.MISSING)),
        default=Value(Punctuality.PENDING),
        output_field=models.CharField(),
    )
    return rows.annotate(sent_day=TruncDate("sent_at", tzinfo=VIETNAM)).annotate(punctuality=rule)

"""On time or late: derived from the deadline, the hand-in and the day, never stored.

The vocabulary is that of official statistics on tasks (done or not, in time or late), with tasks that have no deadline
as a column of their own. A deadline is an inclusive last day. Lateness is measured at the hand-in that is confirmed.
"""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState as State

SOON_DAYS = 3


class Timeliness(models.TextChoices):
    """How an assignment stands against its deadline."""

    OVERDUE = "overdue", _("Quá hạn")
    DUE_SOON = "due_soon", _("Sắp đến hạn")
    IN_TIME = "in_time", _("Trong hạn")
    WAITING = "waiting", _("Chờ xác nhận")
    NO_DEADLINE = "no_deadline", _("Không hạn")
    DONE_ON_TIME = "done_on_time", _("Hoàn thành đúng hạn")
    DONE_LATE = "done_late", _("Hoàn thành quá hạn")
    STOPPED = "stopped", _("Đã dừng")


def timeliness_of(*, state: str, due_on: dt.date | None, handed_in_on: dt.date | None, today: dt.date) -> Timeliness:
    """Return the timeliness of one assignment. ``handed_in_on`` is the day of the latest hand-in, in Vietnam."""
    if state == State.STOPPED:
        return Timeliness.STOPPED
    if state == State.CONFIRMED:
        is_late = due_on is not None and handed_in_on is not None and handed_in_on > due_on
        return Timeliness.DONE_LATE if is_late else Timeliness.DONE_ON_TIME
    if state == State.HANDED_IN:
        return Timeliness.WAITING
    if due_on is None:
        return Timeliness.NO_DEADLINE
    if today > due_on:
        return Timeliness.OVERDUE
    return Timeliness.DUE_SOON if due_on - today <= dt.timedelta(days=SOON_DAYS) else Timeliness.IN_TIME


def handed_in_day() -> TruncDate:
    """Return the day of the latest hand-in in Vietnam as an expression; annotate it as ``handed_in_day``."""
    return TruncDate("handed_in_at", tzinfo=VIETNAM)


def timeliness_case(today: dt.date) -> Case:
    """Return the same rule as a database expression over rows annotated with :func:`handed_in_day`.

    For filters and counts; the tests hold both forms of the rule to each other.
    """
    handed_in_late = Q(due_on__isnull=False, handed_in_day__gt=F("due_on"))
    return Case(
        When(state=State.STOPPED, then=Value(Timeliness.STOPPED)),
        When(Q(state=State.CONFIRMED) & handed_in_late, then=Value(Timeliness.DONE_LATE)),
        When(state=State.CONFIRMED, then=Value(Timeliness.DONE_ON_TIME)),
        When(state=State.HANDED_IN, then=Value(Timeliness.WAITING)),
        When(due_on__isnull=True, then=Value(Timeliness.NO_DEADLINE)),
        When(due_on__lt=today, then=Value(Timeliness.OVERDUE)),
        When(due_on__lte=today + dt.timedelta(days=SOON_DAYS), then=Value(Timeliness.DUE_SOON)),
        default=Value(Timeliness.IN_TIME),
        output_field=models.CharField(),
    )

"""On time or late: derived from the deadline, the hand-in and the day, never stored.

The vocabulary is that of official statistics on tasks (done or not, in time or late), with tasks that have no deadline
as a column of their own. A deadline is an inclusive last day, moved by the days in which others held the work
(docs/adr/0012). Lateness is measured at the hand-in that is confirmed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Expression, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import DOING_STATES
from sauro.tasks.enums import AssignmentState as State

SOON_DAYS = 3


class Timeliness(models.TextChoices):
    """How an assignment stands against its deadline."""

    OVERDUE = "overdue", _("Quá hạn")
    DUE_SOON = "due_soon", _("Sắp đến hạn")
    IN_TIME = "in_time", _("Trong hạn")
    WAITING = "waiting", _("Chờ xác nhận")
    WAITING_OTHERS = "waiting_others", _("Chờ đơn vị khác")
    NO_DEADLINE = "no_deadline", _("Không hạn")
    RECURRING = "recurring", _("Định kỳ")
    DONE_ON_TIME = "done_on_time", _("Hoàn thành đúng hạn")
    DONE_LATE = "done_late", _("Hoàn thành quá hạn")
    STOPPED = "stopped", _("Đã dừng")


DOING = (
    Timeliness.OVERDUE,
    Timeliness.DUE_SOON,
    Timeliness.IN_TIME,
    Timeliness.WAITING_OTHERS,
    Timeliness.NO_DEADLINE,
)
"""What a body still has to do: neither handed in nor ended; heads of recurring work do not count."""

_DATELESS = frozenset({Timeliness.NO_DEADLINE, Timeliness.RECURRING})
_NEAR = frozenset({Timeliness.OVERDUE, Timeliness.DUE_SOON})
_CLOSED = {
    Timeliness.WAITING: State.HANDED_IN,
    Timeliness.DONE_ON_TIME: State.CONFIRMED,
    Timeliness.DONE_LATE: State.CONFIRMED,
    Timeliness.STOPPED: State.STOPPED,
}


def timeliness_condition(kinds: Collection[str], *, today: dt.date) -> Q:
    """Return the condition "of one of these kinds" over rows annotated with ``timeliness`` as of ``today``.

    It says the states and the bounds of the last day as well, and that there is no deadline where that follows: an
    expression tells indexes nothing.
    """
    found = {Timeliness(kind) for kind in kinds}
    states = {_CLOSED[kind] for kind in found if kind in _CLOSED}
    if found - _CLOSED.keys():
        states.update(DOING_STATES)
    condition = Q(timeliness__in=sorted(found), state__in=sorted(states))
    if found <= _DATELESS:
        return condition & Q(due_on__isnull=True)
    return condition & _near(found, today) if found <= _NEAR else condition


def _near(kinds: Collection[Timeliness], today: dt.date) -> Q:
    """Return the bounds of the days of work that is overdue, due soon, or either: never before its deadline."""
    if Timeliness.DUE_SOON not in kinds:
        return Q(due_on__lt=today, last_day__lt=today)
    soon = today + dt.timedelta(days=SOON_DAYS)
    until = Q(due_on__lte=soon, last_day__lte=soon)
    return until if Timeliness.OVERDUE in kinds else until & Q(last_day__gte=today)


@dataclass(frozen=True, slots=True)
class Standing:
    """What timeliness is derived from. ``handed_in_on`` is the day of the latest hand-in, in Vietnam."""

    state: str
    due_on: dt.date | None
    handed_in_on: dt.date | None = None
    held_days: int = 0
    waiting_since: dt.date | None = None
    is_recurring: bool = False

    @property
    def last_day(self) -> dt.date | None:
        """The last day that counts: the deadline in force, moved by the days others held the work."""
        return self.due_on + dt.timedelta(days=self.held_days) if self.due_on else None


def timeliness_of(standing: Standing, *, today: dt.date) -> Timeliness:
    """Return the timeliness of one assignment."""
    closed = _closed(standing)
    if closed is not None:
        return closed
    last_day = standing.last_day
    if last_day is None:
        return Timeliness.RECURRING if standing.is_recurring else Timeliness.NO_DEADLINE
    if standing.waiting_since and standing.waiting_since <= today:
        return Timeliness.WAITING_OTHERS
    if today > last_day:
        return Timeliness.OVERDUE
    return Timeliness.DUE_SOON if last_day - today <= dt.timedelta(days=SOON_DAYS) else Timeliness.IN_TIME


def _closed(standing: Standing) -> Timeliness | None:
    """The timeliness of an assignment on which its body has nothing to do just now."""
    if standing.state == State.STOPPED:
        return Timeliness.STOPPED
    if standing.state == State.HANDED_IN:
        return Timeliness.WAITING
    if standing.state != State.CONFIRMED:
        return None
    last_day, handed_in = standing.last_day, standing.handed_in_on
    is_late = last_day is not None and handed_in is not None and handed_in > last_day
    return Timeliness.DONE_LATE if is_late else Timeliness.DONE_ON_TIME


def days_late(day: dt.date | None, standing: Standing, *, today: dt.date) -> int:
    """Return how many whole days the work is or was late against ``day``, the days others held it taken off.

    ``day`` is the deadline in force or the original one. Open work is measured today, work handed in at its hand-in;
    without a deadline, and for stopped work, nothing is late.
    """
    if day is None or standing.state == State.STOPPED:
        return 0
    reached = standing.handed_in_on or today
    return max(0, (reached - day).days - standing.held_days)


def handed_in_day() -> TruncDate:
    """Return the day of the latest hand-in in Vietnam as an expression; annotate it as ``handed_in_day``."""
    return TruncDate("handed_in_at", tzinfo=VIETNAM)


def last_day() -> Expression:
    """Return the last day that counts as an expression; annotate it as ``last_day``."""
    return ExpressionWrapper(F("due_on") + F("held_days"), output_field=models.DateField())


def timeliness_case(today: dt.date) -> Case:
    """Return the same rule as a database expression over rows annotated with the two expressions above.

    For filters and counts; the tests hold both forms of the rule to each other.
    """
    handed_in_late = Q(due_on__isnull=False, handed_in_day__gt=F("last_day"))
    return Case(
        When(state=State.STOPPED, then=Value(Timeliness.STOPPED)),
        When(Q(state=State.CONFIRMED) & handed_in_late, then=Value(Timeliness.DONE_LATE)),
        When(state=State.CONFIRMED, then=Value(Timeliness.DONE_ON_TIME)),
        When(state=State.HANDED_IN, then=Value(Timeliness.WAITING)),
        When(due_on__isnull=True, is_recurring=True, then=Value(Timeliness.RECURRING)),
        When(due_on__isnull=True, then=Value(Timeliness.NO_DEADLINE)),
        When(waiting_since__lte=today, then=Value(Timeliness.WAITING_OTHERS)),
        When(last_day__lt=today, then=Value(Timeliness.OVERDUE)),
        When(last_day__lte=today + dt.timedelta(days=SOON_DAYS), then=Value(Timeliness.DUE_SOON)),
        default=Value(Timeliness.IN_TIME),
        output_field=models.CharField(),
    )

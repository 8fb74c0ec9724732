"""Reading the monthly parts of long work: how they stand, within which months they can lie, and what a month holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.audit.registry import event_label
from sauro.common.clock import today
from sauro.plans.models import MonthlyPart, PlanItem
from sauro.plans.months import month_of, shifted
from sauro.plans.parting import Score, due_parts, last_day_of_part, score_at, stands_for_itself
from sauro.plans.policies import division_policy, part_policy
from sauro.tasks.chronicle import Entry
from sauro.tasks.enums import AssignmentState
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.timeliness import Standing, Timeliness, timeliness_of
from sauro.tasks.transitions import OPEN_STATES

MOST_MONTHS_AHEAD = 36
_IN_SHORT = re.compile(r"#\d+:(?P<month>\d\d/\d{4}):(?P<share>\d+)%")


@dataclass(frozen=True, slots=True)
class MonthLimits:
    """The months in which parts of one piece of work can lie, both inclusive."""

    first: dt.date
    last: dt.date

    def allow(self, month: dt.date) -> bool:
        """Tell whether a month lies within."""
        return self.first <= month <= self.last

    @property
    def sentence(self) -> str:
        """What to do about a month that does not."""
        named = {"first": f"{self.first:%m/%Y}", "last": f"{self.last:%m/%Y}"}
        return _("Hãy chọn tháng từ %(first)s đến %(last)s (tháng của thời hạn chung).") % named


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part, the last day it is due on, how it stands, and what the actor may do with it."""

    part: MonthlyPart
    last_day: dt.date
    timeliness: Timeliness
    may_deliver: bool
    may_move: bool
    may_return: bool


@dataclass(frozen=True, slots=True)
class Division:
    """The parts of an assignment as the actor may see them. Without the right to them there are none and no ``may``."""

    parts: list[ShownPart]
    score: Score
    may_divide: bool
    limits: MonthLimits


def current_parts(assignment: Assignment) -> QuerySet[MonthlyPart]:
    """Return the parts that were not replaced, earliest month first."""
    return assignment.monthly_parts.filter(replaced_at__isnull=True)


def fixed_parts(assignment: Assignment) -> list[MonthlyPart]:
    """Return the parts that another division leaves alone: delivered, or held by an opened plan."""
    held = set(PlanItem.objects.filter(part__assignment=assignment).values_list("part_id", flat=True))
    return [part for part in current_parts(assignment) if part.delivered_at is not None or part.pk in held]


def limits_of(assignment: Assignment) -> MonthLimits:
    """Return within which months parts can lie: from this one to the one in which the whole is due.

    A plan that holds the whole this month leaves this month out: nothing is planned twice.
    """
    month, last_day = month_of(today()), standing_of(assignment).last_day
    is_whole_planned = (
        holds(assignment, "planned")
        and PlanItem.objects.filter(
            assignment=assignment, part__isnull=True, plan__month=month, given_back_at__isnull=True
        ).exists()
    )
    last = month_of(last_day) if last_day else shifted(month, MOST_MONTHS_AHEAD)
    return MonthLimits(shifted(month, 1) if is_whole_planned else month, last)


def why_not_divisible(assignment: Assignment) -> str:
    """Return why the months of some work cannot be planned, as a sentence; empty when they can."""
    if assignment.state not in OPEN_STATES:
        return _("Nhiệm vụ đã kết thúc.")
    if assignment.state == AssignmentState.HANDED_IN:
        return _("Nhiệm vụ đã nộp sản phẩm, đang chờ bên giao xác nhận.")
    if assignment.is_recurring:
        return _("Việc định kỳ đã có từng kỳ với thời hạn riêng.")
    if assignment.person_id is None:
        return _("Hãy phân công người thực hiện trước khi chia việc theo tháng.")
    return ""


def due_in_month(assignment: Assignment, parts: Sequence[MonthlyPart], month: dt.date) -> list[MonthlyPart | None]:
    """Return what a plan of ``month`` holds of open work: its due parts, or the whole (None), or nothing.

    Parts of work that was handed in as a whole are not asked for any more.
    """
    whole_last_day = standing_of(assignment).last_day
    rule = [] if assignment.state == AssignmentState.HANDED_IN else [part.as_part for part in parts]
    if stands_for_itself(rule, month, whole_last_day=whole_last_day):
        return [None]
    due = {part.number for part in due_parts(rule, month, whole_last_day=whole_last_day)}
    return [part for part in parts if part.number in due]


def item_timeliness(item: PlanItem, day: dt.date) -> Timeliness:
    """Return how an item stands against the day it was planned for.

    The assignment must have been read with its timeliness, which an item of the whole has.
    """
    if item.part is None:
        return Timeliness(item.assignment.timeliness)  # type: ignore[attr-defined]  # annotated by with_timeliness
    return part_timeliness(item.part, item.assignment, item.due_on, day)


def part_timeliness(part: MonthlyPart, assignment: Assignment, due_on: dt.date | None, day: dt.date) -> Timeliness:
    """Return how a part stands against a day: by its own delivery, else by what became of the whole."""
    if part.delivered_at is not None:
        return timeliness_of(Standing(AssignmentState.CONFIRMED, due_on, part.delivered_on), today=day)
    whole = standing_of(assignment)
    standing = Standing(whole.state, due_on, whole.handed_in_on, waiting_since=whole.waiting_since)
    return timeliness_of(standing, today=day)


def division_of(actor: Actor, assignment: Assignment) -> Division:
    """Return how the work is divided, as far as the actor may see it. Takes five queries at most."""
    parts = list(part_policy.visible(actor, base=current_parts(assignment))) if holds(assignment, "months") else []
    day, is_open = today(), not why_not_divisible(assignment)
    may_divide = is_open and division_policy.can(actor, "divide", assignment)
    leads = bool(parts) and is_open and part_policy.can(actor, "lead", parts[0])
    last_day = standing_of(assignment).last_day
    shown = []
    for part in parts:
        due_on, is_delivered = last_day_of_part(part.month, whole_last_day=last_day), part.delivered_at is not None
        timeliness = part_timeliness(part, assignment, due_on, day)
        owes = is_open and not is_delivered
        shown.append(ShownPart(part, due_on, timeliness, owes, owes, leads and is_delivered))
    rule = [part.as_part for part in parts]
    limits = limits_of(assignment)
    has_room = bool(parts) or limits.first < limits.last
    return Division(shown, score_at(rule, month_of(day)), may_divide and has_room, limits)


def entries_of_parts(actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield what happened to the monthly parts of some work, for those who may see them."""
    if not holds(assignment, "months"):
        return
    parts = {part.pk: part for part in part_policy.visible(actor, base=assignment.monthly_parts.all())}
    rows = AuditEvent.objects.filter(object_type=MonthlyPart._meta.label_lower, object_id__in=parts)
    for event in rows.order_by("sequence"):
        changed = next(iter(event.changes.values()), [None, None])
        yield Entry(
            event.at, event.actor_name, f"{str(event_label(event.code)).lower()}.", unit=event.actor_unit_name,
            why=event.reason, points=list(_points(changed)), icon="calendar-event",
        )  # fmt: skip


def _points(changed: Sequence[object]) -> Iterator[str]:
    """What an event says of parts: as they are now, and what they were when it changed one of them."""
    before, after = changed
    if isinstance(after, list):
        yield from map(_in_words, after)
    elif before and after and before != after:
        yield f"{_in_words(before)} → {_in_words(after)}"
    elif after:
        yield _in_words(after)


def _in_words(in_short: object) -> str:
    """Write out how an event names a part (:attr:`MonthlyPart.in_short`)."""
    found = _IN_SHORT.fullmatch(str(in_short))
    if found is None:
        return str(in_short)
    return _("tháng %(month)s, tỷ trọng %(share)s%%") % found.groupdict()

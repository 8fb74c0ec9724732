"""Opening a month: what is due then is planned, and stays planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from sauro.access.actor import Actor, system_actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.ids import new_id
from sauro.organizations.models import Appointment
from sauro.plans import events
from sauro.plans.enums import ItemKind
from sauro.plans.models import MonthlyPart, MonthlyPlan, PlanItem
from sauro.plans.months import last_day_of, month_of
from sauro.plans.parting import last_day_of_part
from sauro.plans.selectors.parts import due_in_month
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import with_last_day
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.transitions import OPEN_STATES


def open_month() -> int:
    """Open this month for every appointment with work due in it, and return how many plans were opened."""
    month = month_of(today())
    due = due_in(month).exclude(person__monthly_plans__month=month)
    opened = 0
    for appointment in Appointment.objects.filter(pk__in=due.values("person")).select_related("unit").order_by("id"):
        with transaction.atomic():
            _plan, is_new = open_plan(appointment, month, actor=system_actor(str(new_id())))
            opened += is_new
    return opened


def open_plan(appointment: Appointment, month: dt.date, *, actor: Actor) -> tuple[MonthlyPlan, bool]:
    """Return the locked plan of an appointment and a month, opened now when it was not, and whether it was.

    Needs a transaction. Of two that open at once one waits and finds the plan of the other.
    """
    plan, is_new = MonthlyPlan.objects.get_or_create(
        appointment=appointment,
        month=month,
        defaults={"unit": appointment.unit, "domain": appointment.unit.domain, "opened_at": now()},
    )
    plan = MonthlyPlan.objects.select_for_update().get(pk=plan.pk)
    if is_new:
        planned = [
            item_of(plan, assignment, part, ItemKind.PLANNED, actor) for assignment, part in _due_of(appointment, month)
        ]
        PlanItem.objects.bulk_create(planned)
        record_event(
            actor=actor,
            event=events.PLAN_OPENED,
            obj=plan,
            unit_id=plan.unit_id,
            changes={"items": [None, [item_text(item.assignment, item.part) for item in planned]]},
        )
    return plan, is_new


def due_in(month: dt.date) -> QuerySet[Assignment]:
    """Return the open work with somebody in charge of which something is due in the month or before it.

    That is work whose last day lies there, and work of which a monthly part that was not delivered does.
    """
    rows = with_last_day(Assignment.objects.filter(state__in=sorted(OPEN_STATES), person__isnull=False))
    owed = MonthlyPart.objects.filter(
        assignment=OuterRef("pk"), replaced_at__isnull=True, delivered_at__isnull=True, month__lte=month
    )
    has_due_part = Exists(owed) & ~Q(state=AssignmentState.HANDED_IN)
    return rows.filter(Q(last_day__lte=last_day_of(month)) | has_due_part)


def item_of(
    plan: MonthlyPlan, assignment: Assignment, part: MonthlyPart | None, kind: ItemKind, actor: Actor
) -> PlanItem:
    """Return an unsaved item that copies the assignment, or one part of it, as it is now."""
    due_on = assignment.due_on
    if part is not None:
        due_on = last_day_of_part(part.month, whole_last_day=standing_of(assignment).last_day)
    return PlanItem(
        plan=plan,
        assignment=assignment,
        part=part,
        kind=kind,
        wording=part.product if part else assignment.wording,
        due_on=due_on,
        added_at=now(),
        added_by_name=actor.name,
    )


def item_text(assignment: Assignment, part: MonthlyPart | None) -> str:
    """Return how events name an item."""
    return f"{assignment.code}#{part.number}" if part else assignment.code


def _due_of(appointment: Appointment, month: dt.date) -> Iterator[tuple[Assignment, MonthlyPart | None]]:
    parts = MonthlyPart.objects.filter(replaced_at__isnull=True).order_by("month", "number")
    rows = due_in(month).filter(person=appointment).prefetch_related(Prefetch("monthly_parts", parts))
    for assignment in rows:
        for part in due_in_month(assignment, list(assignment.monthly_parts.all()), month):
            yield assignment, part

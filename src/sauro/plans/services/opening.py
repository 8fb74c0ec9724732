"""Opening a month: what is due then is planned, and stays planned."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from sauro.access.actor import Actor, system_actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.ids import new_id
from sauro.organizations.models import Appointment
from sauro.plans import events
from sauro.plans.enums import ItemKind
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.plans.months import last_day_of, month_of
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import DatedAssignment, with_last_day
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
        planned = [item_of(plan, row, ItemKind.PLANNED, actor) for row in due_in(month).filter(person=appointment)]
        PlanItem.objects.bulk_create(planned)
        record_event(
            actor=actor,
            event=events.PLAN_OPENED,
            obj=plan,
            unit_id=plan.unit_id,
            changes={"items": [None, [item.assignment.code for item in planned]]},
        )
    return plan, is_new


def due_in(month: dt.date) -> QuerySet[DatedAssignment]:
    """Return the open work with somebody in charge whose last day lies in the month or before it."""
    rows = with_last_day(Assignment.objects.filter(state__in=sorted(OPEN_STATES), person__isnull=False))
    return rows.filter(last_day__lte=last_day_of(month))


def item_of(plan: MonthlyPlan, assignment: Assignment, kind: ItemKind, actor: Actor) -> PlanItem:
    """Return an unsaved item that copies the assignment as it is now."""
    return PlanItem(
        plan=plan,
        assignment=assignment,
        kind=kind,
        wording=assignment.wording,
        due_on=assignment.due_on,
        added_at=now(),
        added_by_name=actor.name,
    )

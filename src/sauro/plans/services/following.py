"""Keeping this month's plans in step with who is in charge of what, in the transaction of the act itself."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.organizations.models import Appointment
from sauro.plans import events
from sauro.plans.enums import ItemKind
from sauro.plans.models import MonthlyPart, MonthlyPlan, PlanItem
from sauro.plans.months import month_of
from sauro.plans.selectors.parts import current_parts, due_in_month
from sauro.plans.services.opening import item_of, item_text, open_plan
from sauro.tasks.models import Assignment
from sauro.tasks.transitions import OPEN_STATES
from sauro.tasks.work_changes import WorkChange


def follow_change(change: WorkChange) -> None:
    """Mark the items of who lost the work as given back, and add what is due this month to the plan of who has it."""
    assignment = change.assignment
    had = change.person_before if change.person_before != assignment.person_id else None
    is_given_back = had is not None and _give_back(change.actor, assignment, had, month_of(today()))
    plan_due_work(change.actor, assignment, ItemKind.TAKEN_OVER if is_given_back else ItemKind.AD_HOC)


def plan_due_work(actor: Actor, assignment: Assignment, kind: ItemKind = ItemKind.AD_HOC) -> None:
    """Add what is due of some work this month to the plan of who is in charge, as work of ``kind``.

    What the plan holds already stays what it is. Needs a transaction.
    """
    month = month_of(today())
    if assignment.person_id is None or assignment.state not in OPEN_STATES:
        return
    due = due_in_month(assignment, list(current_parts(assignment)), month)
    if not due:
        return
    holder = Appointment.objects.select_related("unit").get(pk=assignment.person_id)
    plan, is_new = open_plan(holder, month, actor=actor)
    if due != [None] and plan.items.filter(assignment=assignment, part=None, given_back_at=None).exists():
        # The plan holds the whole: its parts of this month stand for nothing more.
        return
    for part in due:
        _add(actor, plan, assignment, part, kind, is_new=is_new)


def _give_back(actor: Actor, assignment: Assignment, holder: UUID, month: dt.date) -> bool:
    """Mark the items of the former holder; tells whether there were any."""
    items = list(
        PlanItem.objects.select_for_update(of=("self",))
        .select_related("plan", "part")
        .filter(plan__appointment_id=holder, plan__month=month, assignment=assignment, given_back_at__isnull=True)
    )
    for item in items:
        item.given_back_at = now()
        item.given_back_by_name = actor.name
        item.save()
        record_event(
            actor=actor,
            event=events.ITEM_GIVEN_BACK,
            obj=item.plan,
            unit_id=item.plan.unit_id,
            changes={"assignment": [item_text(assignment, item.part), None]},
        )
    return bool(items)


def _add(
    actor: Actor, plan: MonthlyPlan, assignment: Assignment, part: MonthlyPart | None, kind: ItemKind, *, is_new: bool
) -> None:
    """Add an item to a plan. Who gets back what they had given back has it again, as it was planned."""
    item = plan.items.filter(assignment=assignment, part=part).first()
    if item is None:
        item_of(plan, assignment, part, kind, actor).save()
    elif is_new and item.kind == ItemKind.PLANNED:
        # The plan was opened by this very act, after the month had begun: the work is no part of what was planned.
        item.kind = kind
        item.save()
    elif item.given_back_at is not None:
        item.given_back_at, item.given_back_by_name = None, ""
        item.save()
    else:
        return
    record_event(
        actor=actor,
        event=events.ITEM_ADDED,
        obj=plan,
        unit_id=plan.unit_id,
        changes={"assignment": [None, item_text(assignment, part)], "kind": [None, str(kind)]},
    )

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
from sauro.plans.models import PlanItem
from sauro.plans.months import last_day_of, month_of
from sauro.plans.services.opening import item_of, open_plan
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.transitions import OPEN_STATES
from sauro.tasks.work_changes import WorkChange


def follow_change(change: WorkChange) -> None:
    """Mark the item of who lost the work as given back, and add it to the plan of who has it now, if due this month."""
    assignment, month = change.assignment, month_of(today())
    holder = assignment.person_id
    had = change.person_before if change.person_before != holder else None
    is_given_back = had is not None and _give_back(change.actor, assignment, had, month)
    if holder is not None and _is_due(assignment, month):
        _add(change.actor, assignment, holder, month, ItemKind.TAKEN_OVER if is_given_back else ItemKind.AD_HOC)


def _is_due(assignment: Assignment, month: dt.date) -> bool:
    last_day = standing_of(assignment).last_day
    return assignment.state in OPEN_STATES and last_day is not None and last_day <= last_day_of(month)


def _give_back(actor: Actor, assignment: Assignment, holder: UUID, month: dt.date) -> bool:
    """Mark the item of the former holder; tells whether there was one."""
    item = (
        PlanItem.objects.select_for_update(of=("self",))
        .select_related("plan")
        .filter(plan__appointment_id=holder, plan__month=month, assignment=assignment, given_back_at__isnull=True)
        .first()
    )
    if item is None:
        return False
    item.given_back_at = now()
    item.given_back_by_name = actor.name
    item.save()
    record_event(
        actor=actor,
        event=events.ITEM_GIVEN_BACK,
        obj=item.plan,
        unit_id=item.plan.unit_id,
        changes={"assignment": [assignment.code, None]},
    )
    return True


def _add(actor: Actor, assignment: Assignment, holder_id: UUID, month: dt.date, kind: ItemKind) -> None:
    """Add the work to its holder's plan. Who gets back what they had given back has it again, as it was planned."""
    holder = Appointment.objects.select_related("unit").get(pk=holder_id)
    plan, is_new = open_plan(holder, month, actor=actor)
    item = plan.items.filter(assignment=assignment).first()
    if item is None:
        item_of(plan, assignment, kind, actor).save()
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
        changes={"assignment": [None, assignment.code], "kind": [None, str(kind)]},
    )

"""The plans of a month: one's own, those of one's people, and one of them item by item."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.plans.models import PlanItem
from sauro.plans.months import month_of, read_month, shifted
from sauro.plans.selectors.parts import item_timeliness
from sauro.plans.selectors.plans import PlanSummary, get_plan, month_plans
from sauro.tasks.badges import badge_of_timeliness
from sauro.ui.badges import Badge


@require_safe
@login_required
def month_plan(request: ActorRequest) -> HttpResponse:
    """Show a month: the actor's own plans item by item, those of their people as one line each."""
    month = read_month(request.GET.get("thang", "")) or month_of(today())
    plans = month_plans(request.actor, month)
    own = set(request.actor.appointment_ids)
    context = {
        "month": month,
        "previous": shifted(month, -1),
        "next": shifted(month, 1),
        "own": [(plan, _lines(plan)) for plan in plans if plan.plan.appointment_id in own],
        "people": [plan for plan in plans if plan.plan.appointment_id not in own],
        "leads": request.actor.holds("tasks.lead"),
    }
    return render(request, "plans/month.html", context)


@require_safe
@login_required
def plan_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show one plan."""
    summary = get_plan(request.actor, pk)
    return render(request, "plans/plan.html", {"summary": summary, "lines": _lines(summary)})


def _lines(summary: PlanSummary) -> list[tuple[PlanItem, Badge | None]]:
    """The items, each with the mark of how its work stands; without one, the reader may not open the work."""
    day = today()
    return [
        (item, badge_of_timeliness(item_timeliness(item, day)) if summary.may_open(item) else None)
        for item in summary.items
    ]

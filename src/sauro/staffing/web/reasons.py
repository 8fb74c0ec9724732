"""Why somebody is not proposed, and what other weights would change."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.staffing.badges import unplaced_words
from sauro.staffing.enums import BARS, bar_words
from sauro.staffing.forms import WeightsForm
from sauro.staffing.models import Scenario
from sauro.staffing.selectors.reasons import get_unplaced, reasons_against, with_weights
from sauro.staffing.selectors.scenarios import get_scenario
from sauro.staffing.solver.compare import Comparison
from sauro.staffing.solver.problem import Weights


@require_safe
@never_cache
@login_required
def unplaced_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what stands against somebody who could move: a bar, or what the whole would lose at least."""
    row = get_unplaced(request.actor, pk)
    reasons = reasons_against(row)
    context = {
        "row": row, "reasons": reasons, "words": unplaced_words(row),
        "own": bar_words(reasons.own, knows_bar=row.__dict__["knows_bar"]) if reasons and reasons.own else "",
        "bars": [(BARS[bar], posts) for bar, posts in reasons.bars] if reasons else [],
    }  # fmt: skip
    return render(request, "staffing/unplaced.html", context)


@require_safe
@never_cache
@login_required
def scenario_what_if(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show, as a part of the page, what a scenario would be with the weights of the address. Nothing is kept."""
    scenario = get_scenario(request.actor, pk)
    form = WeightsForm(request.GET)
    if not form.is_valid():
        return render(request, "staffing/what_if.html", {"is_wrong": True}, status=422)
    compared = with_weights(scenario, form.weights)
    query = urlencode({"tu": scenario.pk, **{name: getattr(form.weights, name) for name in Weights.__slots__}})
    context = {"rows": _rows(compared) if compared else [], "compared": compared, "query": query}
    return render(request, "staffing/what_if.html", context)


def _rows(compared: Comparison) -> list[tuple[str, int, int]]:
    now, then = compared.first, compared.second
    return [
        (_("Số người điều động"), now.moved, then.moved), (_("Tổng phút đi"), now.minutes, then.minutes),
        (_("Hỗ trợ (nghìn đồng/tháng)"), now.support, then.support), (_("Vị trí còn trống"), now.left, then.left),
        (_("Nơi thiếu nhất còn trống (phần nghìn)"), now.worst_place, then.worst_place),
    ]  # fmt: skip


def sliders_of(scenario: Scenario) -> WeightsForm:
    """Return the sliders, standing where the scenario has them."""
    return WeightsForm(initial={name: getattr(scenario, name) for name in Weights.__slots__})

"""The first page: what must I do today."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.tasks.home_panels import home_panels_of
from sauro.tasks.selectors.work import Tally
from sauro.tasks.timeliness import Timeliness
from sauro.tasks.web.today import get_today
from sauro.ui.charts import Chart, ChartKind, Series


@require_safe
@login_required
def home(request: ActorRequest) -> HttpResponse:
    """Show the actor's day."""
    day = get_today(request.actor)
    panels = home_panels_of(request.actor)
    context = {
        "day": day,
        "panels": panels,
        "is_clear": day.is_clear and not panels,
        "today": today(),
        "chart": _chart(day.given) if day.given is not None and day.given.total else None,
    }
    return render(request, "tasks/home.html", context)


def _chart(given: Tally) -> Chart:
    """Draw what the units of the actor gave, by timeliness; every row leads to its list."""
    kinds = list(Timeliness)
    return Chart(
        title=_("Việc đã giao theo tình hình (tổng %(total)s)") % {"total": given.total},
        kind=ChartKind.ROWS,
        categories=[kind.label for kind in kinds],
        series=[Series(_("Số nhiệm vụ"), [given.of(kind) for kind in kinds])],
        links=[f"{reverse('given-list')}?hinh={kind.value}" for kind in kinds],
    )

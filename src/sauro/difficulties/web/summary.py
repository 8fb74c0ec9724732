"""The summary of difficulties: by who raised them and by who answers; every number opens its list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.difficulties.filters import RAISED, answered_late
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import visible_difficulties
from sauro.difficulties.selectors.figures import DifficultyFigures, figures_by
from sauro.ui.lists.filters import apply_filters
from sauro.ui.lists.state import filter_params

COLUMNS: Mapping[str, tuple[str | Promise, str]] = {
    "waiting": (_("Chờ trả lời"), "tt=open"),
    "late": (_("Quá hạn trả lời"), "qh=co"),
    "answered": (_("Đã trả lời"), "tt=answered"),
    "answered_late": (_("Trả lời muộn"), "tl=muon"),
    "objective": (_("Nguyên nhân khách quan"), "tt=answered&nn=objective"),
}
"""The columns by figure: the heading, and the filter of the list that holds what is counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the address of its list; ``is_late`` marks what is owed."""

    number: int
    url: str
    is_late: bool


@require_safe
@login_required
def difficulty_summary(request: ActorRequest) -> HttpResponse:
    """Show the figures of what was raised within the days asked for."""
    raised = RAISED.bind(request.GET, request.actor, Difficulty)
    rows = apply_filters(visible_difficulties(request.actor), [raised])
    days = urlencode(filter_params(raised)) if raised.is_active else ""
    sides = [
        (title, list(_lines(figures_by(rows, field, answered_late=answered_late()), key, days)))
        for title, field, key in ((_("Theo nơi trả lời"), "at_unit", "o"), (_("Theo đơn vị nêu"), "unit", "dv"))
    ]
    heads = [head for head, _query in COLUMNS.values()]
    context = {"sides": sides, "heads": heads, "bound": raised, "is_empty": not sides[0][1]}
    return render(request, "difficulties/summary.html", context)


def _lines(figures: Sequence[DifficultyFigures], key: str, days: str) -> Iterator[tuple[str, list[Cell]]]:
    """Yield each unit with its numbers. ``key`` is the filter of the list that names the unit."""
    for one in figures:
        unit = urlencode({key: one.code, f"{key}-rieng": "1"})
        yield (
            one.name,
            [
                Cell(getattr(one, name), _address(unit, query, days), name == "late")
                for name, (_head, query) in COLUMNS.items()
            ],
        )


def _address(*queries: str) -> str:
    return f"{reverse('difficulty-list')}?{'&'.join(query for query in queries if query)}"

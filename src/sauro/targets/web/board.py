"""The overview of targets: how many stand where, and one indicator unit by unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.targets.badges import standing_badge
from sauro.targets.board_query import BoardQuery, read_query
from sauro.targets.charts import drawn, path_chart
from sauro.targets.forms import PATH_END
from sauro.targets.models import Share, YearLine
from sauro.targets.rules import shown_progress
from sauro.targets.selectors.comparing import (
    Placed,
    RankedGroup,
    comparable_wholes,
    field_counts,
    is_by_value,
    matrix,
    rankings,
    standing_counts,
)
from sauro.targets.selectors.register import contested, visible_lines
from sauro.targets.tables import MISSED, NONE, STALE, STANDINGS, scope_condition, standing_condition
from sauro.tasks.enums import WITHOUT_FIELD
from sauro.ui.badges import Badge, Tone
from sauro.ui.charts import Chart, ChartKind, Series

_TONES = {
    "reached": Tone.DONE, "on_pace": Tone.ACTIVE, "behind": Tone.LATE, MISSED: Tone.LATE, STALE: Tone.IDLE,
    "unknown": Tone.IDLE, NONE: Tone.IDLE,
}  # fmt: skip


@require_safe
@login_required
def target_board(request: ActorRequest) -> HttpResponse:
    """Show the overview of a year."""
    if not request.actor.holds("targets.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem chỉ tiêu."))
    query = read_query(request.GET)
    rows = visible_lines(request.actor).filter(year=query.year)
    if query.scope:
        rows = rows.filter(scope_condition(query.scope))
    marks = {key: standing_condition(key) for key, _label in STANDINGS}
    counts = standing_counts(rows, marks)
    wholes = list(comparable_wholes(request.actor, query.year))
    whole = next((one for one in wholes if one.pk == query.share_id), wholes[0] if wholes else None)
    groups = rankings(request.actor, whole, query.year) if whole else []
    context = {
        "query": query,
        "years": range(today().year - 2, PATH_END + 1),
        "tiles": _tiles(query, counts),
        "charts": [chart for chart in (_field_chart(query, field_counts(rows, marks)), _path_chart(whole)) if chart],
        "wholes": wholes,
        "whole": whole,
        "by_value": whole is not None and is_by_value(whole),
        "groups": [(group, _marked(group), _rank_chart(whole, group)) for group in groups if whole],
        "contested": contested(rows).count(),
        "contested_url": query.list_address(tn="co"),
    }
    return render(request, "targets/board.html", context)


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that opens its list."""

    label: str
    value: int
    url: str
    tone: Tone


@require_safe
@login_required
def target_matrix(request: ActorRequest) -> HttpResponse:
    """Show every unit against every divided target of a year."""
    if not request.actor.holds("targets.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem chỉ tiêu."))
    query = read_query(request.GET)
    wholes = list(comparable_wholes(request.actor, query.year))
    groups = [
        (group.group, [(unit, [_cell(line) for line in lines]) for unit, lines in group.rows])
        for group in matrix(request.actor, wholes, query.year)
    ]
    context = {"query": query, "wholes": wholes, "groups": groups, "columns": len(wholes) + 1}
    return render(request, "targets/matrix.html", context)


def _cell(line: YearLine | None) -> tuple[YearLine, Badge] | None:
    return None if line is None else (line, standing_badge(line, today()))


def _tiles(query: BoardQuery, counts: dict[str, int]) -> list[Tile]:
    return [
        Tile(str(label), counts[key], query.list_address(th=str(key)), _TONES[str(key)] if counts[key] else Tone.IDLE)
        for key, label in STANDINGS
    ]


def _field_chart(query: BoardQuery, rows: Sequence[dict[str, Any]]) -> Chart | None:
    """Every field by how its targets stand; a part of a bar is the list behind it."""
    if not rows:
        return None
    series = [
        Series(label, [row[str(key)] for row in rows], _TONES[str(key)])
        for key, label in STANDINGS
        if any(row[str(key)] for row in rows)
    ]
    return Chart(
        _("Tình hình theo lĩnh vực"),
        ChartKind.STACKED_ROWS,
        [row["name"] or _("Chưa phân lĩnh vực") for row in rows],
        series,
        _("chỉ tiêu"),
        [query.list_address(lv=row["code"] or WITHOUT_FIELD) for row in rows],
    )


def _path_chart(whole: Share | None) -> Chart | None:
    """The path of the indicator chosen; a year leads to its page."""
    if whole is None:
        return None
    lines = list(whole.lines.order_by("year"))
    return path_chart(whole.indicator, lines, [reverse("target-detail", args=[whole.pk])] * len(lines))


def _rank_chart(whole: Share | None, group: RankedGroup) -> Chart | None:
    placed = [one for one in group.rows if one.place is not None]
    if whole is None or len(placed) < 2:
        return None
    measure = whole.indicator.measure if is_by_value(whole) else "%"
    return Chart(
        _("Xếp hạng: %(group)s") % {"group": group.group.label},
        ChartKind.ROWS,
        [f"{one.place}. {one.line.share.unit.name}" for one in placed],
        [Series(_("Thực hiện") if is_by_value(whole) else _("Tiến độ"), [_drawn(whole, one) for one in placed])],
        measure,
        [reverse("target-detail", args=[one.line.share_id]) for one in placed],
    )


def _drawn(whole: Share, one: Placed) -> float | None:
    return drawn(one.value if one.value is None or is_by_value(whole) else shown_progress(one.value))


def _marked(group: RankedGroup) -> list[tuple[Any, Any]]:
    return [(one, standing_badge(one.line, today())) for one in group.rows]

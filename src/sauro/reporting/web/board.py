"""The board: every unit against its deadlines, what is coming, what is overdue. Every number opens its list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.clock import now, today
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.organizations.comparison import UnitGroup
from sauro.reporting.enums import BoardSide
from sauro.reporting.selectors.board import Board, UnitRow, get_board
from sauro.reporting.selectors.counting import age_days
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.selectors.scope import BoardScope
from sauro.tasks.timeliness import Timeliness
from sauro.ui.charts import Chart, ChartKind, Series

COLUMNS = (
    Timeliness.OVERDUE,
    Timeliness.DUE_SOON,
    Timeliness.IN_TIME,
    Timeliness.WAITING_OTHERS,
    Timeliness.WAITING,
    Timeliness.NO_DEADLINE,
    Timeliness.RECURRING,
    Timeliness.DONE_ON_TIME,
    Timeliness.DONE_LATE,
    Timeliness.STOPPED,
)
_LISTS = {BoardSide.GIVEN: "given-list", BoardSide.ALL: "assignment-list"}
_MANY_UNITS = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the address of its list; ``is_late`` marks what is overdue."""

    number: int
    url: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the matrix. ``share`` is on time of ``judged`` in percent."""

    label: str | Promise
    cells: tuple[Cell, ...]
    total: Cell
    figures: Figures


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes the addresses of lists that hold what a figure counts."""

    scope: BoardScope

    def list(self, **parameters: str) -> str:
        """The list narrowed by its own parameters and by those of the board."""
        if self.scope.document_id is not None:
            parameters["vb"] = str(self.scope.document_id)
        address = reverse(_LISTS[self.scope.side])
        return f"{address}?{urlencode(parameters)}" if parameters else address

    def last_between(self, first: dt.date | None, last: dt.date, **parameters: str) -> str:
        """The list of work whose last day that counts is one of these days."""
        parameters["cuoi-den"] = f"{last:%d/%m/%Y}"
        if first is not None:
            parameters["cuoi-tu"] = f"{first:%d/%m/%Y}"
        return self.list(**parameters)


@require_safe
@login_required
def show_board(request: ActorRequest) -> HttpResponse:
    """Show the board; ``man-hinh`` makes it a wall screen that renews itself."""
    actor = request.actor
    scope, document = _scope(request, actor)
    board = get_board(actor, scope, today=today())
    addresses = Addresses(scope)
    context = {
        "board": board,
        "columns": COLUMNS,
        "sections": list(_sections(board, addresses)),
        "whole": _row(_("Tổng cộng"), board.whole, addresses),
        "charts": list(_charts(board, addresses)) if board.whole.total else [],
        "side": scope.side,
        "sides": BoardSide.choices if actor.holds("giving.follow") else (),
        "document": document,
        "is_wall": "man-hinh" in request.GET,
        "made_at": now(),
        "address": request.get_full_path(),
    }
    return render(request, "reporting/board.html", context)


def _scope(request: ActorRequest, actor: Actor) -> tuple[BoardScope, Document | None]:
    """Read the address; what makes no sense is as good as absent."""
    asked = request.GET.get("pv", "")
    # Who sends directives looks at what they gave first; who only splits work of their own, at all of it.
    side = BoardSide.GIVEN if actor.holds("documents.send") else BoardSide.ALL
    if asked in BoardSide.values:
        side = BoardSide(asked)
    try:
        pk = UUID(request.GET.get("vb", ""))
    except ValueError:
        return BoardScope(side), None
    document = document_policy.visible(actor).filter(pk=pk).first()
    return BoardScope(side, pk), document


def _sections(board: Board, addresses: Addresses) -> Iterator[tuple[str | Promise, list[Row], Row | None]]:
    """Yield each group of units with its lines, worst share first, and the sum of the group when it has several."""
    for group in board.groups:
        units = [unit for unit in board.units if unit.group == group]
        rows = [_row(unit.name, unit.figures, addresses, unit) for unit in sorted(units, key=_worst_first)]
        total = _row(_("Cộng"), board.groups[group], None) if len(units) > 1 else None
        yield UnitGroup(group).label, rows, total


def _worst_first(unit: UnitRow) -> tuple[float, int]:
    share = unit.figures.share
    return (share if share is not None else 101.0, -unit.figures.of(Timeliness.OVERDUE))


def _row(label: str | Promise, figures: Figures, addresses: Addresses | None, unit: UnitRow | None = None) -> Row:
    """A line; without ``addresses`` its numbers open nothing, because no one list holds what they count."""
    narrowed = {"dv": unit.code, "dv-rieng": "1"} if unit else {}

    def address(**more: str) -> str:
        return addresses.list(**narrowed, **more) if addresses else ""

    cells = tuple(Cell(figures.of(kind), address(hinh=str(kind)), kind == Timeliness.OVERDUE) for kind in COLUMNS)
    return Row(label, cells, Cell(figures.total, address(), is_late=False), figures)


_AGE_LABELS = {
    1: gettext_lazy("1–7 ngày"),
    8: gettext_lazy("8–30 ngày"),
    31: gettext_lazy("31–90 ngày"),
    91: gettext_lazy("trên 90 ngày"),
}


def _charts(board: Board, addresses: Addresses) -> Iterator[Chart]:
    """Yield the pictures: share by month, the next days, the age of what is overdue."""
    yield Chart(
        title=_("Tỷ lệ đúng hạn theo tháng đến hạn"),
        kind=ChartKind.LINES,
        categories=[f"{month:%m/%Y}" for month, _figures in board.trend],
        series=[Series(_("Đúng hạn"), [_rounded(figures.share) for _month, figures in board.trend])],
        unit="%",
    )
    yield Chart(
        title=_("Việc đến hạn trong 14 ngày tới"),
        kind=ChartKind.BARS,
        categories=[f"{day:%d/%m}" for day, _number in board.coming],
        series=[Series(_("Số nhiệm vụ"), [number for _day, number in board.coming])],
        links=[addresses.last_between(day, day, hinh="con-han") for day, _number in board.coming],
    )
    ages = board.ages
    yield Chart(
        title=_("Việc quá hạn theo số ngày"),
        kind=ChartKind.ROWS,
        categories=[_AGE_LABELS[first] for first, _last, _number in ages],
        series=[Series(_("Số nhiệm vụ"), [number for _first, _last, number in ages])],
        links=[
            addresses.last_between(*age_days(first, last, today()), hinh=str(Timeliness.OVERDUE))
            for first, last, _number in ages
        ],
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 1)

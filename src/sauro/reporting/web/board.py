"""The board: every unit against its deadlines, what is coming, what is overdue. Every number opens its list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import now, today
from sauro.organizations.comparison import UnitGroup
from sauro.reporting.due_spans import offered_spans
from sauro.reporting.enums import BoardSide, BoardTab
from sauro.reporting.selectors.board import UnitTable, by_field, by_timeliness, trend_spans
from sauro.reporting.selectors.directives import by_directive
from sauro.reporting.selectors.load import leads, people_of
from sauro.reporting.selectors.red_list import red_list
from sauro.reporting.selectors.scope import Reader
from sauro.reporting.services.board_workbook import board_workbook
from sauro.reporting.web.board_charts import load_chart, overview_charts
from sauro.reporting.web.board_load import load_rows, people_rows
from sauro.reporting.web.board_query import BoardQuery, read_query
from sauro.reporting.web.board_table import ShownTable, lines_of, percent, shown_table, whole_number
from sauro.tasks.enums import WITHOUT_FIELD
from sauro.tasks.models import WorkField
from sauro.tasks.tables import TOGETHER
from sauro.tasks.timeliness import Timeliness
from sauro.ui.badges import Tone

RED_LIST = 10
Context = dict[str, Any]


@require_safe
@login_required
def show_board(request: ActorRequest) -> HttpResponseBase:
    """Show the board, or give its table as a workbook; ``man-hinh`` makes it a wall screen that renews itself."""
    query = read_query(request.GET, request.actor)
    reader = Reader(request.actor, query.scope, today())
    if request.GET.get("xuat") == "xlsx":
        return _workbook(reader, query)
    context = _frame(request, query) | _TABS[query.tab](reader, query)
    response = render(request, "reporting/board.html", context)
    if "HX-Request" in request.headers and not query.is_wall:
        # The form sends what is not chosen too; the address that people keep says only what is.
        response["HX-Push-Url"] = query.board()
    return response


def _frame(request: ActorRequest, query: BoardQuery) -> Context:
    actor = request.actor
    tabs = [tab for tab in BoardTab if tab != BoardTab.DIRECTIVES or actor.holds("documents.view")]
    return {
        "query": query,
        "tabs": [(tab, query.board(muc=tab, trang="", dv=""), tab == query.tab) for tab in tabs],
        "sides": BoardSide.choices if actor.holds("giving.view") else (),
        "fields": [(WITHOUT_FIELD, _("Chưa phân lĩnh vực")), *WorkField.objects.values_list("code", "name")],
        "groups": UnitGroup.choices,
        "spans": list(offered_spans(today())),
        "made_at": now(),
        "wall_url": query.board(man_hinh="1", muc="", trang="", dv=""),
        "leave_wall_url": query.board(man_hinh=""),
        "whole_board_url": query.board(vb="", lv="", nhom="", ky="", trang=""),
        "without_document_url": query.board(vb="", trang=""),
        "workbook_url": query.board(xuat="xlsx"),
        "address": request.get_full_path(),
    }


def _overview(reader: Reader, query: BoardQuery) -> Context:
    table = by_timeliness(reader)
    context = _of_table(table, query, reader) | {"tiles": _tiles(table, query)}
    if not query.is_wall and table.whole.whole.total:
        context["charts"] = list(overview_charts(reader, table.whole.whole, query))
        context["red_list"] = red_list(reader, limit=RED_LIST)
        context["red_url"] = query.list(hinh=str(Timeliness.OVERDUE))
        context["red_total"] = whole_number(table.whole.whole.of(Timeliness.OVERDUE))
    return context


def _units(reader: Reader, query: BoardQuery) -> Context:
    return _of_table(by_timeliness(reader), query, reader)


def _fields(reader: Reader, query: BoardQuery) -> Context:
    return {"table": _shown(by_field(reader), query, is_divided=True)}


def _directives(reader: Reader, query: BoardQuery) -> Context:
    page = by_directive(reader, page=query.page)
    return {
        "table": _shown(page.table, query, is_divided=True, is_all=query.scope.document_id is not None),
        "newer_url": query.board(trang=str(page.number - 1)) if page.number > 1 else "",
        "older_url": query.board(trang=str(page.number + 1)) if page.has_more else "",
    }


def _load(reader: Reader, query: BoardQuery) -> Context:
    table = by_timeliness(reader)
    context: Context = {"load": load_rows(table, query), "charts": [load_chart(table, query)], "has_load_chart": True}
    if query.unit is not None:
        context["people_unit"] = query.unit
        context["may_see_people"] = leads(reader.actor, query.unit)
        context["people"] = people_rows(people_of(reader, query.unit), query, query.unit)
    return context


_TABS: dict[BoardTab, Callable[[Reader, BoardQuery], Context]] = {
    BoardTab.OVERVIEW: _overview,
    BoardTab.UNITS: _units,
    BoardTab.FIELDS: _fields,
    BoardTab.DIRECTIVES: _directives,
    BoardTab.LOAD: _load,
}


def _of_table(table: UnitTable, query: BoardQuery, reader: Reader) -> Context:
    later, earlier = trend_spans(reader)
    return {"table": _shown(table, query, is_divided=False), "trend_later": later, "trend_earlier": earlier}


def _shown(table: UnitTable, query: BoardQuery, *, is_divided: bool, is_all: bool = True) -> ShownTable | None:
    if not table.whole.whole.total:
        return None
    return shown_table(table, query, is_divided=is_divided, is_all=is_all)


def _tiles(table: UnitTable, query: BoardQuery) -> list[Context]:
    whole = table.whole.whole
    share_hint = _("%(on_time)s/%(judged)s việc được xét") % {
        "on_time": whole_number(whole.on_time),
        "judged": whole_number(whole.judged),
    }
    return [
        _tile(_("Quá hạn"), whole.of(Timeliness.OVERDUE), query.list(hinh="overdue"), Tone.LATE),
        _tile(_("Sắp đến hạn"), whole.of(Timeliness.DUE_SOON), query.list(hinh="due_soon"), Tone.SOON),
        _tile(TOGETHER["phai-lam"][0], whole.doing, query.list(hinh="phai-lam"), Tone.ACTIVE),
        _tile(_("Chờ xác nhận"), whole.of(Timeliness.WAITING), query.list(hinh="waiting"), Tone.IDLE),
        _tile(_("Đúng hạn"), percent(whole.share), query.list(xet="co"), Tone.DONE, share_hint),
        _tile(_("Tất cả"), whole.total, query.list(), Tone.IDLE),
    ]


def _tile(label: object, value: object, url: str, tone: Tone, hint: str = "") -> Context:
    return {"label": label, "value": value, "url": url, "tone": tone if value else Tone.IDLE, "hint": hint}


def _workbook(reader: Reader, query: BoardQuery) -> FileResponse:
    if query.tab == BoardTab.FIELDS:
        table, part = by_field(reader), _("Lĩnh vực")
    elif query.tab == BoardTab.DIRECTIVES:
        table, part = by_directive(reader, page=query.page).table, _("Văn bản")
    else:
        table, part = by_timeliness(reader), ""
    file = board_workbook(actor=reader.actor, lines=list(lines_of(table)), part=part, filters=_in_words(query))
    return FileResponse(file, as_attachment=True, filename=f"bang-theo-doi-{today():%Y-%m-%d}.xlsx")


def _in_words(query: BoardQuery) -> dict[str, str]:
    """The filters in force, by label, as the workbook and the record of its export say them."""
    scope = query.scope
    field = _("Chưa phân lĩnh vực") if scope.is_without_field else (query.field.name if query.field else "")
    words = {
        _("Phạm vi"): str(scope.side.label),
        _("Mục"): str(query.tab.label),
        _("Văn bản"): query.document.code if query.document else "",
        _("Lĩnh vực"): field,
        _("Nhóm đơn vị"): str(scope.group.label) if scope.group else "",
        _("Thời hạn trong"): scope.due.label if scope.due else "",
    }
    return {label: value for label, value in words.items() if value}

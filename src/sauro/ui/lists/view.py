"""The view behind every list page: the whole page, the part that changes, or a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.db.models import Model, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.ui.lists.choosing import choice_bar
from sauro.ui.lists.columns import Column
from sauro.ui.lists.export import export_list
from sauro.ui.lists.head import check_permission, head_context, shown_action
from sauro.ui.lists.keeping import kept_of
from sauro.ui.lists.page import ListPage, register_page
from sauro.ui.lists.paging import COUNT_LIMIT, count_upto_limit, page_of
from sauro.ui.lists.reading import is_constant, read_first, read_number, read_page
from sauro.ui.lists.rows import DrawnRows
from sauro.ui.lists.state import ListState, read_state
from vanban.text.normalize import fold

M = TypeVar("M", bound=Model)


def list_view(page: ListPage[Any]) -> Callable[..., HttpResponseBase]:
    """Register a list page and return its view, for signed-in people."""
    register_page(page)

    @login_required
    @require_safe
    def view(request: HttpRequest) -> HttpResponseBase:
        return render_list(request, page)

    return view


def render_list(
    request: HttpRequest,
    page: ListPage[M],
    *,
    rows: QuerySet[M] | None = None,
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    """Answer a request for a list. ``rows`` narrows it beforehand, as for the list inside another page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    check_permission(page, actor)
    kept = kept_of(actor, page.name)
    if not request.GET and kept.default_view is not None:
        return redirect(f"{request.path}?{kept.default_view.address}")
    found = page.rows(actor) if rows is None else rows
    state = read_state(page, request.GET, actor, kept, model=found.model)
    if request.GET.get("xuat") == "xlsx":
        file = export_list(actor=actor, state=state, rows=found)
        return FileResponse(file, as_attachment=True, filename=_file_name(page))
    is_part = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    template = "ui/lists/part.html" if is_part else page.template
    shown = _context(request, state, found, actor, is_whole=rows is None)
    response = render(request, template, {**(context or {}), **shown})
    response["Vary"] = "HX-Request"
    if is_part:
        response["HX-Push-Url"] = request.path + state.query(_cursor_params(state)).rstrip("?")
    return response


def _context(
    request: HttpRequest, state: ListState[M], rows: QuerySet[M], actor: Actor, *, is_whole: bool
) -> dict[str, Any]:
    narrowed = state.narrowed(rows)
    page, order = state.page, state.page.order(state.sort)
    read = partial(read_page, page, actor) if is_whole else None
    is_kept = is_whole and is_constant(state)
    first = partial(read_first, state, actor, narrowed) if is_kept else None
    found = page_of(narrowed, order, state.cursor, page.page_size, first=first, read=read)
    total = read_number(state, actor, narrowed) if is_kept else count_upto_limit(narrowed)
    bar = choice_bar(state.page.name, actor, total=total, count_text=_count_in_words(total))
    return {
        **head_context(request, state, actor),
        "heads": [_head(state, column) for column in state.columns],
        "rows": DrawnRows(state.page, state.columns, may_choose=bar is not None).draw(found.rows),
        "count_text": _count_in_words(total),
        "choice_bar": bar,
        "previous_url": state.query([("truoc", found.previous)]) if found.previous else "",
        "next_url": state.query([("sau", found.next)]) if found.next else "",
        "export_url": state.query([("xuat", "xlsx")]),
        "column_choices": _column_choices(state),
        "empty_action": shown_action(state.page.empty.action, actor) if state.page.empty.action else None,
    }


def _count_in_words(total: int) -> str:
    return f"{number_format(COUNT_LIMIT)}+" if total > COUNT_LIMIT else number_format(total)


def _head(state: ListState[M], column: Column[M]) -> dict[str, Any]:
    is_sorted = state.sort.removeprefix("-") == column.key
    descending = is_sorted and state.sort.startswith("-")
    turned = column.key if not is_sorted or descending else f"-{column.key}"
    return {
        "column": column,
        "url": state.query(sort=turned) if column.sort_fields else "",
        "aria_sort": ("descending" if descending else "ascending") if is_sorted else "",
    }


def _column_choices(state: ListState[M]) -> list[tuple[Column[M], bool]]:
    """Every column with whether it is shown: those shown first, in their order."""
    hidden = [column for column in state.page.columns if column not in state.columns]
    return [(column, True) for column in state.columns] + [(column, False) for column in hidden]


def _cursor_params(state: ListState[Any]) -> list[tuple[str, str]]:
    if state.cursor is None:
        return []
    return [("truoc" if state.cursor.backward else "sau", state.cursor.token)]


def _file_name(page: ListPage[Any]) -> str:
    return f"{slugify(fold(str(page.title)))}-{today():%Y-%m-%d}.xlsx"

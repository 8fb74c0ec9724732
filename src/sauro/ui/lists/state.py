"""What the address says about a list: search, filters, sorting, columns, page, and the saved view it began with.

What a person keeps of the list (:mod:`sauro.ui.lists.keeping`) stands where the address says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

from sauro.access.actor import Actor
from sauro.ui.lists.columns import Column
from sauro.ui.lists.filters import BoundFilter, apply_filters
from sauro.ui.lists.keeping import EVERYTHING, NOTHING, Kept, SavedView
from sauro.ui.lists.page import ListPage
from sauro.ui.lists.paging import Cursor
from vanban.text.normalize import fold

M = TypeVar("M", bound=Model)
Params = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ListState(Generic[M]):
    """A list as one address asks for it. Values of the address that make no sense fall back to the default.

    ``view`` is the saved view the address began with; search, filters and columns may have moved away from it since.
    """

    page: ListPage[M]
    search: str
    sort: str
    columns: tuple[Column[M], ...]
    filters: tuple[BoundFilter, ...]
    cursor: Cursor | None
    kept: Kept = NOTHING
    view: SavedView | None = None

    def narrowed(self, rows: QuerySet[M]) -> QuerySet[M]:
        """Return the rows that the filters and the search leave."""
        rows = apply_filters(rows, self.filters)
        for word in fold(self.search).split():
            rows = rows.filter(_contains(self.page.search_fields, word))
        return rows

    @property
    def is_narrowed(self) -> bool:
        """Tell whether a search or filter is in force."""
        return bool(self.search) or any(one.is_active for one in self.filters)

    @property
    def column_keys(self) -> list[str]:
        """The keys of the columns shown, in their order."""
        return [column.key for column in self.columns]

    @property
    def has_page_columns(self) -> bool:
        """Tell whether the columns are those the page declares, in its order."""
        return self.column_keys == [column.key for column in self.page.columns if column.default]

    @property
    def has_usual_columns(self) -> bool:
        """Tell whether the columns are those that stand when the address names none."""
        return self.columns == _usual_columns(self.page, self.kept)

    @property
    def is_view_changed(self) -> bool:
        """Tell whether the list no longer shows what the saved view it began with holds."""
        if self.view is None:
            return False
        columns = self.column_keys if "cot=" in self.view.query or not self.has_usual_columns else []
        return urlencode(self.conditions() + [("cot", key) for key in columns]) != self.view.query

    def query_to_save(self) -> str:
        """Return the filters, sorting and columns in force as a saved view keeps them, without the question mark."""
        columns = [] if self.has_page_columns else self.column_keys
        return urlencode(self.conditions() + [("cot", key) for key in columns])

    def params(self, *, without: str = "", sort: str | None = None) -> Params:
        """Return the address parameters of this state, default values left out, the page left out.

        ``without`` drops one filter by its key (or ``"q"``); ``sort`` sorts otherwise.
        """
        found = self.conditions(without=without, sort=sort)
        if not self.has_usual_columns:
            found += [("cot", key) for key in self.column_keys]
        if self.view is not None:
            found.append(("xem", self.view.key))
        elif not found and self.kept.default_view is not None:
            found.append(("xem", EVERYTHING))
        return found

    def conditions(self, *, without: str = "", sort: str | None = None) -> Params:
        """Return the parameters that say which rows there are and in which order."""
        found: Params = [("q", self.search)] if self.search and without != "q" else []
        for one in self.filters:
            if one.is_active and one.filter.key != without:
                found += filter_params(one)
        sort = self.sort if sort is None else sort
        if sort != self.page.default_sort:
            found.append(("sx", sort))
        return found

    def query(self, extra: Params | None = None, **changes: Any) -> str:
        """Return the query string of this state, with the question mark, ``extra`` parameters added."""
        params = self.params(**changes) + (extra or [])
        return "?" + urlencode(params) if params else "?"


def filter_params(bound: BoundFilter) -> Params:
    """Return the address parameters of one filter in force."""
    values = bound.values
    if "first_key" in values:
        ends = ((values["first_key"], values["first"]), (values["last_key"], values["last"]))
        return [(key, day.strftime("%d/%m/%Y")) for key, day in ends if day]
    return [(bound.filter.key, str(values["value"]))]


def read_state(
    page: ListPage[M], data: QueryDict, actor: Actor, kept: Kept = NOTHING, *, model: type[M] | None = None
) -> ListState[M]:
    """Read an address, for somebody who keeps ``kept`` of the list, whose rows are of ``model``."""
    sort = data.get("sx", "")
    column = page.column(sort.removeprefix("-"))
    model = model or page.rows(actor).model
    return ListState(
        page=page,
        search=data.get("q", "").strip()[:200] if page.search else "",
        sort=sort if column is not None and column.sort_fields else page.default_sort,
        columns=_columns(page, data.getlist("cot")) or _usual_columns(page, kept),
        filters=tuple(one.bind(data, actor, model) for one in page.filters),
        cursor=_read_cursor(data),
        kept=kept,
        view=kept.view(data.get("xem", "")),
    )


def _columns(page: ListPage[M], keys: Sequence[str]) -> tuple[Column[M], ...]:
    """The columns of the keys in their order; unknown keys, of an old address say, are left out."""
    found = (page.column(key) for key in dict.fromkeys(keys))
    return tuple(column for column in found if column is not None)


def _usual_columns(page: ListPage[M], kept: Kept) -> tuple[Column[M], ...]:
    return _columns(page, kept.columns) or tuple(one for one in page.columns if one.default)


def _read_cursor(data: QueryDict) -> Cursor | None:
    for key in ("sau", "truoc"):
        if token := data.get(key):
            return Cursor(token, backward=key == "truoc")
    return None


def _contains(fields: tuple[str, ...], word: str) -> Q:
    condition = Q()
    for field in fields:
        condition |= Q(**{f"{field}__contains": word})
    return condition

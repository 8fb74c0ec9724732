"""What the address says about a list: search, filters, sorting, columns and page. Nothing else is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

from sauro.access.actor import Actor
from sauro.ui.lists.columns import Column
from sauro.ui.lists.filters import BoundFilter, apply_filters
from sauro.ui.lists.page import ListPage
from sauro.ui.lists.paging import Cursor
from vanban.text.normalize import fold

M = TypeVar("M", bound=Model)
Params = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ListState(Generic[M]):
    """A list as one address asks for it. Values of the address that make no sense fall back to the default."""

    page: ListPage[M]
    search: str
    sort: str
    columns: tuple[Column[M], ...]
    filters: tuple[BoundFilter, ...]
    cursor: Cursor | None

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
    def chosen_columns(self) -> list[str]:
        """The keys of the columns when they differ from the default, else nothing."""
        keys = [column.key for column in self.columns]
        return [] if keys == [column.key for column in self.page.columns if column.default] else keys

    def params(self, *, without: str = "", sort: str | None = None) -> Params:
        """Return the address parameters of this state, default values left out, the page left out.

        ``without`` drops one filter by its key (or ``"q"``); ``sort`` sorts otherwise.
        """
        found: Params = [("q", self.search)] if self.search and without != "q" else []
        for one in self.filters:
            if one.is_active and one.filter.key != without:
                found += filter_params(one)
        sort = self.sort if sort is None else sort
        if sort != self.page.default_sort:
            found.append(("sx", sort))
        return found + [("cot", key) for key in self.chosen_columns]

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


def read_state(page: ListPage[M], data: QueryDict, actor: Actor) -> ListState[M]:
    """Read an address."""
    sort = data.get("sx", "")
    column = page.column(sort.removeprefix("-"))
    chosen = set(data.getlist("cot"))
    columns = tuple(one for one in page.columns if one.key in chosen)
    model = page.rows(actor).model
    return ListState(
        page=page,
        search=data.get("q", "").strip()[:200] if page.search else "",
        sort=sort if column is not None and column.sort_fields else page.default_sort,
        columns=columns or tuple(one for one in page.columns if one.default),
        filters=tuple(one.bind(data, actor, model) for one in page.filters),
        cursor=_read_cursor(data),
    )


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

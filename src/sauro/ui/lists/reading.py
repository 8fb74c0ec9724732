"""Reading a page of a list by statements that are kept: which rows, how many there are, what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet, Value

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter
from sauro.ui.lists.page import ListPage, get_page
from sauro.ui.lists.paging import COUNT_LIMIT, Places, first_places
from sauro.ui.lists.state import ListState

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class _Narrowed:
    """The query of a list narrowed by its address, known by the list and the address alone."""

    name: str
    address: tuple[tuple[str, str], ...]
    sort: str
    rows: QuerySet[Any] = field(compare=False)


class _First(_Narrowed):
    def __call__(self, _actor: Actor) -> QuerySet[Any, Any]:
        page = _registered(self.name)
        return first_places(self.rows, page.order(self.sort), page.page_size)


class _Number(_Narrowed):
    def __call__(self, _actor: Actor) -> QuerySet[Any, Any]:
        return self.rows.order_by().values_list(Value(1))[: COUNT_LIMIT + 1]


def read_first(state: ListState[M], actor: Actor, rows: QuerySet[M]) -> Places:
    """Return the identities and sort values of the first page of ``rows``, what ``state`` leaves of its whole list."""
    return ask(_First(state.page.name, tuple(state.conditions()), state.sort, rows), actor)


def read_number(state: ListState[M], actor: Actor, rows: QuerySet[M]) -> int:
    """Return how many rows there are, up to one more than a list counts."""
    return len(ask(_Number(state.page.name, tuple(state.conditions()), "", rows), actor))


def is_constant(state: ListState[Any]) -> bool:
    """Tell whether the query of a list follows from its address: no words, and no filter that looks something up."""
    page, active = state.page, [one.filter for one in state.filters if one.is_active]
    plain = all(isinstance(one, ChoiceFilter | DateRangeFilter) for one in active)
    return page.is_constant and plain and not state.search and get_page(page.name) is page


def read_page(page: ListPage[M], actor: Actor, keys: Sequence[Any]) -> Iterable[M]:
    """Return the rows of a registered list with some identities, a page at most, as far as the actor may see them."""
    if not all(isinstance(key, UUID) for key in keys) or get_page(page.name) is not page:
        return page.rows(actor).filter(pk__in=keys)
    # As many values every time: one text serves all.
    values = {f"row_{number}": keys[min(number, len(keys) - 1)] for number in range(page.page_size)}
    return ask(_chosen, actor, page.name, **values)


def _chosen(actor: Actor, name: str, **keys: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = _registered(name).rows(actor).filter(pk__in=list(keys.values()))
    return rows


def _registered(name: str) -> ListPage[Any]:
    page = get_page(name)
    if page is None:
        raise KeyError(name)
    return page

"""The search box of the frame: looks in every list that takes part and that the actor may open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse

from sauro.access.actor import Actor
from sauro.ui.lists.columns import Cell, cell
from sauro.ui.lists.page import Label, ListPage, all_pages
from sauro.ui.lists.paging import in_order
from sauro.ui.lists.state import read_state

SHOWN_PER_LIST = 8


@dataclass(frozen=True, slots=True)
class Hits:
    """The first rows of one list that match, each as cells, and the address of the list with the same search."""

    title: Label
    rows: list[list[Cell]]
    url: str
    has_more: bool


def find_everywhere(*, actor: Actor, text: str) -> list[Hits]:
    """Return what matches ``text`` in each list, lists without a match left out. Takes one query per list."""
    return [hits for page in _open_to(actor) if (hits := _find_in(page, actor, text)).rows] if text else []


def _open_to(actor: Actor) -> Iterator[ListPage[Any]]:
    for page in all_pages():
        if page.is_in_global_search and page.search and (page.permission is None or actor.holds(page.permission)):
            yield page


def _find_in(page: ListPage[Any], actor: Actor, text: str) -> Hits:
    query = urlencode({"q": text})
    state = read_state(page, QueryDict(query), actor)
    found = list(in_order(state.narrowed(page.rows(actor)), page.order(page.default_sort))[: SHOWN_PER_LIST + 1])
    rows = [[cell(one, row, is_main=one is page.main_column) for one in state.columns] for row in found]
    return Hits(page.title, rows[:SHOWN_PER_LIST], f"{_address(page)}?{query}", len(rows) > SHOWN_PER_LIST)


def _address(page: ListPage[Any]) -> str:
    try:
        return reverse(page.name)
    except NoReverseMatch as error:
        raise ValueError(f"list {page.name!r} takes part in the search but its address needs arguments") from error

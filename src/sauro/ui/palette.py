"""What the keyboard palette offers for a few typed words: pages, ready-made views of lists, and rows of lists.

Everything is asked for anew with each request and only within what the actor may open and see.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.ui.lists.columns import Cell
from sauro.ui.lists.finding import find_everywhere
from sauro.ui.lists.keeping import saved_views_of
from sauro.ui.lists.page import Label, ListPage, all_pages, get_page
from sauro.ui.navigation import Place, menu
from vanban.text.normalize import fold

SHOWN_PAGES = 8
SHOWN_ROWS = 5
SHORTEST_SEARCH = 2
_DETAILS = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place to go. ``detail`` tells it from others of the same name."""

    text: str
    url: str
    icon: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionGroup:
    """Suggestions under one heading."""

    title: Label
    suggestions: Sequence[Suggestion]


def suggest(actor: Actor, typed: str) -> list[SuggestionGroup]:
    """Return what the words lead to, groups without a suggestion left out. Without words: the pages of the menus."""
    words = fold(typed).split()
    groups = [SuggestionGroup(_("Trang"), _matching(_pages(actor), words)[: SHOWN_PAGES if words else None])]
    if words:
        groups.append(SuggestionGroup(_("Xem nhanh"), _matching(_quick_views(actor), words)[:SHOWN_PAGES]))
    if len(typed.strip()) >= SHORTEST_SEARCH:
        groups += _rows(actor, typed)
    return [group for group in groups if group.suggestions]


def _matching(suggestions: Iterator[Suggestion], words: Sequence[str]) -> list[Suggestion]:
    return [one for one in suggestions if all(word in fold(f"{one.detail} {one.text}") for word in words)]


def _pages(actor: Actor) -> Iterator[Suggestion]:
    for place in Place:
        for entry in menu(actor, place, ""):
            if not entry.item.post:
                yield Suggestion(str(entry.item.label), entry.url, entry.item.icon)


def _quick_views(actor: Actor) -> Iterator[Suggestion]:
    for page in all_pages():
        address = _address(page) if _may_open(actor, page) else None
        if address is None:
            continue
        for view in page.quick_views:
            yield Suggestion(str(view.label), f"{address}?{view.query}", "filter", str(page.title))
    yield from _saved_views(actor)


def _saved_views(actor: Actor) -> Iterator[Suggestion]:
    for view in saved_views_of(actor):
        page = get_page(view.list_name)
        address = _address(page) if page is not None and _may_open(actor, page) else None
        if page is not None and address is not None:
            yield Suggestion(view.name, f"{address}?{view.address}", "bookmark", str(page.title))


def _may_open(actor: Actor, page: ListPage[Any]) -> bool:
    return page.permission is None or actor.holds(page.permission)


def _address(page: ListPage[Any]) -> str | None:
    try:
        return reverse(page.name)
    except NoReverseMatch:
        return None


def _rows(actor: Actor, typed: str) -> Iterator[SuggestionGroup]:
    for hits in find_everywhere(actor=actor, text=typed):
        rows = [one for row in hits.rows[:SHOWN_ROWS] if (one := _row(row)) is not None]
        if hits.has_more or len(hits.rows) > SHOWN_ROWS:
            rows.append(Suggestion(_("Xem tất cả trong danh sách này"), hits.url, "list-search"))
        yield SuggestionGroup(hits.title, rows)


def _row(cells: Sequence[Cell]) -> Suggestion | None:
    main = next((cell for cell in cells if cell.is_main), None)
    if main is None:
        return None
    details = [_plain(cell.html) for cell in cells if not cell.is_main and not cell.is_empty]
    return Suggestion(_plain(main.html), main.url, "arrow-right", " · ".join(details[:_DETAILS]))


def _plain(html: str) -> str:
    """The text of a cell; the template escapes it again."""
    return unescape(strip_tags(html))

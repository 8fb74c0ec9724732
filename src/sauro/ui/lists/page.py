"""The declaration of a list page, and the register of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.urls import get_resolver
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.ui.lists.columns import Column
from sauro.ui.lists.filters import Filter
from sauro.ui.lists.paging import Order

M = TypeVar("M", bound=Model)
Label = str | Promise

PAGE_SIZE = 50
_SEARCH_HINT = _("Tìm, không cần gõ dấu")
_NOTHING_YET = _("Chưa có mục nào.")


@dataclass(frozen=True, slots=True)
class Action:
    """A button at the head of a page, leading to a page by name. ``permission`` hides it from those without it.

    ``offered`` says to whom it is offered where that does not hang on a permission alone.
    """

    label: Label
    url_name: str
    icon: str = ""
    permission: str | None = None
    is_primary: bool = False
    offered: Callable[[Actor], bool] | None = None


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What a list without rows says: what will stand here, and what to do next."""

    text: Label
    action: Action | None = None
    icon: str = "inbox"


@dataclass(frozen=True, slots=True)
class QuickView:
    """A ready-made filter as a link above the list. ``query`` is the part of the address after the question mark."""

    label: Label
    query: str


@dataclass(frozen=True)
class ListPage(Generic[M]):
    """A list page in one declaration.

    ``name`` is the name of its address. ``rows`` returns the rows the actor may see, with everything the columns need
    selected: a page runs the same number of queries whatever it shows. ``default_sort`` is the key of a sorting column,
    with a minus for descending. ``search`` names the stored fields of folded text to look in. ``row_tone`` marks a row
    (``"late"``) beside the words that say the same. ``permission`` refuses the page (403) to those who hold it nowhere.
    ``is_constant`` promises that ``rows`` and the conditions of choices and days depend on the actor, the address and
    the day alone, and look nothing up: then the text of the query is kept (:mod:`sauro.access.kept`).
    """

    name: str
    title: Label
    rows: Callable[[Actor], QuerySet[M]]
    columns: Sequence[Column[M]]
    default_sort: str
    filters: Sequence[Filter] = ()
    search: str | tuple[str, ...] = ()
    search_hint: Label = _SEARCH_HINT
    quick_views: Sequence[QuickView] = ()
    actions: Sequence[Action] = ()
    empty: EmptyState = EmptyState(_NOTHING_YET)
    row_tone: Callable[[M], str] | None = None
    permission: str | None = None
    page_size: int = PAGE_SIZE
    is_constant: bool = False
    is_in_global_search: bool = False
    template: str = "ui/lists/page.html"

    def __post_init__(self) -> None:
        """Refuse a declaration that cannot work."""
        keys = [column.key for column in self.columns] + [key for one in self.filters for key in one.keys]
        repeated = {key for key in keys if keys.count(key) > 1} | (set(keys) & RESERVED_KEYS)
        if repeated:
            raise ValueError(f"list {self.name!r} uses the keys {sorted(repeated)} twice, or they are reserved")
        self.order(self.default_sort)

    @property
    def search_fields(self) -> tuple[str, ...]:
        """The stored folded fields looked in."""
        return (self.search,) if isinstance(self.search, str) else self.search

    def column(self, key: str) -> Column[M] | None:
        """Return a column by its key."""
        return next((column for column in self.columns if column.key == key), None)

    def order(self, sort: str) -> Order:
        """Return the order for ``"ngay"`` or ``"-ngay"``. Raises ``ValueError`` for a column that does not sort."""
        column = self.column(sort.removeprefix("-"))
        if column is None or not column.sort_fields:
            raise ValueError(f"list {self.name!r} does not sort by {sort!r}")
        return Order(column.sort_fields, descending=sort.startswith("-"))

    @property
    def main_column(self) -> Column[M] | None:
        """The column whose link opens the row."""
        return next((column for column in self.columns if column.link), None)


# Search, sorting, chosen columns, page after, page before, export, saved view.
RESERVED_KEYS = {"q", "sx", "cot", "sau", "truoc", "xuat", "xem"}

_PAGES: dict[str, ListPage[Any]] = {}


def register_page(page: ListPage[Any]) -> None:
    """Make a page known to the global search and to the contract tests; the same name twice is a mistake."""
    if _PAGES.setdefault(page.name, page) is not page:
        raise ValueError(f"list page {page.name!r} is registered twice")


def get_page(name: str) -> ListPage[Any] | None:
    """Return a registered page by its name. Pages are registered by the addresses, which are loaded first."""
    return _PAGES.get(name) if get_resolver().url_patterns else None


def all_pages() -> list[ListPage[Any]]:
    """Return every registered page, ordered by name."""
    return [_PAGES[name] for name in sorted(_PAGES)]

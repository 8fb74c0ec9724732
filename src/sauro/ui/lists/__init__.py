"""The list kit: a list page is one declaration (see docs/dev/ui-kit.md)."""

from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, Filter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView, all_pages
from sauro.ui.lists.view import list_view, render_list

__all__ = [
    "Action",
    "Badge",
    "ChoiceFilter",
    "Column",
    "DateRangeFilter",
    "EmptyState",
    "Filter",
    "Kind",
    "ListPage",
    "QuickView",
    "Tone",
    "UnitFilter",
    "all_pages",
    "list_view",
    "render_list",
]

"""What a person keeps of a list: saved views (filters, columns and sorting under a name) and their own columns.

The kit has no tables. The area that stores these things registers how they are read; without one, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sauro.access.actor import Actor

EVERYTHING = "tat-ca"
"""What the address of a list says (``?xem=tat-ca``) when it shall not open with the default view."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A saved view of one list. ``key`` stands for it in the address, ``query`` is what it opens.

    ``shared_with`` names the unit that one's own view is shared with, or the unit from which somebody else's came.
    """

    list_name: str
    key: str
    name: str
    query: str
    is_own: bool
    shared_with: str = ""

    @property
    def address(self) -> str:
        """What follows the question mark in the address of the list."""
        return f"{self.query}&xem={self.key}" if self.query else f"xem={self.key}"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one person keeps of one list. ``columns`` are keys in the order shown, none for those of the page;
    ``default`` is the key of the view the list opens with, empty for none."""

    columns: tuple[str, ...] = ()
    views: tuple[SavedView, ...] = ()
    default: str = ""

    def view(self, key: str) -> SavedView | None:
        """Return a view by its key."""
        return next((one for one in self.views if one.key == key), None)

    @property
    def default_view(self) -> SavedView | None:
        """The view the list opens with."""
        return self.view(self.default) if self.default else None


@dataclass(frozen=True, slots=True)
class Keeper:
    """How kept things are read: those of one list, and the saved views of all lists."""

    of_list: Callable[[Actor, str], Kept]
    all_views: Callable[[Actor], Sequence[SavedView]]


NOTHING = Kept()
_keepers: list[Keeper] = []


def keep_with(keeper: Keeper) -> None:
    """Let an area bring what people keep. There is one such area."""
    if _keepers:
        raise ValueError("something keeps the views of lists already")
    _keepers.append(keeper)


def kept_of(actor: Actor, list_name: str) -> Kept:
    """Return what the actor keeps of a list. Takes the queries of the keeper, the same for every list."""
    return _keepers[0].of_list(actor, list_name) if _keepers and actor.user_id else NOTHING


def saved_views_of(actor: Actor) -> Sequence[SavedView]:
    """Return every saved view the actor may open."""
    return _keepers[0].all_views(actor) if _keepers and actor.user_id else ()

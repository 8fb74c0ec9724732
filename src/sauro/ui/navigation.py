"""The menus of the frame. An area adds its entries from its ``panels.py``, so the frame knows no area by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from sauro.access.actor import Actor

Label = str | Promise


class Place(StrEnum):
    """Which menu an entry belongs to."""

    MAIN = "main"
    USER = "user"


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of a menu.

    ``permission`` hides it from those who hold it nowhere; None shows it to everybody signed in. ``icon`` is the name
    of a Tabler icon without its prefix (``"file-text"``). ``post`` makes it a button that posts, for signing out.
    """

    name: str
    label: Label
    url_name: str
    icon: str
    permission: str | None = None
    order: int = 100
    place: Place = Place.MAIN
    post: bool = False


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry as shown on one page."""

    item: NavItem
    url: str
    current: bool


_ITEMS: dict[str, NavItem] = {}


def register(item: NavItem) -> NavItem:
    """Add an entry; the same name twice is a programming error."""
    if item.name in _ITEMS:
        raise ValueError(f"menu entry {item.name!r} is registered twice")
    _ITEMS[item.name] = item
    return item


def all_items() -> list[NavItem]:
    """Return every registered entry, in the order shown."""
    return sorted(_ITEMS.values(), key=lambda item: (item.order, item.name))


def menu(actor: Actor | None, place: Place, path: str) -> list[MenuEntry]:
    """Return the entries of a menu that the actor may use; the one whose address is the longest start of ``path`` is
    current. An entry whose page is not installed is left out."""
    if actor is None or actor.user_id is None:
        return []
    held = [item for item in all_items() if item.place == place and _may_use(actor, item)]
    addresses = {item.name: url for item in held if (url := _address(item))}
    current = max((url for url in addresses.values() if _leads_to(url, path)), key=len, default=None)
    return [
        MenuEntry(item, addresses[item.name], addresses[item.name] == current)
        for item in held
        if item.name in addresses
    ]


def _may_use(actor: Actor, item: NavItem) -> bool:
    return item.permission is None or actor.holds(item.permission)


def _leads_to(url: str, path: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))


def _address(item: NavItem) -> str | None:
    try:
        return reverse(item.url_name)
    except NoReverseMatch:
        return None

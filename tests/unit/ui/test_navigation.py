"""The menus: what is shown to whom, in which order, and which entry is the page one is on."""

from __future__ import annotations

import pytest
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.middleware import anonymous_actor
from sauro.ui import navigation
from sauro.ui.navigation import NavItem, Place, menu, register


@pytest.fixture
def _items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_ITEMS", {})
    register(NavItem("users", "Tài khoản", "user-list", "users", permission="accounts.view", order=30))
    register(NavItem("search", "Tìm", "search", "search", order=20))
    register(NavItem("home", "Hôm nay", "home", "home", order=10))
    register(NavItem("leave", "Đăng xuất", "sign-out", "logout", place=Place.USER, post=True))
    register(NavItem("absent", "Chưa có", "page-of-another-release", "x", order=5))


def _names(actor: Actor | None, place: Place = Place.MAIN, path: str = "/") -> list[str]:
    return [entry.item.name for entry in menu(actor, place, path)]


@pytest.mark.usefixtures("_items")
def test_entries_come_in_order_and_only_with_their_permission(world: World) -> None:
    assert _names(world.actor("clerk")) == ["home", "search"]
    assert _names(world.actor("admin")) == ["home", "search", "users"]
    assert _names(world.actor("clerk"), Place.USER) == ["leave"]


@pytest.mark.usefixtures("_items")
def test_nobody_signed_in_has_no_menu() -> None:
    assert _names(None) == []
    assert _names(anonymous_actor("thu")) == []


@pytest.mark.usefixtures("_items")
@pytest.mark.parametrize(
    ("path", "current"),
    [("/", "home"), ("/tim/", "search"), ("/tai-khoan/them/", "users"), ("/khac/", None)],
)
def test_current_entry_is_the_longest_start_of_the_address(world: World, path: str, current: str | None) -> None:
    entries = menu(world.actor("admin"), Place.MAIN, path)
    assert [entry.item.name for entry in entries if entry.current] == ([current] if current else [])


@pytest.mark.usefixtures("_items")
def test_entry_registered_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        register(NavItem("home", "Hôm nay", "home", "home"))

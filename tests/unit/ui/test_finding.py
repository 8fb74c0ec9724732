"""The search box of the frame: every list that takes part, only what the actor may see there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import SignedIn
from tests.factories.organizations import make_unit
from tests.personas import World
from tests.unit.ui.pages import PAGE

from sauro.organizations.models import Unit
from sauro.ui.lists import ListPage
from sauro.ui.lists.finding import SHOWN_PER_LIST, find_everywhere

SEARCHED = replace(PAGE, name="search", is_in_global_search=True)


@pytest.fixture(autouse=True)
def _pages(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden: dict[str, ListPage[Unit]] = {
        "search": SEARCHED,
        "left-out": replace(PAGE, name="left-out"),
        "refused": replace(PAGE, name="refused", is_in_global_search=True, permission="accounts.view"),
    }
    monkeypatch.setattr("sauro.ui.lists.page._PAGES", hidden)


def test_rows_of_lists_that_take_part_and_may_be_opened(world: World) -> None:
    hits = find_everywhere(actor=world.actor("clerk"), text="noi vu")
    assert [(one.url, one.has_more, len(one.rows)) for one in hits] == [("/tim/?q=noi+vu", False, 1)]
    assert "Sở Nội vụ" in hits[0].rows[0][0].html


def test_lists_without_a_match_and_empty_searches_give_nothing(world: World) -> None:
    assert find_everywhere(actor=world.actor("clerk"), text="khong co gi") == []
    assert find_everywhere(actor=world.actor("clerk"), text="") == []


def test_actor_who_sees_nothing_finds_nothing(world: World) -> None:
    assert find_everywhere(actor=world.actor("outsider"), text="noi vu") == []


def test_long_result_is_cut_and_says_so(world: World) -> None:
    for number in range(SHOWN_PER_LIST + 1):
        make_unit(f"D{number}", f"Đơn vị dài {number}")
    (hits,) = find_everywhere(actor=world.actor("clerk"), text="don vi dai")
    assert (len(hits.rows), hits.has_more) == (SHOWN_PER_LIST, True)


def test_list_whose_address_needs_arguments_cannot_take_part(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(SEARCHED, name="unit-detail")
    monkeypatch.setattr("sauro.ui.lists.page._PAGES", {"unit-detail": broken})
    with pytest.raises(ValueError, match="needs arguments"):
        find_everywhere(actor=world.actor("clerk"), text="noi vu")


def test_page_shows_hits_with_their_links(signed_in: SignedIn) -> None:
    html = signed_in("clerk").get("/tim/?q=Nội vụ").content.decode()
    assert '<a href="/mo/T.SNV/" data-row-link>Sở Nội vụ</a>' in html
    assert 'value="Nội vụ"' in html


def test_page_without_a_hit_says_how_to_search(signed_in: SignedIn) -> None:
    html = signed_in("clerk").get("/tim/?q=khong-co-gi").content.decode()
    assert "Không tìm thấy. Thử ít chữ hơn" in html

"""The address of a list: what it says, what it leaves out, and what happens to nonsense in it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from django.http import QueryDict
from tests.personas import World
from tests.unit.ui.pages import PAGE

from sauro.organizations.models import Unit
from sauro.ui.lists import ChoiceFilter, Column, DateRangeFilter, ListPage
from sauro.ui.lists.page import register_page
from sauro.ui.lists.state import ListState, read_state


def _state(world: World, query: str) -> ListState[Unit]:
    return read_state(PAGE, QueryDict(query), world.actor("clerk"))


def _codes(world: World, query: str) -> set[str]:
    actor = world.actor("clerk")
    return {unit.code for unit in _state(world, query).narrowed(PAGE.rows(actor))}


def test_empty_address_is_the_default_and_stays_empty(world: World) -> None:
    state = _state(world, "")
    assert state.query() == "?"
    assert [column.key for column in state.columns] == ["ten", "ma", "tren", "loai", "dau"]
    assert (state.sort, state.is_narrowed) == ("ten", False)


@pytest.mark.parametrize(
    "query",
    [
        "sx=khong-co",
        "sx=dau",
        "cot=khong-co",
        "l=khong-co",
        "dv=KHONG",
        "hieu-luc-tu=32/13/2026",
        "hieu-luc-den=31/12/9999",
    ],
)
def test_nonsense_in_the_address_is_as_good_as_absent(world: World, query: str) -> None:
    state = _state(world, query)
    assert state.query() == "?"
    assert not state.is_narrowed


def test_address_survives_a_round_trip(world: World) -> None:
    query = "?q=noi+vu&l=department&hieu-luc-tu=01%2F07%2F2025&dv=T.UBND&sx=-ma&cot=ten&cot=tu"
    assert _state(world, query[1:]).query() == query


def test_dropping_one_condition_keeps_the_others(world: World) -> None:
    state = _state(world, "q=so&l=department&sx=-ma&sau=abc")
    assert state.query(without="l") == "?q=so&sx=-ma"
    assert state.query(without="q") == "?l=department&sx=-ma"
    assert state.query(sort="ma") == "?q=so&l=department&sx=ma"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["Nội vụ", "noi vu", "VU  noi", "nội"])
def test_search_ignores_accents_order_and_encoding(world: World, typed: str, form: str) -> None:
    query = QueryDict(mutable=True)
    query["q"] = unicodedata.normalize(form, typed)
    assert _codes(world, query.urlencode()) == {"T.SNV"}


def test_every_word_must_be_found(world: World) -> None:
    assert _codes(world, "q=noi+tai") == set()


def test_choice_narrows_by_its_field(world: World) -> None:
    assert _codes(world, "l=department") == {"T.SNV", "T.STC"}


def test_unit_filter_takes_the_unit_and_everything_below(world: World) -> None:
    below = {unit.code for unit in Unit.objects.filter(parent__path__startswith=world.units["ubnd"].path)}
    assert below == _codes(world, "dv=T.UBND") == _codes(world, f"dv={world.units['ubnd'].pk}")
    assert "T.VP" in below


def test_days_are_both_included(world: World) -> None:
    assert "T.SNV" in _codes(world, "hieu-luc-tu=01/07/2025&hieu-luc-den=01/07/2025")
    assert _codes(world, "hieu-luc-tu=02/07/2025") == set()
    assert _codes(world, "hieu-luc-den=30/06/2025") == set()


def test_moments_are_compared_by_the_day_in_vietnam(world: World) -> None:
    bound = DateRangeFilter("luc", "Lúc", "last_login", is_instant=True).bind(
        QueryDict("luc-tu=25/11/2026&luc-den=25/11/2026"), world.actor("clerk"), Unit
    )
    held = dict(bound.condition.children)  # type: ignore[arg-type]  # a conjunction of pairs
    assert held["last_login__gte"] == dt.datetime(2026, 11, 24, 17, tzinfo=dt.UTC)
    assert held["last_login__lt"] == dt.datetime(2026, 11, 25, 17, tzinfo=dt.UTC)
    assert bound.description == "25/11/2026 – 25/11/2026"


def test_open_range_says_so_in_words(world: World) -> None:
    described = [_state(world, f"hieu-luc-{end}=01/07/2025").filters[1].description for end in ("tu", "den")]
    assert described == ["từ 01/07/2025", "đến 01/07/2025"]


def test_choices_may_depend_on_the_actor(world: World) -> None:
    chosen = ChoiceFilter("n", "Người", lambda actor: [(actor.name, actor.name)], field="name")
    actor = world.actor("clerk")
    assert chosen.bind(QueryDict(f"n={actor.name}"), actor, Unit).is_active
    assert not chosen.bind(QueryDict("n=khác"), actor, Unit).is_active


def test_declaration_with_a_key_twice_or_reserved_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        replace(PAGE, columns=[*PAGE.columns, Column("q", "Tìm")])
    with pytest.raises(ValueError, match="twice"):
        replace(PAGE, filters=[ChoiceFilter("ten", "Tên", [])])


def test_declaration_sorted_by_a_column_that_does_not_sort_is_refused() -> None:
    with pytest.raises(ValueError, match="does not sort"):
        replace(PAGE, default_sort="dau")


def test_two_pages_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    registered: dict[str, ListPage[Unit]] = {}
    monkeypatch.setattr("sauro.ui.lists.page._PAGES", registered)
    register_page(PAGE)
    register_page(PAGE)
    with pytest.raises(ValueError, match="twice"):
        register_page(replace(PAGE))
    assert list(registered) == ["test-units"]

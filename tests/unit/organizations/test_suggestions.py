"""Completion of unit names."""

from __future__ import annotations

import pytest
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.organizations.selectors.units import suggest_units


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("so noi", "snv"),
        ("Sở Nội vụ", "snv"),
        ("noi vu", "snv"),
        ("uy ban nhan dan xa a", "ubnd_a"),
        ("kinh te phuong", "pkt_b"),
        ("tinh uy", "tu"),
    ],
)
def test_words_may_be_begun_and_bare_of_accents(world: World, typed: str, first: str) -> None:
    assert suggest_units(world.actor("clerk"), typed)[0] == world.units[first]


def test_beginnings_of_words_count_and_not_their_middles(world: World) -> None:
    assert suggest_units(world.actor("clerk"), "ội vụ") == []
    assert suggest_units(world.actor("clerk"), "") == []
    assert suggest_units(world.actor("clerk"), "(.*") == []


def test_whole_name_comes_before_longer_ones(world: World) -> None:
    longer = make_unit("T.SNVX", "Sở Nội vụ mở rộng", parent=world.units["ubnd"])
    assert suggest_units(world.actor("clerk"), "so noi vu") == [world.units["snv"], longer]


def test_territories_only_on_demand(world: World) -> None:
    actor = world.actor("clerk")
    assert world.units["commune_a"] not in suggest_units(actor, "dia ban xa a")
    assert suggest_units(actor, "dia ban xa a", with_territories=True) == [world.units["commune_a"]]


def test_limit_holds(world: World) -> None:
    assert len(suggest_units(world.actor("clerk"), "uy ban", 2)) == 2


def test_somebody_without_a_role_gets_nothing(world: World) -> None:
    assert suggest_units(world.actor("outsider"), "so noi vu") == []

"""Travel: by measured times, by the map, and by boat."""

from __future__ import annotations

from tests.unit.staffing.making import FAR, ISLAND, MIDDLE, NEAR, ROADS

from sauro.staffing.solver.places import Place, Point, Roads


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert round(Point(10, 105).kilometres_to(Point(11, 105))) == 111
    assert round(Point(0, 105).kilometres_to(Point(0, 106))) == 111


def test_roads_are_longer_than_the_great_circle_and_the_same_in_both_directions() -> None:
    minutes = Roads().minutes(NEAR, MIDDLE)
    # 24,8 km on the great circle, 130 % of it at 40 km/h.
    assert minutes == Roads().minutes(MIDDLE, NEAR) == 49
    assert Roads().minutes(NEAR, NEAR) == 0


def test_measured_times_go_before_reckoned_ones() -> None:
    roads = Roads(measured={frozenset(("near", "far")): 95})
    assert roads.minutes(FAR, NEAR) == 95


def test_islands_are_reached_from_their_harbour_with_the_time_of_the_boat() -> None:
    by_boat = ROADS.minutes(ISLAND, NEAR)
    assert by_boat is not None
    ashore = Place("harbour", Point(10.0, 105.05))
    assert by_boat == 150 + (Roads().minutes(ashore, NEAR) or 0)


def test_nobody_knows_the_way_to_a_place_that_is_on_no_map() -> None:
    assert Roads().minutes(Place("lost"), NEAR) is None

"""When a target line falls short of what is asked: by its value, by its year, by its measure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sauro.programmes.shortfalls import Planned, Short, Shortfall, Wanted, shortfall
from sauro.targets.rules import AddUp, Direction

D = Decimal
CLEAN_WATER = Wanted(D(95), "%", Direction.UP, 2030)
POVERTY = Wanted(D(2), "%", Direction.DOWN, 2028)


@pytest.mark.parametrize(
    ("wanted", "values", "expected"),
    [
        (CLEAN_WATER, {2030: 95}, None),
        (CLEAN_WATER, {2029: 96}, None),  # reached earlier stays reached
        (CLEAN_WATER, {2028: 90, 2030: 93}, Short(Shortfall.LOWER, D(93), 2030)),
        (CLEAN_WATER, {2028: 90}, Short(Shortfall.LOWER, D(90), 2028)),
        (CLEAN_WATER, {}, Short(Shortfall.ABSENT)),
        (POVERTY, {2028: D("1.5")}, None),
        (POVERTY, {2028: D("2.5")}, Short(Shortfall.LOWER, D("2.5"), 2028)),
        (POVERTY, {2028: 3, 2030: 2}, Short(Shortfall.LATER, D(2), 2030)),
        (POVERTY, {2030: 2}, Short(Shortfall.LATER, D(2), 2030)),
        (POVERTY, {2030: 4}, Short(Shortfall.LOWER, D(4), 2030)),
    ],
)
def test_share_is_held_against_its_year(wanted: Wanted, values: dict[int, int], expected: Short | None) -> None:
    planned = Planned({year: D(value) for year, value in values.items()}, "%", AddUp.RATIO)
    assert shortfall(wanted, planned) == expected


def test_what_counts_through_the_year_needs_that_very_year() -> None:
    wanted = Wanted(D(40), "căn", Direction.UP, 2028)
    planned = Planned({2027: D(60)}, "căn", AddUp.SUM)
    assert shortfall(wanted, planned) == Short(Shortfall.ABSENT)
    assert shortfall(wanted, Planned({2028: D(40)}, "Căn", AddUp.SUM)) is None


def test_measures_are_converted_where_they_are_multiples_and_named_where_not() -> None:
    wanted = Wanted(D("1.5"), "tỷ đồng", Direction.UP, None)
    assert shortfall(wanted, Planned({2030: D(1600)}, "triệu đồng", AddUp.SUM)) is None
    lower = shortfall(wanted, Planned({2030: D(1400)}, "triệu đồng", AddUp.SUM))
    assert lower == Short(Shortfall.LOWER, D(1400), 2030)
    other = shortfall(wanted, Planned({2030: D(1600)}, "hộ", AddUp.SUM))
    assert other == Short(Shortfall.OTHER_UNIT, D(1600), 2030)

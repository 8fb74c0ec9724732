"""Slips of the hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vanban.check.rules.figures.reading.slips import (
    differs_by_a_power_of_ten,
    is_one_digit_apart,
    is_one_slip_away,
    is_swapped,
)


@pytest.mark.parametrize(
    ("one", "other", "swapped"),
    [
        ("1.045", "1.054", True), ("23,1", "32,1", True), ("1.045", "1.045", False), ("1.045", "1.450", False),
        ("12", "123", False), ("5", "6", False),
    ],
)  # fmt: skip
def test_neighbours_swapped(one: str, other: str, swapped: bool) -> None:
    assert is_swapped(one, other) is swapped


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("120", "130", True), ("120", "1200", True), ("120", "12", True), ("120", "231", False), ("12", "12", False)],
)
def test_one_digit(one: str, other: str, apart: bool) -> None:
    assert is_one_digit_apart(one, other) is apart


def test_a_slip_in_the_total_or_in_a_part() -> None:
    assert is_one_slip_away(Decimal(120), Decimal(110), [Decimal(70), Decimal(40)])
    assert is_one_slip_away(Decimal(1270), Decimal(1180), [Decimal(730), Decimal(450)])
    assert not is_one_slip_away(Decimal(1000), Decimal(1234), [Decimal(800), Decimal(434)])


@pytest.mark.parametrize(("one", "other", "differs"), [("12", "12000", True), ("12", "13", False), ("0", "10", False)])
def test_powers_of_ten(one: str, other: str, differs: bool) -> None:
    assert differs_by_a_power_of_ten(Decimal(one), Decimal(other)) is differs

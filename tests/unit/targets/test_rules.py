"""The arithmetic of targets, on hand-made figures and on any others."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.targets import rules
from sauro.targets.measures import converted, measure_key
from sauro.targets.rules import NOTHING, AddUp, Amount, Direction, Standing

D = Decimal
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
COUNTS = st.decimals(min_value=0, max_value=10**9, places=3)
POSITIVE = st.decimals(min_value=D("0.001"), max_value=10**9, places=3)
RATIOS = st.lists(st.tuples(COUNTS, POSITIVE), min_size=1, max_size=12)


def amounts(pairs: list[tuple[Decimal, Decimal]]) -> list[Amount]:
    return [rules.share(top, bottom, per=100) for top, bottom in pairs]


def test_ratio_is_worked_out_from_its_parts_and_not_averaged() -> None:
    small, large = rules.share(D(9), D(10), per=100), rules.share(D(100), D(1000), per=100)
    total = rules.together(AddUp.RATIO, [small, large])
    assert (small.value, large.value) == (90, 10)
    assert total.amount.value == D("10.792079")  # 109 / 1010, not the mean 50


@given(RATIOS)
def test_ratio_of_all_is_the_sum_over_the_sum_in_any_order(pairs: list[tuple[Decimal, Decimal]]) -> None:
    total = rules.together(AddUp.RATIO, amounts(pairs)).amount
    exact = Fraction(100) * sum(Fraction(top) for top, _ in pairs) / sum(Fraction(bottom) for _, bottom in pairs)
    assert total.value is not None
    assert abs(Fraction(total.value) - exact) <= Fraction(rules.STEP) / 2
    assert rules.together(AddUp.RATIO, amounts(pairs[::-1])).amount == total


@given(RATIOS)
def test_ratio_of_all_lies_between_the_least_and_the_greatest(pairs: list[tuple[Decimal, Decimal]]) -> None:
    values = [one.value for one in amounts(pairs) if one.value is not None]
    total = rules.together(AddUp.RATIO, amounts(pairs)).amount.value
    assert total is not None
    assert min(values) - rules.STEP <= total <= max(values) + rules.STEP


@given(st.lists(NUMBERS, max_size=20))
def test_sum_is_exact_and_the_remainder_closes_it(values: list[Decimal]) -> None:
    parts, whole = [Amount(one) for one in values], D("1234567.891")
    total = rules.together(AddUp.SUM, parts)
    assert Fraction(total.amount.value or 0) == sum(map(Fraction, values))
    left = rules.remainder(AddUp.SUM, Amount(whole), parts)
    assert left is not None
    assert Fraction(left) + sum(map(Fraction, values)) == Fraction(whole)


def test_missing_figures_are_no_zeros() -> None:
    total = rules.together(AddUp.LATEST, [Amount(D(3)), NOTHING, Amount(D(4))])
    assert (total.amount.value, total.counted, total.of, total.is_whole) == (7, 2, 3, False)
    assert rules.together(AddUp.SUM, [NOTHING]).amount.value is None
    half = Amount(D(50), None, D(10))
    assert rules.together(AddUp.RATIO, [half, rules.share(D(1), D(4), per=100)]).amount.value == 25
    assert rules.together(AddUp.NONE, [Amount(D(3)), Amount(D(4))]).amount == NOTHING
    assert rules.share(D(1), D(0), per=100).value is None


@pytest.mark.parametrize(
    ("rule", "direction", "baseline", "target", "actual", "wanted"),
    [
        (AddUp.SUM, Direction.UP, D(900), D(1000), D(250), D(25)),  # a count sets out from nothing each year
        (AddUp.RATIO, Direction.UP, D(80), D(90), D(85), D(50)),
        (AddUp.RATIO, Direction.UP, None, D(90), D(45), D(50)),
        (AddUp.RATIO, Direction.DOWN, D(4), D(2), D(3), D(50)),
        (AddUp.RATIO, Direction.DOWN, D(4), D(2), D(5), D(-50)),
        (AddUp.RATIO, Direction.DOWN, None, D(2), D(3), None),
        (AddUp.LATEST, Direction.UP, D(95), D(90), D(96), None),  # the start is beyond the target
        (AddUp.SUM, Direction.DOWN, None, D(10), D(3), None),
        (AddUp.SUM, Direction.UP, None, None, D(3), None),
    ],
)
def test_progress(
    rule: AddUp, direction: Direction, baseline: Decimal | None, target: Decimal | None, actual: Decimal,
    wanted: Decimal | None,
) -> None:  # fmt: skip
    assert rules.progress(rule, direction, baseline=baseline, target=target, actual=actual) == wanted


@given(NUMBERS, NUMBERS, st.sampled_from(Direction))
def test_gap_is_nothing_exactly_when_reached(target: Decimal, actual: Decimal, direction: Direction) -> None:
    missing = rules.gap(direction, target, actual)
    assert (missing == 0) == rules.is_reached(direction, target, actual)
    assert missing >= 0


def stands(on: dt.date, actual: Decimal, *, rule: AddUp = AddUp.SUM, direction: Direction = Direction.UP) -> Standing:
    return rules.standing(rule, direction, baseline=D(0), target=D(1000), actual=actual, year=2026, on=on)


def test_standing_goes_by_the_day_of_the_figure() -> None:
    july = dt.date(2026, 7, 2)  # the 183rd of 365 days
    assert stands(july, D("501.369862")) == Standing.BEHIND
    assert stands(july, D("501.369863")) == Standing.ON_PACE
    assert stands(july, D(1000)) == Standing.REACHED
    assert stands(dt.date(2025, 12, 31), D(0)) == Standing.ON_PACE
    limit = {"rule": AddUp.SUM, "direction": Direction.DOWN}
    assert stands(july, D(500), **limit) == Standing.ON_PACE  # type: ignore[arg-type]  # keywords by name
    assert stands(july, D(900), **limit) == Standing.BEHIND  # type: ignore[arg-type]  # as above
    assert stands(dt.date(2026, 12, 31), D(900), **limit) == Standing.REACHED  # type: ignore[arg-type]  # as above
    assert rules.standing(
        AddUp.SUM, Direction.UP, baseline=None, target=D(1), actual=None, year=2026, on=july
    ) == Standing.UNKNOWN  # fmt: skip


def test_required_pace_is_what_is_missing_over_the_months_left() -> None:
    pace = rules.required_pace(Direction.UP, target=D(1000), actual=D(400), year=2026, on=dt.date(2026, 10, 31))
    assert pace is not None
    assert abs(pace * 61 - D(600) * D(365) / 12) < D("0.001")
    assert rules.required_pace(Direction.UP, target=D(1), actual=D(1), year=2026, on=dt.date(2026, 12, 31)) == 0
    assert rules.required_pace(Direction.UP, target=D(1), actual=D(0), year=2026, on=dt.date(2027, 1, 1)) is None


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), NUMBERS, max_size=15), st.sampled_from(Direction))
def test_ranking_puts_nobody_behind_a_worse_one(values: dict[str, Decimal], direction: Direction) -> None:
    ranked = rules.ranking(direction, values.items())
    assert {one.key for one in ranked} == set(values)
    for one in ranked:
        better = sum(rules.is_weaker(direction, other, one.value) for other in values.values())
        assert one.place == better + 1


def test_measures_are_converted_only_by_definition() -> None:
    assert converted(D("1.5"), "tỷ đồng", "Triệu  đồng") == 1500
    assert converted(D(3), "phần trăm", "%") == 3
    assert converted(D(2), "km²", "ha") == 200
    assert converted(D(3), "‰", "%") is None
    assert converted(D(3), "hộ", "hồ") is None
    assert measure_key(normalize("NFD", "Tỉ đồng")) == measure_key("tỷ đồng")


@pytest.mark.parametrize(("percent", "shown"), [(-40, 0), (0, 0), (113, 113), (200, 200), (8600, 200)])
def test_progress_beside_others_stays_within_what_can_be_compared(percent: int, shown: int) -> None:
    assert rules.shown_progress(Decimal(percent)) == shown

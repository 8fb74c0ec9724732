"""How figures add up: properties that hold whatever the figures are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.rollup import Entry, FigureSpec, over_periods, over_units, report_of

SPECS = (
    FigureSpec("done", FigureRule.SUM),
    FigureSpec("all", FigureRule.SUM),
    FigureSpec("share", FigureRule.RATIO, "done", "all"),
    FigureSpec("stock", FigureRule.LATEST),
    FigureSpec("mark", FigureRule.NONE),
)
Values = dict[str, Decimal | None]
whole = st.integers(min_value=0, max_value=10**9).map(Decimal)
value = st.none() | whole
values = st.fixed_dictionaries(dict.fromkeys(("done", "all", "stock", "mark"), value))
reports = st.lists(values, max_size=6)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def entries(given_values: Sequence[Mapping[str, Decimal | None]]) -> list[dict[str, Entry]]:
    return [report_of(SPECS, one) for one in given_values]


@quick
@given(st.data(), reports)
def test_order_of_units_does_not_matter(data: st.DataObject, given_values: list[Values]) -> None:
    shuffled = data.draw(st.permutations(given_values))
    assert over_units(SPECS, entries(given_values)) == over_units(SPECS, entries(shuffled))


@quick
@given(reports, st.integers(min_value=0, max_value=6))
def test_rolling_groups_up_first_gives_the_same(given_values: list[Values], cut: int) -> None:
    whole_province = entries(given_values)
    parts = [over_units(SPECS, whole_province[:cut]), over_units(SPECS, whole_province[cut:])]
    assert over_units(SPECS, parts) == over_units(SPECS, whole_province)


@quick
@given(reports, st.integers(min_value=0, max_value=6))
def test_rolling_quarters_up_gives_the_same_as_months(given_values: list[Values], cut: int) -> None:
    months = entries(given_values)
    quarters = [over_periods(SPECS, months[:cut]), over_periods(SPECS, months[cut:])]
    assert over_periods(SPECS, quarters) == over_periods(SPECS, months)


@quick
@given(reports)
def test_sums_are_those_of_the_figures_given_and_nothing_is_no_zero(given_values: list[Values]) -> None:
    total = over_units(SPECS, entries(given_values))
    for code in ("done", "all", "stock"):
        typed = [one[code] for one in given_values if one[code] is not None]
        assert total[code].counted == len(typed)
        assert total[code].value == (sum(typed, Decimal()) if typed else None)
    assert total["mark"].value is None
    assert total["mark"].counted == sum(one["mark"] is not None for one in given_values)


@quick
@given(reports)
def test_ratio_lies_between_those_of_the_units_and_prints_what_it_is_made_of(given_values: list[Values]) -> None:
    ratio = over_units(SPECS, entries(given_values))["share"]
    both = [(one["done"], one["all"]) for one in given_values if one["done"] is not None and one["all"] is not None]
    assert ratio.counted == len(both)
    if not both:
        assert ratio == Entry()
        return
    assert ratio.numerator == sum((done for done, _all in both if done is not None), Decimal())
    assert ratio.denominator == sum((everything for _done, everything in both if everything is not None), Decimal())
    single = [100 * done / everything for done, everything in both if everything and done is not None]
    if ratio.value is None:
        assert not ratio.denominator
    elif all(everything for _done, everything in both):
        slack = Decimal("0.000001")
        assert min(single) - slack <= ratio.value <= max(single) + slack


@quick
@given(reports)
def test_over_periods_the_newest_stock_counts_and_flows_add_up(given_values: list[Values]) -> None:
    total = over_periods(SPECS, entries(given_values))
    stocks = [one["stock"] for one in given_values if one["stock"] is not None]
    flows = [one["done"] for one in given_values if one["done"] is not None]
    assert total["stock"].value == (stocks[-1] if stocks else None)
    assert total["done"].value == (sum(flows, Decimal()) if flows else None)


@quick
@given(values)
def test_one_report_alone_is_its_own_total(one: Values) -> None:
    own = report_of(SPECS, one)
    total = over_units(SPECS, [own])
    assert {code: entry for code, entry in total.items() if code != "mark"} == {
        code: entry for code, entry in own.items() if code != "mark"
    }


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        # A mean of 50 % and 10 % would be 30 %: the large unit weighs more.
        ([(1, 2), (10, 100)], Decimal(1100) / Decimal(102)),
        ([(5, 5), (None, 100)], Decimal(100)),
        ([(0, 0)], None),
        ([(3, 0), (1, 4)], Decimal(100)),
    ],
)
def test_ratios_are_never_averaged(units: list[tuple[int | None, int]], expected: Decimal | None) -> None:
    given_values = [
        {"done": None if done is None else Decimal(done), "all": Decimal(everything)} for done, everything in units
    ]
    assert over_units(SPECS, entries(given_values))["share"].value == expected

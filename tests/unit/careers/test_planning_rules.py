"""The numeric rules of planning: worked by hand, and what must hold for all input."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sauro.careers.enums import Outcome, PlanningGroup, PlanningRule
from sauro.careers.rules.planning import Candidate, examine, is_young, months_between, names_wanted, rules_on

ON, REFERENCE = dt.date(2026, 11, 26), dt.date(2030, 7, 1)
DUE, SUCCESSOR = PlanningGroup.DUE, PlanningGroup.SUCCESSOR
MET, LACKING, UNKNOWN = Outcome.MET, Outcome.LACKING, Outcome.UNKNOWN


def _outcome(rule: PlanningRule, **held: object) -> Outcome | None:
    candidate = Candidate(**{"group": DUE, "reference": REFERENCE, **held})  # type: ignore[arg-type]  # fields by name
    return next((one.outcome for one in examine(candidate, ON) if one.rule == rule), None)


@pytest.mark.parametrize(
    ("group", "retires", "outcome"),
    [
        (DUE, dt.date(2035, 7, 31), MET),
        (DUE, dt.date(2035, 6, 30), LACKING),
        (SUCCESSOR, dt.date(2040, 7, 31), MET),
        (SUCCESSOR, dt.date(2040, 6, 30), LACKING),
        (DUE, None, UNKNOWN),
    ],
)
def test_working_time_left_at_the_reference(group: PlanningGroup, retires: dt.date | None, outcome: Outcome) -> None:
    assert _outcome(PlanningRule.WORKING_TIME, group=group, retires_on=retires) == outcome


@pytest.mark.parametrize(
    ("held", "wanted", "outcome"),
    [(8, 7, MET), (7, 7, LACKING), (6, 7, LACKING), (0, 7, UNKNOWN), (8, 0, UNKNOWN)],
)
def test_only_higher_posts(held: int, wanted: int, outcome: Outcome) -> None:
    assert _outcome(PlanningRule.HIGHER, level_held=held, level_wanted=wanted) == outcome


def test_at_most_three_names_for_a_post_and_three_posts_of_a_step() -> None:
    assert [_outcome(PlanningRule.PER_POST, names_for_post=number) for number in (3, 4)] == [MET, LACKING]
    assert _outcome(PlanningRule.PER_POST, names_for_post=40, is_collective=True) is None
    posts = [_outcome(PlanningRule.PER_PERSON, level_wanted=7, posts_of_person=number) for number in (3, 4)]
    assert posts == [MET, LACKING]
    assert _outcome(PlanningRule.PER_PERSON, posts_of_person=1) == UNKNOWN


def test_a_discipline_on_record_is_told_and_none_is_not_concluded_from() -> None:
    assert _outcome(PlanningRule.DISCIPLINE, is_disciplined=True) == LACKING
    assert _outcome(PlanningRule.DISCIPLINE) is None


@pytest.mark.parametrize(("seats", "wanted"), [(27, (27, 40)), (9, (9, 13)), (1, (1, 1)), (2, (2, 3))])
def test_a_committee_has_one_to_one_and_a_half_names_for_a_seat(seats: int, wanted: tuple[int, int]) -> None:
    assert names_wanted(seats, ON) == wanted


def test_the_young_are_below_42_in_the_month_of_reference() -> None:
    assert is_young(dt.date(1988, 8, 1), REFERENCE) and not is_young(dt.date(1988, 7, 31), REFERENCE)


def test_rules_carry_their_day_and_source() -> None:
    assert rules_on(dt.date(2020, 1, 1)) == rules_on(ON)
    assert "377" in rules_on(ON).source


@given(some.dates(dt.date(2026, 1, 1), dt.date(2060, 1, 1)), some.integers(0, 600))
def test_months_grow_with_the_end(reference: dt.date, more: int) -> None:
    year, month = divmod(reference.month - 1 + more, 12)
    assert months_between(reference, dt.date(reference.year + year, month + 1, 28)) == more


@given(some.integers(1, 200))
def test_a_committee_can_always_be_filled_within_its_limits(seats: int) -> None:
    least, most = names_wanted(seats, ON)
    assert seats <= least <= most <= 1.5 * seats


@given(some.sampled_from(PlanningGroup), some.dates(dt.date(2026, 1, 1), dt.date(2060, 1, 1)), some.booleans())
def test_without_records_nothing_but_numbers_is_concluded(
    group: PlanningGroup, reference: dt.date, is_collective: bool,
) -> None:  # fmt: skip
    found = examine(Candidate(group, reference, is_collective=is_collective), ON)
    assert {one.outcome for one in found if one.rule != PlanningRule.PER_POST} == {UNKNOWN}

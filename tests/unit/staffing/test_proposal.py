"""The proposal has the most points there are, keeps every rule, and says how far from the best it can be."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.staffing.making import TODAY, best_by_trying, free, problem_of, random_problem

from sauro.staffing.solver.columns import columns_of
from sauro.staffing.solver.compare import compare
from sauro.staffing.solver.errors import ProblemError
from sauro.staffing.solver.pairs import bar_between, terms_of
from sauro.staffing.solver.problem import Mover, Opening, Rules, Weights
from sauro.staffing.solver.proposal import Proposal, propose

SEEDS = st.integers(min_value=0, max_value=10**6)
LAND = Opening("land-middle", "middle", "land")


def _check_rules(proposal: Proposal) -> None:
    problem = proposal.problem
    assert all(left >= 0 for left in proposal.left.values())
    assert len(proposal.move_of) == len(proposal.moves)
    for move in proposal.moves:
        assert bar_between(problem, problem.mover_of[move.person], problem.opening_of[move.opening]) is None


@given(SEEDS)
@settings(max_examples=150)
def test_no_other_set_of_moves_has_more_points(seed: int) -> None:
    proposal = propose(random_problem(seed))
    _check_rules(proposal)
    assert proposal.points == best_by_trying(proposal.problem)
    assert proposal.gap == 0


@given(SEEDS)
@settings(max_examples=80)
def test_whole_fields_at_once_give_what_one_pair_at_a_time_gives(seed: int) -> None:
    problem = random_problem(seed, people=6, posts=8)
    columns = columns_of(problem)
    told = {
        (person, problem.openings[opening].key): int(points)
        for mover, opening, points in zip(columns.mover, columns.opening, columns.points, strict=True)
        for person in columns.classes[mover]
    }
    pairs = [(who, one) for who in problem.movers for one in problem.openings if bar_between(problem, who, one) is None]
    assert told == {(who.key, one.key): terms_of(problem, who, one).points for who, one in pairs}


@given(SEEDS, st.integers(min_value=0, max_value=12000))
@settings(max_examples=80)
def test_a_budget_is_kept_and_the_best_within_it_found(seed: int, budget: int) -> None:
    proposal = propose(random_problem(seed, budget=budget))
    _check_rules(proposal)
    assert sum(move.support for move in proposal.moves) <= budget
    assert proposal.points == best_by_trying(proposal.problem)
    assert proposal.gap == 0


@given(SEEDS)
@settings(max_examples=60)
def test_what_people_settled_stands_and_the_rest_is_best_around_it(seed: int) -> None:
    problem = random_problem(seed)
    openings = [one.key for one in problem.openings if one.count]
    settled = {problem.movers[0].key: openings[0] if openings else None, problem.movers[-1].key: None}
    proposal = propose(replace(problem, fixed=settled))
    assert {who: proposal.move_of[who].opening if who in proposal.move_of else None for who in settled} == settled
    assert proposal.points == best_by_trying(proposal.problem)


@given(SEEDS)
@settings(max_examples=40)
def test_order_and_repetition_change_nothing(seed: int) -> None:
    problem = random_problem(seed)
    turned = replace(problem, movers=problem.movers[::-1])
    assert propose(problem).moves == propose(problem).moves == propose(turned).moves


def test_time_that_runs_out_gives_a_lawful_draft_with_its_distance_from_the_best() -> None:
    problem = random_problem(7, people=4, posts=4)
    hasty, best = propose(problem, seconds=0.0), propose(problem)
    _check_rules(hasty)
    assert hasty.points <= best.points <= hasty.bound


def test_nobody_who_could_move_leaves_all_posts_vacant() -> None:
    proposal = propose(problem_of(LAND))
    assert (proposal.moves, proposal.left, proposal.gap) == ((), {"land-middle": 1}, 0)


def test_important_posts_come_first_when_they_count() -> None:
    head = Opening("head", "far", "land", importance=5)
    problem = problem_of(free("one"), LAND, head, weights=Weights(importance=10, fairness=0, distance=1))
    assert propose(problem).move_of["one"].opening == "head"
    assert propose(replace(problem, weights=Weights(0, 1, 10, 0, 0))).moves == ()


def test_fairness_spreads_people_over_the_places_that_lack() -> None:
    more = [Opening("a", "middle", "land", count=9), Opening("b", "near", "land", count=9)]
    movers = [free(f"p{number}", "far") for number in range(8)]
    moves = propose(problem_of(*movers, *more, weights=Weights(1, 10, 0, 0, 0))).moves
    # "middle" lacks 20 of 40, "near" 10 of 40: eight people leave 12 and 10, as equal as they can make it.
    assert [move.opening for move in moves].count("a") == 8


def test_circumstances_keep_people_near() -> None:
    near, far = Opening("b-near", "middle", "land"), Opening("a-far", "far", "land")
    people = [free("a", circumstances=3), free("b")]
    moves = propose(problem_of(*people, near, far, weights=Weights(10, 0, 0, 5, 0))).move_of
    assert (moves["a"].opening, moves["b"].opening) == ("b-near", "a-far")


@pytest.mark.parametrize(
    ("rows", "code", "key"),
    [
        ([free("one"), free("one")], "doubled-key", "one"),
        ([free("one", "nowhere")], "unknown-place", "one"),
        ([free("one", circumstances=4)], "grade-out-of-range", "one"),
        ([Opening("post", "nowhere", "land")], "unknown-place", "post"),
        ([Opening("post", "near", "land", count=-1)], "negative-count", "post"),
        ([Opening("post", "near", "land", importance=6)], "importance-out-of-range", "post"),
    ],
)
def test_problem_that_contradicts_itself_is_refused(rows: list[Mover | Opening], code: str, key: str) -> None:
    with pytest.raises(ProblemError) as refused:
        problem_of(*rows)
    assert (refused.value.code, refused.value.key) == (code, key)


def test_more_people_settled_than_posts_open_is_refused() -> None:
    with pytest.raises(ProblemError, match="more-fixed-than-open"):
        problem_of(free("one"), free("two"), LAND, fixed={"one": LAND.key, "two": LAND.key})


def test_two_proposals_are_told_apart_by_their_moves_and_sums() -> None:
    first = propose(problem_of(free("one"), free("two"), LAND))
    second = propose(replace(first.problem, fixed={"one": None}))
    told = compare(first, second)
    assert told.same == 0
    assert told.changed == {"one": (LAND.key, None), "two": (None, LAND.key)}
    assert (told.first.moved, told.second.moved, told.first.left) == (1, 1, 0)
    assert told.first.worst_place == 500


def test_a_day_decides_about_bars_and_stays() -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    problem = problem_of(free("one", not_before=tomorrow), free("two", stays_until=TODAY), LAND)
    assert propose(problem).moves == ()
    assert len(propose(replace(problem, rules=Rules(tomorrow))).moves) == 1


def test_the_solver_knows_of_a_person_only_what_the_issue_allows() -> None:
    assert {field.name for field in fields(Mover)} == {
        "key", "place", "home", "fields", "qualifications", "circumstances", "not_before", "stays_until", "consents",
    }  # fmt: skip

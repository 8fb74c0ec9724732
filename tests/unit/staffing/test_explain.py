"""Explanations: why somebody moves, why not, and what limits the whole; nobody else is named."""

from __future__ import annotations

from dataclasses import asdict, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.staffing.making import best_by_trying, free, problem_of, random_problem

from sauro.staffing.solver.explain import limits, why, why_not
from sauro.staffing.solver.pairs import Bar
from sauro.staffing.solver.problem import Opening
from sauro.staffing.solver.proposal import propose

LAND, LAW = Opening("land-middle", "middle", "land"), Opening("law", "far", "land", qualifications=frozenset({"law"}))


@given(st.integers(min_value=0, max_value=10**6))
@settings(max_examples=60)
def test_another_move_costs_at_least_the_points_told(seed: int) -> None:
    proposal = propose(random_problem(seed))
    problem = proposal.problem
    for mover in problem.movers:
        for opening in problem.openings:
            told = why_not(proposal, mover.key, opening.key)
            if told.loss is None or not opening.count:
                continue
            with_it = best_by_trying(replace(problem, fixed={mover.key: opening.key}))
            assert with_it <= proposal.points - told.loss
            if mover.key in proposal.move_of and proposal.move_of[mover.key].opening == opening.key:
                assert told.loss == 0


def test_who_moves_hears_the_points_the_rivals_as_a_number_and_the_alternatives() -> None:
    proposal = propose(problem_of(free("one"), free("two", "far"), LAND, Opening("post", "island", "land")))
    move = proposal.moves[0]
    told = why(proposal, move.person)
    assert told is not None
    assert (told.opening, told.terms, told.candidates) == (move.opening, move.terms, 2)
    assert told.terms.points == move.terms.points
    others = {mover.key for mover in proposal.problem.movers} - {move.person}
    assert not any(f"'{key}'" in str(asdict(told)) for key in others)


def test_who_does_not_move_hears_the_first_reason_against_it() -> None:
    proposal = propose(
        problem_of(free("one"), free("two", consents=False), free("three", fields=frozenset()), LAND, LAW)
    )
    assert why(proposal, "two") is None
    assert why_not(proposal, "two", LAND.key).bar is Bar.CONSENT
    assert why_not(proposal, "three", LAND.key).bar is Bar.FIELD
    assert why_not(proposal, "one", LAW.key).bar is Bar.QUALIFICATION


def test_places_closed_to_locals_are_for_nobody_from_there_nor_of_unknown_home() -> None:
    closed = replace(LAND, closed_to_locals=True)
    people = [free("local", home="middle"), free("unknown"), free("stranger", home="far")]
    proposal = propose(problem_of(*people, closed))
    assert [move.person for move in proposal.moves] == ["stranger"]
    assert why_not(proposal, "local", closed.key).bar is why_not(proposal, "unknown", closed.key).bar is Bar.LOCALS


def test_limits_tell_what_each_field_lacks_and_why_people_stay() -> None:
    idle = [free("refuses", consents=False), free("here", "middle"), free("moves")]
    computers, land = limits(propose(problem_of(*idle, LAND, LAW, Opening("computers", "near", "it", count=2))))
    assert (land.posts, land.left, land.people, land.unplaced, land.without_candidate) == (2, 1, 3, 2, 1)
    assert land.bars == {Bar.CONSENT: 1, Bar.SAME_PLACE: 1}
    assert (computers.field, computers.left, computers.people, computers.bars) == ("it", 2, 0, {})

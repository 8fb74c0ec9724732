"""A proposal comes back from its bytes as it was, and what stands against somebody adds up over all posts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.staffing.making import free, problem_of, random_problem

from sauro.staffing.solver.explain import against, bar_of, why_not
from sauro.staffing.solver.keeping import packed, unpacked
from sauro.staffing.solver.pairs import Bar
from sauro.staffing.solver.problem import Opening
from sauro.staffing.solver.proposal import propose


@given(st.integers(min_value=0, max_value=10**6))
@settings(max_examples=60)
def test_a_proposal_comes_back_as_it_was(seed: int) -> None:
    proposal = propose(random_problem(seed))
    again = unpacked(packed(proposal))
    assert again == proposal
    for mover in proposal.problem.movers:
        told = against(again, mover.key)
        posts = sum(opening.count for opening in proposal.problem.openings)
        assert told.own is not None or sum(told.bars.values()) <= posts
        for one in told.possible:
            assert one == why_not(proposal, mover.key, one.opening)


def test_who_works_in_a_field_without_vacant_posts_hears_so() -> None:
    proposal = propose(problem_of(free("one", fields=frozenset({"health"})), Opening("post", "far", "land", 3)))
    assert bar_of(proposal, "one") == Bar.FIELD
    assert against(proposal, "one").bars == {Bar.FIELD: 3}

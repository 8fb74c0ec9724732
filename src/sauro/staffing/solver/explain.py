"""Why somebody is proposed, why not, and what limits the whole. Other people appear as counts, never by key."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from sauro.staffing.solver.pairs import Bar, Terms, bar_between, minutes_of, own_bar, terms_of
from sauro.staffing.solver.problem import Mover, Opening, Problem
from sauro.staffing.solver.proposal import Proposal

ALTERNATIVES = 5
SLIP = 1e-6


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another opening a person could take. ``loss``: how many points the whole would lose by it, None when untold."""

    opening: str
    terms: Terms
    loss: int | None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a person is proposed for an opening, and ``candidates``: how many people could take it, this one included."""

    opening: str
    minutes: int
    support: int
    terms: Terms
    candidates: int
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a person is not proposed for an opening: a bar, or ``loss`` points that the whole would lose by it."""

    opening: str
    bar: Bar | None
    terms: Terms | None
    loss: int | None
    candidates: int


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against somebody who is not proposed: their own bar, or else for all posts that are open.

    ``bars``: how many posts each reason keeps from them. ``possible``: the openings they could take, the least loss
    first, at most so many as :data:`ALTERNATIVES`.
    """

    own: Bar | None
    bars: dict[Bar, int]
    possible: tuple[WhyNot, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What limits the proposal in one field: posts, posts left vacant, people who could move in it, those not placed.

    ``without_candidate``: posts left for which nobody may be proposed at all. ``bars``: for the people not placed, how
    many are kept back by themselves (consent, dates), and how many by each reason from every opening of the field.
    """

    field: str
    posts: int
    left: int
    people: int
    unplaced: int
    without_candidate: int
    bars: dict[Bar, int]


def why(proposal: Proposal, person: str) -> Why | None:
    """Why somebody is proposed; None when they are not."""
    move = proposal.move_of.get(person)
    if move is None:
        return None
    problem = proposal.problem
    return Why(
        opening=move.opening,
        minutes=move.minutes,
        support=move.support,
        terms=move.terms,
        candidates=proposal.candidates[move.opening],
        alternatives=_alternatives(proposal, problem.mover_of[person], but=move.opening),
    )


def why_not(proposal: Proposal, person: str, key: str) -> WhyNot:
    """Why somebody is not proposed for an opening. Asked for the opening they are proposed for, nothing is lost."""
    problem = proposal.problem
    mover, opening = problem.mover_of[person], problem.opening_of[key]
    bar = bar_between(problem, mover, opening)
    terms = None if bar else terms_of(problem, mover, opening)
    loss = None if bar else _loss(proposal, mover, opening)
    return WhyNot(key, bar, terms, loss, proposal.candidates[key])


def against(proposal: Proposal, person: str) -> Against:
    """What stands against somebody, over all openings."""
    problem = proposal.problem
    mover = problem.mover_of[person]
    own = own_bar(problem, mover)
    if own is not None:
        return Against(own, {}, ())
    bars: Counter[Bar] = Counter()
    possible = []
    for opening in problem.openings:
        bar = bar_between(problem, mover, opening)
        if bar is None:
            possible.append(why_not(proposal, person, opening.key))
        else:
            bars[bar] += opening.count
    possible.sort(key=lambda one: (one.loss or 0, -one.terms.points if one.terms else 0, one.opening))
    return Against(None, dict(bars), tuple(possible[:ALTERNATIVES]))


def bar_of(proposal: Proposal, person: str) -> Bar | None:
    """The reason that keeps somebody from every opening of their fields; None when one is possible."""
    problem = proposal.problem
    mover = problem.mover_of[person]
    openings = [opening for opening in problem.openings if opening.field in mover.fields]
    if not openings:
        return own_bar(problem, mover) or Bar.FIELD
    return _bar_everywhere(problem, mover, openings)


def limits(proposal: Proposal) -> tuple[Limits, ...]:
    """What limits the proposal, by field in order of the posts left vacant."""
    problem = proposal.problem
    by_field: dict[str, list[Opening]] = {}
    for opening in problem.openings:
        by_field.setdefault(opening.field, []).append(opening)
    found = [_limits_of(proposal, field, openings) for field, openings in by_field.items()]
    return tuple(sorted(found, key=lambda one: (-one.left, one.field)))


def _limits_of(proposal: Proposal, field: str, openings: list[Opening]) -> Limits:
    problem = proposal.problem
    people = [mover for mover in problem.movers if field in mover.fields]
    unplaced = [mover for mover in people if mover.key not in proposal.move_of]
    left = {opening.key: proposal.left[opening.key] for opening in openings}
    return Limits(
        field=field,
        posts=sum(opening.count for opening in openings),
        left=sum(left.values()),
        people=len(people),
        unplaced=len(unplaced),
        without_candidate=sum(left[one.key] for one in openings if not proposal.candidates[one.key]),
        bars=dict(Counter(bar for mover in unplaced if (bar := _bar_everywhere(problem, mover, openings)) is not None)),
    )


def _bar_everywhere(problem: Problem, mover: Mover, openings: list[Opening]) -> Bar | None:
    """What keeps a person from all these openings: their own bar, or the most frequent; None when one is possible."""
    if (bar := own_bar(problem, mover)) is not None:
        return bar
    bars = Counter(bar_between(problem, mover, opening) for opening in openings)
    return None if None in bars else max(bars, key=lambda bar: (bars[bar], str(bar)))


def _alternatives(proposal: Proposal, mover: Mover, *, but: str) -> tuple[Alternative, ...]:
    problem = proposal.problem
    possible = [
        Alternative(opening.key, terms_of(problem, mover, opening), _loss(proposal, mover, opening))
        for opening in problem.openings
        if opening.key != but and opening.field in mover.fields and bar_between(problem, mover, opening) is None
    ]
    possible.sort(key=lambda one: (one.loss if one.loss is not None else 0, -one.terms.points, one.opening))
    return tuple(possible[:ALTERNATIVES])


def _loss(proposal: Proposal, mover: Mover, opening: Opening) -> int | None:
    """Points that the best proposal with this move lacks, at least: the move's reduced cost, less what whole people
    cost this proposal against the linear bound at which the prices hold."""
    if not proposal.has_prices or mover.key not in proposal.person_price:
        return None
    problem = proposal.problem
    support = problem.rules.support_for(minutes_of(problem, mover, opening), problem.place_of[opening.place])
    used = proposal.person_price[mover.key] + proposal.opening_price[opening.key] + proposal.money_price * support
    gained = terms_of(problem, mover, opening).points + proposal.place_price[opening.place]
    return max(0, math.floor(used - gained - (proposal.linear_bound - proposal.points) + SLIP))

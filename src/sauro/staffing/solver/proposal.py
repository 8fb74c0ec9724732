"""The proposal: the moves with most points, and how far from the best they can be at most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sauro.staffing.solver.columns import Columns, Numbers, columns_of
from sauro.staffing.solver.pairs import Terms, fairness_of, minutes_of, terms_of
from sauro.staffing.solver.problem import Problem
from sauro.staffing.solver.program import Prices
from sauro.staffing.solver.search import best_moves

SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Move:
    """One person to one opening: minutes from where they work now, support in thousand đồng a month, points by goal."""

    person: str
    opening: str
    minutes: int
    support: int
    terms: Terms


@dataclass(frozen=True)
class Proposal:
    """The moves, in order of their people's keys. ``bound`` is what no proposal can exceed, in points; ``candidates``
    tells for each opening how many people could be proposed for it.

    The prices are what one more of each would bring, in points, where the best need not be whole people and has
    ``linear_bound`` points. They are empty when time ran out; then explanations tell only bars and terms.
    """

    problem: Problem
    moves: tuple[Move, ...]
    bound: int
    candidates: dict[str, int]
    person_price: dict[str, float]
    opening_price: dict[str, float]
    place_price: dict[str, float]
    money_price: float = 0.0
    linear_bound: float = 0.0

    @property
    def points(self) -> int:
        """The points of all moves."""
        return sum(move.terms.points for move in self.moves)

    @property
    def gap(self) -> int:
        """How many points a better proposal could have at most; 0 proves that there is none."""
        return max(0, self.bound - self.points)

    @property
    def has_prices(self) -> bool:
        """Whether the program told what people and posts are worth to the others."""
        return bool(self.opening_price)

    @cached_property
    def move_of(self) -> dict[str, Move]:
        """Moves by person."""
        return {move.person: move for move in self.moves}

    @cached_property
    def left(self) -> dict[str, int]:
        """How many posts of each opening stay vacant: what recruitment starts from."""
        filled = Counter(move.opening for move in self.moves)
        return {opening.key: opening.count - filled[opening.key] for opening in self.problem.openings}


def propose(problem: Problem, *, seconds: float = SECONDS) -> Proposal:
    """The best moves, or the best found in time with the bound told. Same problem, same answer."""
    columns = columns_of(problem)
    if not len(columns.mover):
        return Proposal(problem, (), 0, _candidates(problem, columns), {}, {}, {})
    solution = best_moves(problem, columns, seconds=seconds)
    return Proposal(
        problem,
        _moves(problem, columns, solution.moved),
        _loose_bound(problem, columns) if solution.bound is None else int(solution.bound + 1e-6),
        _candidates(problem, columns),
        **_prices(problem, columns, solution.prices),
        money_price=solution.prices.money if solution.prices else 0.0,
        linear_bound=solution.linear_bound,
    )


def _candidates(problem: Problem, columns: Columns) -> dict[str, int]:
    sizes = np.array([len(keys) for keys in columns.classes], dtype=np.int64)
    counts = np.zeros(len(problem.openings), dtype=np.int64)
    np.add.at(counts, columns.opening, sizes[columns.mover])
    return {opening.key: int(count) for opening, count in zip(problem.openings, counts, strict=True)}


def _moves(problem: Problem, columns: Columns, moved: Numbers) -> tuple[Move, ...]:
    """Hand the places of a class out in order of keys, then give fairness place by place."""
    waiting = [list(keys) for keys in columns.classes]
    moves = []
    for row in np.flatnonzero(moved):
        for _one in range(int(moved[row])):
            person = waiting[columns.mover[row]].pop(0)
            moves.append(_move(problem, person, problem.openings[columns.opening[row]].key))
    return _with_fairness(problem, sorted(moves, key=lambda move: move.person))


def _move(problem: Problem, person: str, key: str) -> Move:
    mover, opening = problem.mover_of[person], problem.opening_of[key]
    minutes = minutes_of(problem, mover, opening)
    support = problem.rules.support_for(minutes, problem.place_of[opening.place])
    return Move(person, key, minutes, support, terms_of(problem, mover, opening))


def _with_fairness(problem: Problem, moves: list[Move]) -> tuple[Move, ...]:
    filled: Counter[str] = Counter()
    fair = []
    for move in moves:
        place = problem.place_of[problem.opening_of[move.opening].place]
        terms = replace(move.terms, fairness=fairness_of(problem, place, filled[place.key]))
        filled[place.key] += 1
        fair.append(replace(move, terms=terms))
    return tuple(fair)


def _loose_bound(problem: Problem, columns: Columns) -> int:
    """More than any proposal can have: everybody on the best of their openings, with the most that fairness gives."""
    best = np.zeros(len(columns.classes), dtype=np.int64)
    fairest = {key: runs[0][0] if runs else 0 for key, runs in columns.steps.items()}
    extra = np.array([fairest[opening.place] for opening in problem.openings], dtype=np.int64)
    np.maximum.at(best, columns.mover, columns.points + extra[columns.opening])
    return int(sum(int(points) * len(keys) for points, keys in zip(best, columns.classes, strict=True)))


def _prices(problem: Problem, columns: Columns, prices: Prices | None) -> dict[str, dict[str, float]]:
    if prices is None:
        return {"person_price": {}, "opening_price": {}, "place_price": {}}
    classes = zip(columns.classes, prices.person, strict=True)
    return {
        "person_price": {person: float(price) for keys, price in classes for person in keys},
        "opening_price": {one.key: float(price) for one, price in zip(problem.openings, prices.post, strict=True)},
        "place_price": {one.key: float(price) for one, price in zip(problem.places, prices.place, strict=True)},
    }

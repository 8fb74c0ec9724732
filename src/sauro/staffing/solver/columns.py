"""The problem as columns of numbers: people who are alike stand in one class, each with the openings it can reach.

Two people of one class can be exchanged in any proposal without changing its points. The rules stand in `pairs`, one
person and one opening at a time; here they are applied to a class and a whole field at once, so that a province takes a
moment. A test holds both against each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sauro.staffing.solver.pairs import FULL, fairness_of, importance_points, minutes_of, own_bar, terms_of
from sauro.staffing.solver.problem import GRADES, Mover, Problem

Numbers = NDArray[np.int64]
UNKNOWN = -1


@dataclass(frozen=True)
class Columns:
    """All moves that are possible, as equal rows of arrays.

    classes: the keys of the people of each class. rows ``mover`` and ``opening`` point into ``classes`` and the
    problem's openings; ``points`` (without fairness) and ``cost`` (thousand đồng a month) belong to them. ``must``
    marks moves settled by people. steps: for each place, (points of fairness, how many posts give them), falling.
    """

    classes: tuple[tuple[str, ...], ...]
    mover: Numbers
    opening: Numbers
    points: Numbers
    cost: Numbers
    must: NDArray[np.bool_]
    steps: dict[str, tuple[tuple[int, int], ...]]


def columns_of(problem: Problem) -> Columns:
    """Apply the rules to everybody and every opening."""
    classes = _classes(problem)
    table = _Table(problem)
    rows = [_moves_of(problem, table, problem.mover_of[keys[0]]) for keys in classes]
    moves = np.concatenate([np.empty((0, 3), dtype=np.int64), *rows])
    mover = np.repeat(np.arange(len(classes)), [len(part) for part in rows])
    settled = np.array([keys[0] in problem.fixed for keys in classes], dtype=np.bool_)
    return Columns(
        classes=classes,
        mover=mover.astype(np.int64),
        opening=moves[:, 0],
        points=moves[:, 1],
        cost=moves[:, 2],
        must=settled[mover] if len(mover) else np.zeros(0, dtype=np.bool_),
        steps={place.key: _steps(problem, place.key) for place in problem.places},
    )


def _classes(problem: Problem) -> tuple[tuple[str, ...], ...]:
    """People who are alike in all but their key, in order of keys; whom people settled stands alone."""
    alike: dict[object, list[str]] = {}
    for mover in sorted(problem.movers, key=lambda mover: mover.key):
        settled = mover.key in problem.fixed
        if settled or own_bar(problem, mover) is None:
            alike.setdefault(mover.key if settled else replace(mover, key=""), []).append(mover.key)
    return tuple(tuple(keys) for keys in alike.values())


class _Table:
    """The openings and the ways between places as arrays, so that a class is held against a whole field at once."""

    def __init__(self, problem: Problem) -> None:
        rules, openings = problem.rules, problem.openings
        self.row = {place.key: number for number, place in enumerate(problem.places)}
        self.place = np.array([self.row[one.place] for one in openings], dtype=np.int64)
        self.closed = np.array([one.closed_to_locals for one in openings], dtype=np.bool_)
        self.need_sets = list(dict.fromkeys(one.qualifications for one in openings))
        number_of = {needs: number for number, needs in enumerate(self.need_sets)}
        self.need = np.array([number_of[one.qualifications] for one in openings], dtype=np.int64)
        self.importance = np.array([importance_points(problem, one) for one in openings], dtype=np.int64)
        self.minutes = np.array(
            [[_minutes(problem, one.key, other.key) for other in problem.places] for one in problem.places],
            dtype=np.int64,
        )
        hardship = np.array([rules.support_for(rules.far_minutes, place) for place in problem.places], dtype=np.int64)
        self.support = np.where(self.minutes >= rules.far_minutes, hardship[np.newaxis, :], 0)
        self.by_field: dict[str, list[int]] = {}
        for number, opening in enumerate(openings):
            self.by_field.setdefault(opening.field, []).append(number)

    def reachable(self, problem: Problem, mover: Mover) -> Numbers:
        """The openings whose field, qualifications and place do not bar a person."""
        among = np.array(sorted(one for field in mover.fields for one in self.by_field.get(field, ())), dtype=np.int64)
        fit = np.array([needs <= mover.qualifications for needs in self.need_sets], dtype=np.bool_)
        here, minutes = self.row[mover.place], self.minutes[self.row[mover.place]]
        home = self.row.get(mover.home)
        local = self.closed[among] & (np.True_ if home is None and not mover.home else self.place[among] == home)
        way = minutes[self.place[among]]
        possible = fit[self.need[among]] & ~local & (self.place[among] != here)
        found: Numbers = among[possible & (way >= 0) & (way <= problem.rules.longest_minutes)]
        return found


def _minutes(problem: Problem, one: str, other: str) -> int:
    minutes = problem.minutes_between[one, other]
    return UNKNOWN if minutes is None else minutes


def _moves_of(problem: Problem, table: _Table, mover: Mover) -> Numbers:
    """Rows of (opening, points, cost) for one class."""
    if mover.key in problem.fixed:
        return _settled_move(problem, table, mover)
    opening = table.reachable(problem, mover)
    place = table.place[opening]
    minutes, cost = table.minutes[table.row[mover.place], place], table.support[table.row[mover.place], place]
    return np.stack([opening, table.importance[opening] - _burden(problem, mover, minutes, cost), cost], axis=1)


def _burden(problem: Problem, mover: Mover, minutes: Numbers, cost: Numbers) -> Numbers:
    """What `terms_of` takes off for distance, circumstances and support, for many openings at once."""
    weights, rules = problem.weights, problem.rules
    far = FULL * np.minimum(minutes, rules.longest_minutes) // rules.longest_minutes
    near = weights.circumstances * (far * mover.circumstances // GRADES[-1])
    burden: Numbers = weights.distance * far + near + weights.support * (FULL * cost // rules.highest_support)
    return burden


def _settled_move(problem: Problem, table: _Table, mover: Mover) -> Numbers:
    key = problem.fixed[mover.key]
    if key is None:
        return np.empty((0, 3), dtype=np.int64)
    opening = problem.opening_of[key]
    minutes = minutes_of(problem, mover, opening)
    cost = problem.rules.support_for(minutes, problem.place_of[opening.place])
    points = terms_of(problem, mover, opening).points
    return np.array([[problem.openings.index(opening), points, cost]], dtype=np.int64)


def _steps(problem: Problem, key: str) -> tuple[tuple[int, int], ...]:
    """How the points of fairness fall as posts of a place are filled: runs of equal points."""
    place = problem.place_of[key]
    count = sum(opening.count for opening in problem.openings if opening.place == key)
    points = [fairness_of(problem, place, filled) for filled in range(count)]
    return tuple((value, len(list(run))) for value, run in groupby(points))

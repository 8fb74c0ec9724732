"""A lawful draft made by hand, as it were: the best move first, then the next that is still possible."""

from __future__ import annotations

from collections import Counter

import numpy as np

from sauro.staffing.solver.columns import Columns, Numbers
from sauro.staffing.solver.pairs import fairness_of
from sauro.staffing.solver.problem import Problem
from sauro.staffing.solver.program import Reals

ALMOST = 1e-6


def completed(problem: Problem, columns: Columns, moved: Reals) -> Numbers:
    """Keep the whole people of a solution, what people settled first, then add what still fits, the best first."""
    whole = np.maximum(np.floor(moved + ALMOST).astype(np.int64), columns.must)
    people = np.array([len(keys) for keys in columns.classes], dtype=np.int64)
    posts = np.array([opening.count for opening in problem.openings], dtype=np.int64)
    np.subtract.at(people, columns.mover, whole)
    np.subtract.at(posts, columns.opening, whole)
    money = None if problem.rules.budget is None else problem.rules.budget - int(whole @ columns.cost)
    for row in np.argsort(-columns.points, kind="stable"):
        if columns.points[row] <= 0:
            break
        mover, opening, cost = columns.mover[row], columns.opening[row], int(columns.cost[row])
        count = int(min(people[mover], posts[opening]))
        if money is not None and cost:
            count = min(count, money // cost)
            money -= count * cost
        whole[row] += count
        people[mover] -= count
        posts[opening] -= count
    return whole


def points_of(problem: Problem, columns: Columns, moved: Numbers) -> int:
    """The points of whole moves, fairness included."""
    arrived: Counter[str] = Counter()
    for row in np.flatnonzero(moved):
        arrived[problem.openings[columns.opening[row]].place] += int(moved[row])
    fairness = sum(
        fairness_of(problem, problem.place_of[key], filled) for key, count in arrived.items() for filled in range(count)
    )
    return int(moved @ columns.points) + fairness

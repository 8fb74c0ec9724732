"""The search for the best moves among all columns, without giving all of them to the solver.

The program without a budget is a flow from classes of people through openings to the steps of fairness of their places.
Its corners are whole numbers, so the simplex method ends with whole people. It begins with the best few columns of each
class; the prices found tell which others could improve it, and when none can, the proposal is the best there is
(column generation, Dantzig and Wolfe 1960). A budget adds one row that can split a person. Then the linear bound is
kept, the whole people are completed to a draft, and only columns whose reduced cost could still beat that draft go into
an integer program (reduced cost fixing), which is small.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sauro.staffing.solver.columns import Columns, Numbers
from sauro.staffing.solver.draft import completed, points_of
from sauro.staffing.solver.problem import Problem
from sauro.staffing.solver.program import Prices, Program, Solved

FIRST_COLUMNS = 12
SLIP = 1e-6


@dataclass(frozen=True)
class Solution:
    """How many of a class go to an opening, row by row as the columns.

    ``bound``: what no proposal can exceed, None when time ran out before there was one. ``linear_bound``: what the
    prices were found at; without a budget it is the bound.
    """

    moved: Numbers
    bound: float | None
    linear_bound: float
    prices: Prices | None


def best_moves(problem: Problem, columns: Columns, *, seconds: float) -> Solution:
    """The moves with most points, or the best draft found in time."""
    end = time.monotonic() + seconds
    program = Program(problem, columns)
    relaxed = _generate(program, end)
    if relaxed is None or relaxed.prices is None:
        return Solution(completed(problem, columns, np.zeros(len(columns.mover))), None, 0.0, None)
    if problem.rules.budget is None:
        return Solution(np.rint(relaxed.moved).astype(np.int64), relaxed.points, relaxed.points, relaxed.prices)
    return _whole(program, relaxed, relaxed.prices, end)


def _generate(program: Program, end: float) -> Solved | None:
    """Solve the linear program over all columns by way of few of them; None when time ran out."""
    chosen = _first_columns(program.columns)
    search = program.search(np.flatnonzero(chosen))
    while True:
        solved = search.run(end - time.monotonic())
        if solved is None or solved.prices is None:
            return None
        better = (program.reduced_costs(solved.prices) > SLIP) & ~chosen
        if not better.any():
            return solved
        search.add(np.flatnonzero(better))
        chosen |= better


def _first_columns(columns: Columns) -> NDArray[np.bool_]:
    """The columns with most points of each class, and all that people settled."""
    order = np.lexsort((-columns.points, columns.mover))
    begins = np.searchsorted(columns.mover[order], columns.mover[order], side="left")
    first = np.zeros(len(order), dtype=np.bool_)
    first[order[np.arange(len(order)) - begins < FIRST_COLUMNS]] = True
    return first | columns.must


def _whole(program: Program, relaxed: Solved, prices: Prices, end: float) -> Solution:
    """Make whole people of the linear solution, and prove or improve it with the columns that still could."""
    problem, columns = program.problem, program.columns
    draft = completed(problem, columns, relaxed.moved)
    reached = points_of(problem, columns, draft)
    solution = Solution(draft, relaxed.points, relaxed.points, prices)
    if relaxed.points - reached < 1 - SLIP:
        return replace(solution, bound=float(reached))
    gap = relaxed.points - reached
    useful = (program.reduced_costs(prices) > -gap - SLIP) | columns.must
    solved = program.search(np.flatnonzero(useful), whole=True).run(end - time.monotonic())
    if solved is None:
        return solution
    moved = np.rint(solved.moved).astype(np.int64)
    return replace(solution, moved=moved, bound=float(round(solved.points)))

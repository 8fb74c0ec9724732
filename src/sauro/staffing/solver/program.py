"""Some of the columns as a linear or integer program, given to HiGHS."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import highspy
import numpy as np
from numpy.typing import NDArray

from sauro.staffing.solver.columns import Columns, Numbers
from sauro.staffing.solver.problem import Problem

Reals = NDArray[np.float64]


@dataclass(frozen=True)
class Prices:
    """What one more of each would bring, in points: a person of a class, a post of an opening, a thousand đồng.

    ``place`` is what fairness gives the last post filled of a place.
    """

    person: Reals
    post: Reals
    place: Reals
    money: float


@dataclass(frozen=True)
class Solved:
    """How many of a class go to an opening, for all columns; the points; prices where the program was linear."""

    moved: Reals
    points: float
    prices: Prices | None


@dataclass(frozen=True)
class Program:
    """Columns of moves, then columns of the steps of fairness; rows of classes, openings, places, and of the budget.

    A place's row says that as many steps are taken as people arrive.
    """

    problem: Problem
    columns: Columns

    @cached_property
    def place_of_opening(self) -> Numbers:
        """The row of the place of each opening, counted among the places."""
        row = {place.key: number for number, place in enumerate(self.problem.places)}
        return np.array([row[opening.place] for opening in self.problem.openings], dtype=np.int64)

    @cached_property
    def steps(self) -> Numbers:
        """Rows of (place, points, how many posts)."""
        row = {place.key: number for number, place in enumerate(self.problem.places)}
        runs = [(row[key], value, count) for key, steps in self.columns.steps.items() for value, count in steps]
        return np.array(runs, dtype=np.int64).reshape(-1, 3)

    @cached_property
    def limits(self) -> tuple[Reals, Reals]:
        """The upper bounds of classes and of openings."""
        people = np.array([len(keys) for keys in self.columns.classes], dtype=float)
        return people, np.array([opening.count for opening in self.problem.openings], dtype=float)

    def reduced_costs(self, prices: Prices) -> Reals:
        """What each move brings beyond the prices of what it uses; at the best proposal never more than 0."""
        columns = self.columns
        worth = columns.points + prices.place[self.place_of_opening[columns.opening]]
        used = prices.person[columns.mover] + prices.post[columns.opening] + prices.money * columns.cost
        return np.asarray(worth - used, dtype=float)

    def search(self, chosen: Numbers, *, whole: bool = False) -> Search:
        """A search over the chosen columns, to which others can be added."""
        return Search(self, chosen, whole=whole)

    def entries(self, chosen: Numbers) -> tuple[NDArray[np.int32], Reals, int]:
        """The matrix of the chosen moves column by column: rows, values, and how many of them each column has."""
        columns, first_place = self.columns, self.first_place
        opening = columns.opening[chosen]
        rows = [columns.mover[chosen], len(columns.classes) + opening, first_place + self.place_of_opening[opening]]
        values = [np.ones(len(chosen))] * 3
        if self.problem.rules.budget is not None:
            rows.append(np.full(len(chosen), first_place + len(self.problem.places)))
            values.append(columns.cost[chosen].astype(float))
        return np.stack(rows, axis=1).ravel().astype(np.int32), np.stack(values, axis=1).ravel(), len(rows)

    @property
    def first_place(self) -> int:
        """The row of the first place, after those of classes and openings."""
        return len(self.columns.classes) + len(self.problem.openings)

    @cached_property
    def row_ends(self) -> tuple[Reals, Reals]:
        """The lower and upper bounds of all rows."""
        budget = self.problem.rules.budget
        upper = [*self.limits, np.zeros(len(self.problem.places)), np.array([] if budget is None else [float(budget)])]
        ends = np.concatenate(upper)
        return np.zeros(len(ends)), ends

    def prices(self, dual: Reals) -> Prices:
        """Name the dual values of the rows."""
        people, first_place = len(self.columns.classes), self.first_place
        first_money = first_place + len(self.problem.places)
        money = float(dual[first_money]) if self.problem.rules.budget is not None else 0.0
        return Prices(dual[:people], dual[people:first_place], -dual[first_place:first_money], money)


class Search:
    """A program in the solver's memory: what is added goes on from where the last run ended."""

    def __init__(self, program: Program, chosen: Numbers, *, whole: bool) -> None:
        self.program = program
        self.whole = whole
        self.chosen = np.zeros(0, dtype=np.int64)
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # left without types
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        # With presolve a run would not begin at the last one's end.
        self.solver.setOptionValue("presolve", "choose" if whole else "off")
        self.solver.passModel(self._steps_alone())
        self.add(chosen)

    def add(self, more: Numbers) -> None:
        """Add columns of moves."""
        program, columns = self.program, self.program.columns
        people, posts = program.limits
        rows, values, height = program.entries(more)
        upper = np.minimum(people[columns.mover[more]], posts[columns.opening[more]])
        self.solver.addCols(
            len(more), columns.points[more].astype(float), columns.must[more].astype(float), upper,
            len(values), (np.arange(len(more)) * height).astype(np.int32), rows, values,
        )  # fmt: skip
        self.chosen = np.concatenate([self.chosen, more])

    def run(self, seconds: float) -> Solved | None:
        """The best use of the columns so far, or None when time ran out."""
        steps, solver = len(self.program.steps), self.solver
        if self.whole:
            count = steps + len(self.chosen)
            kinds = np.full(count, highspy.HighsVarType.kInteger.value, dtype=np.uint8)
            solver.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)
        # The solver counts the time of all its runs.
        solver.setOptionValue("time_limit", solver.getRunTime() + max(0.0, seconds))
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = solver.getSolution()
        moved = np.zeros(len(self.program.columns.mover))
        moved[self.chosen] = np.array(found.col_value)[steps:]
        points = solver.getInfo().objective_function_value
        return Solved(moved, points, None if self.whole else self.program.prices(np.array(found.row_dual)))

    def _steps_alone(self) -> highspy.HighsLp:
        steps = self.program.steps
        model = highspy.HighsLp()
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_, model.col_upper_ = steps[:, 1].astype(float), steps[:, 2].astype(float)
        model.col_lower_ = np.zeros(len(steps))
        model.row_lower_, model.row_upper_ = self.program.row_ends
        model.num_col_, model.num_row_ = len(steps), len(model.row_upper_)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kColwise
        matrix.num_col_, matrix.num_row_ = model.num_col_, model.num_row_
        matrix.start_ = np.arange(len(steps) + 1, dtype=np.int32)
        matrix.index_ = (self.program.first_place + steps[:, 0]).astype(np.int32)
        matrix.value_ = np.full(len(steps), -1.0)
        return model

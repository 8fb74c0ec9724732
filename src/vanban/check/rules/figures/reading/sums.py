"""Which cells of a table make up a total: groupings, and which of them the table itself shows to be meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from vanban.check.rules.figures.reading.grids import Grid, Value, grids
from vanban.check.rules.figures.reading.slips import is_one_slip_away
from vanban.check.subject import CheckedDocument

_FEWEST_HOLDING = 2
_MOST_FAILING = Decimal("0.4")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total of a table with its addends. ``sure`` when the table shows elsewhere that these addends are meant."""

    total: Value
    addends: tuple[Value, ...]
    sure: bool

    @property
    def found(self) -> Decimal:
        """The sum of the addends."""
        return sum((one.value for one in self.addends), Decimal(0))

    @property
    def holds(self) -> bool:
        """True when the addends make up the total within rounding."""
        those = (self.total, *self.addends)
        slack = min(sum((one.slack for one in those), Decimal(0)), max(one.slack for one in those) * 2)
        return abs(self.found - self.total.value) <= slack

    @property
    def is_one_slip_away(self) -> bool:
        """True when one wrong digit explains the difference."""
        return is_one_slip_away(self.total.value, self.found, [one.value for one in self.addends])


def column_sums(document: CheckedDocument) -> tuple[Sum, ...]:
    """For every total row, subtotal row and column that can be added up, the best sum."""
    return tuple(one for grid in document.once(grids) for one in (*_column_sums(grid), *_subtotal_sums(grid)))


def row_sums(document: CheckedDocument) -> tuple[Sum, ...]:
    """For every total column whose addends the other rows show, the sum of each row."""
    return tuple(one for grid in document.once(grids) for one in _row_sums(grid))


def _subtotal_sums(grid: Grid) -> list[Sum]:
    """Rows of the top level with the rows below them, where most of them add up."""
    columns = [at for at in range(len(grid.headers)) if grid.adds_up(at)]
    tops = [at for at, row in enumerate(grid.rows) if row.is_top and not row.is_total]
    found = []
    for top, following in pairwise([*tops, len(grid.rows)]):
        below = [row for row in grid.rows[top + 1 : following] if not row.is_total]
        sums = (_sum(grid.rows[top].values[at], [row.values[at] for row in below]) for at in columns)
        found += [one for one in sums if one]
    return _shown(found)


def _shown(sums: list[Sum]) -> list[Sum]:
    """The sums as sure, when enough of them hold to show that these addends are meant; else none."""
    holding = _holding(sums)
    if holding < _FEWEST_HOLDING or len(sums) - holding > _MOST_FAILING * len(sums):
        return []
    return [Sum(one.total, one.addends, sure=True) for one in sums]


def _column_sums(grid: Grid) -> list[Sum]:
    found = []
    columns = [at for at in range(len(grid.headers)) if grid.adds_up(at)]
    for total, row in enumerate(grid.rows):
        if not row.is_total:
            continue
        groups = _row_groups(grid, total)
        tried = {
            at: [_sum(row.values[at], [grid.rows[one].values[at] for one in group]) for group in groups]
            for at in columns
            if row.values[at]
        }
        holding = {number for sums in tried.values() for number, one in enumerate(sums) if one and one.holds}
        for sums in tried.values():
            best = _best(sums, holding)
            if best:
                found.append(best)
    return found


def _best(sums: list[Sum | None], holding: set[int]) -> Sum | None:
    """The sum that holds; else that of a grouping which holds in another column; else the first one."""
    known = [(number, one) for number, one in enumerate(sums) if one]
    right = next((one for _, one in known if one.holds), None)
    if right:
        return right
    shown = next((one for number, one in known if number in holding), None)
    if shown:
        return Sum(shown.total, shown.addends, sure=True)
    return known[0][1] if known else None


def _row_groups(grid: Grid, total: int) -> list[list[int]]:
    """Rows that a total row may add up: those back to the last total, those below, all, one level, other totals."""
    others = [at for at, row in enumerate(grid.rows) if not row.is_total]
    before = [at for at, row in enumerate(grid.rows) if row.is_total and at < total]
    after = [at for at, row in enumerate(grid.rows) if row.is_total and at > total]
    groups = [
        [at for at in others if (before[-1] if before else -1) < at < total],
        [at for at in others if total < at < (after[0] if after else len(grid.rows))],
        others,
        [at for at in others if grid.rows[at].is_top],
        [at for at in others if not grid.rows[at].is_top],
        before,
        after,
    ]
    return [group for group in groups if len(group) > 1]


def _sum(total: Value | None, addends: Iterable[Value | None]) -> Sum | None:
    known = tuple(one for one in addends if one)
    return Sum(total, known, sure=False) if total and len(known) > 1 else None


def _row_sums(grid: Grid) -> list[Sum]:
    found: list[Sum] = []
    columns = [at for at in range(len(grid.headers)) if grid.adds_up(at)]
    for total in columns:
        if grid.is_total(total):
            tried = [_rows_by(grid, total, group) for group in _column_groups(grid, total, columns)]
            found += _shown(max(tried, key=_holding, default=[]))
    return found


def _holding(sums: list[Sum]) -> int:
    return sum(one.holds for one in sums)


def _rows_by(grid: Grid, total: int, group: list[int]) -> list[Sum]:
    sums = (_sum(row.values[total], [row.values[at] for at in group]) for row in grid.rows)
    return [one for one in sums if one]


def _column_groups(grid: Grid, total: int, columns: list[int]) -> list[list[int]]:
    """Columns that a total column may add up: those to its right up to the next total, to its left, all others."""
    totals = [at for at in columns if grid.is_total(at) and at > total]
    end = totals[0] if totals else len(grid.headers)
    groups = [
        [at for at in columns if total < at < end],
        [at for at in columns if at < total],
        [at for at in columns if at != total],
        totals,
    ]
    return [group for group in groups if len(group) > 1]

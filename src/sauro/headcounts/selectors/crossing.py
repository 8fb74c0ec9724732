"""Cross-tables: people in post by one dimension and another, counted from a snapshot in one query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F

from sauro.headcounts.catalogue import Condition
from sauro.headcounts.dimensions import DIMENSIONS
from sauro.headcounts.models import Snapshot
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.counting import lines_in
from sauro.organizations.models import Unit

COMMUNE = "commune"
"""The dimension of communes, whose values come from the register."""


@dataclass(frozen=True, slots=True)
class Head:
    """A value of a dimension with its words."""

    value: Any
    label: str


@dataclass(frozen=True, slots=True)
class Crossed:
    """A table of people in post: heads of rows and columns that have anybody, and how many there are in each cell."""

    rows: Sequence[Head]
    columns: Sequence[Head]
    cells: dict[tuple[Any, Any], int]

    def cell(self, row: Any, column: Any) -> int:
        """Return how many people are in a cell."""
        return self.cells.get((row, column), 0)

    def of_row(self, row: Any) -> int:
        """Return the sum of a row."""
        return sum(number for (own, _column), number in self.cells.items() if own == row)

    def of_column(self, column: Any) -> int:
        """Return the sum of a column."""
        return sum(number for (_row, own), number in self.cells.items() if own == column)

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(self.cells.values())


def crossed(snapshot: Snapshot, scope: Scope, row: str, column: str, only: Condition | None = None) -> Crossed:
    """Return people in a full post by two dimensions, of those alone who meet ``only``.

    The caller has checked that the reader may count by all of them.
    """
    found = (
        lines_in(snapshot, scope)
        .filter(scope.asked.q(only or {}), in_post=True)
        .annotate(by_row=_expression(scope, row), by_column=_expression(scope, column))
        .values_list("by_row", "by_column")
    )
    cells: Counter[tuple[Any, Any]] = Counter()
    for by_row, by_column, number in found.annotate(people=Count("pk")).order_by():
        cells[by_row, by_column] += number
    rows = _heads(row, {own for own, _other in cells})
    return Crossed(rows, _heads(column, {own for _other, own in cells}), dict(cells))


def _expression(scope: Scope, code: str) -> Any:
    return F("territory_id") if code == COMMUNE else scope.asked.column(code)


def _heads(code: str, present: set[Any]) -> list[Head]:
    if code == COMMUNE:
        units = Unit.objects.filter(pk__in=[one for one in present if one]).order_by("position", "sort_key")
        heads = [Head(one.pk, one.name) for one in units]
        return [*heads, Head(None, "–")] if None in present else heads
    return [Head(value, str(label)) for value, label in DIMENSIONS[code].values if value in present]

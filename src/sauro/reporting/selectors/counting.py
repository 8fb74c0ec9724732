"""Counting assignments for the board: from the sums of today or else from cells, and from changes not folded yet.

Every count is one statement, so it sees cells and changes of one moment, also while a fold moves the one into the other
(docs/adr/0022).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from sauro.reporting.enums import CellKind
from sauro.reporting.models import BoardCell, BoardChange, BoardDay, FieldSlotSum, FieldSum, SlotSum, Sums, UnitSum
from sauro.tasks.timeliness import SOON_DAYS, Timeliness

AGES = ((1, 7), (8, 30), (31, 90), (91, None))
"""Overdue work by whole days since its last day: from, to (None: open)."""

COUNTERS = (*(str(kind) for kind in Timeliness), "judged_on_time", *(f"late_{first}" for first, _last in AGES))
"""What is counted of a set of assignments, in the order of the columns of :class:`~sauro.reporting.models.Sums`."""

Rows = Any
"""A queryset of tuples: keys, then counters. Its type is beyond what the stubs can say of annotated values."""

Names = tuple[str, ...]
"""Some of the counters."""

Counts = dict[tuple[Any, ...], list[int]]
"""A number per counter for each key."""


def cell_conditions(today: dt.date) -> dict[str, Q]:
    """Return which cells make up each counter on a day."""
    is_open = Q(kind=CellKind.OPEN)
    waits = is_open & Q(waiting_since__lte=today)
    free = is_open & (Q(waiting_since__isnull=True) | Q(waiting_since__gt=today))
    soon = today + dt.timedelta(days=SOON_DAYS)
    special = {
        Timeliness.OVERDUE: free & Q(last_day__lt=today),
        Timeliness.DUE_SOON: free & Q(last_day__gte=today, last_day__lte=soon),
        Timeliness.IN_TIME: free & Q(last_day__gt=soon),
        Timeliness.WAITING_OTHERS: waits,
    }
    conditions = {str(kind): special.get(kind, Q(kind=kind)) for kind in Timeliness}
    conditions["judged_on_time"] = Q(kind=CellKind.DONE_ON_TIME, slot__isnull=False)
    for first, last in AGES:
        earliest, latest = age_days(first, last, today)
        aged = Q(last_day__lte=latest) & (Q(last_day__gte=earliest) if earliest else Q())
        conditions[f"late_{first}"] = free & aged
    return conditions


def age_days(first: int, last: int | None, today: dt.date) -> tuple[dt.date | None, dt.date]:
    """Return the last days from and to of work overdue for ``first`` to ``last`` days."""
    earliest = today - dt.timedelta(days=last) if last is not None else None
    return earliest, today - dt.timedelta(days=first)


def from_cells(rows: QuerySet[Any], keys: tuple[str, ...], today: dt.date, names: Names = COUNTERS) -> Rows:
    """Return keys and counters of cells or changes on a day."""
    conditions = cell_conditions(today)
    counters = {f"n_{name}": Coalesce(Sum("number", filter=conditions[name]), Value(0)) for name in names}
    return rows.order_by().values_list(*keys).annotate(**counters)


def from_sums(rows: QuerySet[Any], keys: tuple[str, ...], names: Names = COUNTERS) -> Rows:
    """Return keys and counters of sums."""
    return rows.order_by().values_list(*keys).annotate(**{f"n_{name}": Sum(name) for name in names})


def counted(
    condition: Q, keys: tuple[str, ...], *, today: dt.date, by: frozenset[str], names: Names = COUNTERS
) -> Rows:
    """Return the query that counts what ``condition`` (over columns of cells) leaves, by ``keys``.

    Keys come more than once: see :func:`merged`.
    ``by`` names the columns beside giver and unit that the condition and the keys use: ``field``, ``slot``.
    """
    for_today = Exists(BoardDay.objects.filter(day=today))
    summed = _sums_with(by)._default_manager.filter(condition).filter(for_today)
    cells = BoardCell.objects.filter(condition).filter(~for_today)
    changes = BoardChange.objects.filter(condition)
    return from_sums(summed, keys, names).union(
        from_cells(cells, keys, today, names), from_cells(changes, keys, today, names), all=True
    )


def _sums_with(by: frozenset[str]) -> type[Sums]:
    tables: Mapping[frozenset[str], type[Sums]] = {
        frozenset(): UnitSum,
        frozenset({"field"}): FieldSum,
        frozenset({"slot"}): SlotSum,
        frozenset({"field", "slot"}): FieldSlotSum,
    }
    return tables[by]


def counted_last_days(condition: Q, first: dt.date, last: dt.date, *, today: dt.date) -> Rows:
    """Return the query that counts open work that waits for nobody by its last day, between two days."""
    waits = Q(waiting_since__isnull=True) | Q(waiting_since__gt=today)
    wanted = condition & Q(kind=CellKind.OPEN, last_day__gte=first, last_day__lte=last) & waits

    def of(table: type[BoardCell | BoardChange]) -> Rows:
        rows: QuerySet[Any] = table.objects.filter(wanted)
        return rows.order_by().values_list("last_day").annotate(n_number=Sum("number"))

    return of(BoardCell).union(of(BoardChange), all=True)


def merged(rows: Iterable[tuple[Any, ...]], key_length: int) -> Counts:
    """Add up rows of the same key."""
    found: Counts = {}
    for row in rows:
        key, numbers = row[:key_length], row[key_length:]
        known = found.get(key)
        found[key] = list(numbers) if known is None else [a + b for a, b in zip(known, numbers, strict=True)]
    return found

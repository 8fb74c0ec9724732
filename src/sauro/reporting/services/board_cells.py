"""Keeping the figures of the board: folding changes into cells and sums, and making them anew (docs/adr/0022).

Folding only moves numbers from one table to another within a transaction; the figures on the board stay the same while
it runs, whether it commits or is killed.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet, Sum

from sauro.common.clock import today
from sauro.reporting.enums import CellSource
from sauro.reporting.models import BoardCell, BoardChange, BoardDay, FieldSlotSum, FieldSum, SlotSum, Sums, UnitSum
from sauro.reporting.models.cells import KEY
from sauro.reporting.selectors.counting import COUNTERS, from_cells
from sauro.reporting.selectors.drift import drift_query

# One number for "somebody is folding or rebuilding"; advisory locks end with the transaction, also a killed one.
_LOCK = 0x5A05_B0A8
SUMS: dict[type[Sums], tuple[str, ...]] = {
    UnitSum: ("domain", "giver_unit_id", "unit_id"),
    FieldSum: ("field_id", "domain", "giver_unit_id", "unit_id"),
    SlotSum: ("slot", "domain", "giver_unit_id", "unit_id"),
    FieldSlotSum: ("field_id", "slot", "domain", "giver_unit_id", "unit_id"),
}


@transaction.atomic
def fold_changes() -> int:
    """Fold the changes of the board into cells and sums, and make the sums of a new day. Returns how many changes.

    Whoever comes while somebody else folds returns at once: the changes wait for the next time.
    """
    if not _lock(wait=False):
        return 0
    return _fold(today())


@transaction.atomic
def rebuild_board(*, source: CellSource = CellSource.ROWS) -> int:
    """Make the cells what the assignments (or their row history) say. Returns how many cells were wrong.

    What is wrong is corrected by changes like any other, found in one statement, so people go on working meanwhile. The
    sums are made anew from the cells.
    """
    _lock(wait=True)
    with connection.cursor() as cursor:
        columns = ", ".join((*KEY, "number"))
        cursor.execute(f"INSERT INTO {BoardChange._meta.db_table} ({columns}) {drift_query(source)}")
        wrong = int(cursor.rowcount)
    _fold(today())
    BoardCell.objects.filter(number=0).delete()
    _make_sums(today())
    return wrong


def _lock(*, wait: bool) -> bool:
    """Take the lock of the transaction. Returns whether it was given."""
    function = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_LOCK])
        return wait or bool(cursor.fetchone()[0])


def _fold(day: dt.date) -> int:
    made_for = BoardDay.objects.values_list("day", flat=True).first()
    folded = _add_changes(made_for or day)
    if made_for != day:
        _make_sums(day)
    return folded


def _add_changes(day: dt.date) -> int:
    """Move all changes into cells and the sums of a day, in one statement: it sees the same changes everywhere."""
    changes = BoardChange.objects.all()
    keyed = changes.order_by().values_list(*KEY).annotate(n_number=Sum("number")).exclude(n_number=0)
    moves = [_insert(BoardCell, keyed, (*KEY, "number"), ("number",))]
    moves += [
        _insert(table, from_cells(changes, keys, day), (*keys, *COUNTERS), COUNTERS) for table, keys in SUMS.items()
    ]
    # The name of a WITH query hides the table of that name in the rest of the statement: what reads the changes there
    # reads exactly the rows that were taken away.
    name = BoardChange._meta.db_table
    parts = [f'"{name}" AS (DELETE FROM "{name}" RETURNING *)']  # noqa: S608 -- names of our own tables
    parts += [f"move_{number} AS ({sql})" for number, (sql, _parameters) in enumerate(moves)]
    statement = f'WITH {", ".join(parts)} SELECT count(*) FROM "{name}"'  # noqa: S608 -- names of our own tables
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _sql, parameters in moves for value in parameters])
        return int(cursor.fetchone()[0])


def _make_sums(day: dt.date) -> None:
    """Make the sums of a day from the cells."""
    for table, keys in SUMS.items():
        table._default_manager.all().delete()
        sql, parameters = _insert(table, from_cells(BoardCell.objects.all(), keys, day), (*keys, *COUNTERS), ())
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
    BoardDay.objects.all().delete()
    BoardDay.objects.create(day=day)


def _insert(
    table: type[Model], rows: QuerySet[Any, Any], columns: tuple[str, ...], added: tuple[str, ...]
) -> tuple[str, tuple[Any, ...]]:
    """Return the statement that inserts ``rows``; the columns ``added`` are added to a row of the same key."""
    select, parameters = rows.query.sql_with_params()
    name = table._meta.db_table
    names = ", ".join(f'"{column}"' for column in columns)
    sql = f'INSERT INTO "{name}" ({names}) {select}'
    if added:
        keys = ", ".join(f'"{column}"' for column in columns if column not in added)
        sums = ", ".join(f'"{column}" = "{name}"."{column}" + excluded."{column}"' for column in added)
        sql += f" ON CONFLICT ({keys}) DO UPDATE SET {sums}"
    return sql, parameters

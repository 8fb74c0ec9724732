"""Whether the cells of the board say what the assignments say, or what the row history of the assignments says."""

from __future__ import annotations

from typing import Any

from django.db import connection

from sauro.reporting.enums import CellSource
from sauro.reporting.models import BoardCell, BoardChange
from sauro.reporting.models.cells import KEY
from sauro.tasks.models import Assignment

_ROWS = Assignment._meta.db_table
# The last version of every assignment that was not deleted.
_HISTORY = f"""(
    SELECT * FROM (
        SELECT DISTINCT ON (pgh_obj_id) * FROM {_ROWS}event ORDER BY pgh_obj_id, pgh_id DESC
    ) versions WHERE pgh_label <> 'delete'
)"""  # noqa: S608 -- names of our own tables
_SOURCES = {CellSource.ROWS: _ROWS, CellSource.HISTORY: _HISTORY}
_KEY = ", ".join(KEY)


def drift_query(source: CellSource) -> str:
    """Return the query for the key columns of every cell that is wrong, and by how much; one snapshot sees it all."""
    return f"""
        SELECT {_KEY}, sum(number) AS number FROM (
            SELECT a.domain, a.giver_unit_id, a.unit_id, a.field_id, c.kind, c.slot, c.last_day,
                c.waits_since AS waiting_since, 1 AS number
            FROM {_SOURCES[source]} a CROSS JOIN LATERAL reporting_cell(
                a.state, a.due_on, a.held_days, a.handed_in_at, a.waiting_since, a.is_recurring) c
            UNION ALL SELECT {_KEY}, -number FROM {BoardCell._meta.db_table}
            UNION ALL SELECT {_KEY}, -number FROM {BoardChange._meta.db_table}
        ) counted GROUP BY {_KEY} HAVING sum(number) <> 0
    """  # noqa: S608 -- names of our own tables


def board_drift(source: CellSource) -> list[tuple[Any, ...]]:
    """Return the cells that are wrong: their key columns, and how many assignments they lack (more when negative)."""
    with connection.cursor() as cursor:
        cursor.execute(drift_query(source))
        return list(cursor.fetchall())

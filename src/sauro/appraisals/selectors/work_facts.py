"""How the work behind the lines of sheets stands: one statement, for writing it into open sheets and for comparing."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import connection

# A month begins and ends at midnight in Vietnam. Exempt times were counted once, whatever the work says now.
FACTS_OF_WORK = """
WITH returned AS (
    SELECT p.id AS plan_item_id, s.id AS sheet_id, count(*) AS times
    FROM appraisals_sheet s
    JOIN appraisals_sheetitem i ON i.sheet_id = s.id
    JOIN plans_planitem p ON p.id = i.plan_item_id AND p.part_id IS NULL
    JOIN tasks_productversion v ON v.assignment_id = p.assignment_id
    WHERE s.id = ANY (%(sheets)s) AND v.decision = 'returned' AND v.return_kind = 'content'
        AND v.decided_at >= p.added_at
        AND v.decided_at < ((s.month + interval '1 month') AT TIME ZONE 'Asia/Ho_Chi_Minh')
    GROUP BY p.id, s.id
), work AS (
    SELECT i.id, a.state, p.part_id IS NULL AS is_whole, p.given_back_at IS NOT NULL AS given_back,
        coalesce(m.delivered_at, a.handed_in_at) AS handed_at,
        (s.month::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') AS begins,
        ((s.month + interval '1 month') AT TIME ZONE 'Asia/Ho_Chi_Minh') AS ends,
        CASE WHEN p.part_id IS NULL THEN a.due_on + a.held_days ELSE p.due_on END AS last_day,
        least(coalesce(r.times, 0), 32767)::smallint AS failures
    FROM appraisals_sheet s
    JOIN appraisals_sheetitem i ON i.sheet_id = s.id
    JOIN plans_planitem p ON p.id = i.plan_item_id
    JOIN tasks_assignment a ON a.id = p.assignment_id
    LEFT JOIN plans_monthlypart m ON m.id = p.part_id
    LEFT JOIN returned r ON r.plan_item_id = p.id AND r.sheet_id = s.id
    WHERE s.id = ANY (%(sheets)s) AND (s.state = 'closed') = %(closed)s
), done AS (
    SELECT *, NOT given_back AND handed_at IS NOT NULL AND handed_at < ends AS is_done FROM work
), facts AS (
    SELECT id, given_back, is_done, failures,
        is_done AND is_whole AND state = 'handed_in' AS is_waiting,
        (is_done AND last_day IS NOT NULL
            AND (handed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > last_day)::int::smallint AS late,
        state <> 'stopped' AND NOT coalesce(handed_at < begins, false) AS is_counted
    FROM done
)
"""
"""The common table expression ``facts``, one row a line; parameters ``sheets`` and ``closed`` (which of them)."""

_CHANGED = f"""{FACTS_OF_WORK}
SELECT i.id, f.is_done, f.is_waiting, f.given_back, f.is_counted,
    greatest(f.failures, i.exempt_failures), greatest(f.late, i.exempt_late)
FROM facts f JOIN appraisals_sheetitem i ON i.id = f.id
WHERE (i.is_done, i.is_waiting, i.given_back, i.is_counted, i.failures, i.late) IS DISTINCT FROM (
    f.is_done, f.is_waiting, f.given_back, f.is_counted,
    greatest(f.failures, i.exempt_failures), greatest(f.late, i.exempt_late)
)
"""  # noqa: S608 -- put together from constants


class WorkFacts(NamedTuple):
    """What the work of a line says now; the columns of :class:`sauro.appraisals.models.SheetItem` of these names."""

    is_done: bool
    is_waiting: bool
    given_back: bool
    is_counted: bool
    failures: int
    late: int


def changed_since_closing(sheet_id: UUID) -> dict[UUID, WorkFacts]:
    """Return the lines of a closed sheet whose work says something else now, with what it says."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, {"sheets": [sheet_id], "closed": True})
        return {row[0]: WorkFacts(*row[1:]) for row in cursor.fetchall()}

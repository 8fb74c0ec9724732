"""What a database adds up for many sheets at once: how the work went, and the five sums of each sheet.

The statements repeat two things the pure rules say, :func:`sauro.appraisals.rulings.enters` and
:func:`sauro.appraisals.rules.tasks.sums_of`; a test compares both on random sheets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from sauro.appraisals.rules.figures import hundredths
from sauro.appraisals.rules.tasks import Sums
from sauro.appraisals.selectors.work_facts import FACTS_OF_WORK

_READ_WORK = f"""{FACTS_OF_WORK}
UPDATE appraisals_sheetitem i
SET is_done = f.is_done, is_waiting = f.is_waiting, given_back = f.given_back, is_counted = f.is_counted,
    failures = greatest(f.failures, i.exempt_failures), late = greatest(f.late, i.exempt_late)
FROM facts f
WHERE f.id = i.id AND (
    i.is_done, i.is_waiting, i.given_back, i.is_counted, i.failures, i.late
) IS DISTINCT FROM (
    f.is_done, f.is_waiting, f.given_back, f.is_counted,
    greatest(f.failures, i.exempt_failures), greatest(f.late, i.exempt_late)
)
"""  # noqa: S608 -- put together from constants

_SUMS = """
WITH lines AS (
    SELECT i.sheet_id, i.units, i.kind, i.is_pending, i.is_waiting, i.is_done AND NOT i.given_back AS delivered,
        greatest(0, 100 - s.failure_deduction * (i.failures - i.exempt_failures)) AS good,
        greatest(0, 100 - s.late_deduction * (i.late - i.exempt_late)) AS timely,
        i.is_counted AND NOT i.is_excused AND i.own NOT IN ('proposed', 'refused') AND i.units > 0 AS enters,
        i.is_counted AND NOT i.is_excused AND i.own <> 'refused' AND i.units = 0 AS is_unconverted,
        i.is_pending AND s.leaves_pending_out AS is_left_out
    FROM appraisals_sheetitem i JOIN appraisals_sheet s ON s.id = i.sheet_id
    WHERE s.id = ANY (%(sheets)s)
), sums AS (
    SELECT sheet_id,
        coalesce(sum(units) FILTER (WHERE enters AND NOT is_left_out AND kind = 'planned'), 0)::bigint AS assigned,
        coalesce(sum(units) FILTER (WHERE enters AND NOT is_left_out AND kind <> 'planned'), 0)::bigint AS added,
        coalesce(sum(units) FILTER (WHERE enters AND NOT is_left_out AND delivered), 0)::bigint AS done,
        coalesce(sum(units * good) FILTER (WHERE enters AND NOT is_left_out AND delivered), 0)::bigint AS quality,
        coalesce(sum(units * timely) FILTER (WHERE enters AND NOT is_left_out AND delivered), 0)::bigint AS progress,
        coalesce(bool_or(enters AND (is_pending OR is_waiting)), false) AS is_provisional,
        count(*) FILTER (WHERE is_unconverted) AS unconverted
    FROM lines GROUP BY sheet_id
)
SELECT s.id, s.duty, u.path, s.month, s.domain, s.appointment_id, s.settings::text,
    CASE WHEN s.leave <> '' THEN '{}' WHEN s.points = '{}' THEN s.own_points ELSE s.points END::text,
    s.initiative, s.prolonged, s.conflict,
    coalesce(n.assigned, 0), coalesce(n.added, 0), coalesce(n.done, 0), coalesce(n.quality, 0),
    coalesce(n.progress, 0), coalesce(n.is_provisional, false), coalesce(n.unconverted, 0)
FROM appraisals_sheet s
JOIN organizations_unit u ON u.id = s.unit_id
LEFT JOIN sums n ON n.sheet_id = s.id
WHERE s.id = ANY (%(sheets)s)
"""

_WRITE = """
UPDATE appraisals_sheet s
SET assigned = n.assigned, added = n.added, done = n.done, quality = n.quality, progress = n.progress,
    is_provisional = n.is_provisional, unconverted = n.unconverted, score_exact = n.score_exact,
    score = n.hundredths / 100.0,
    state = CASE WHEN %(closed_at)s::timestamptz IS NULL THEN s.state ELSE 'closed' END,
    closed_at = coalesce(%(closed_at)s, s.closed_at)
FROM unnest(
    %(id)s::uuid[], %(assigned)s::bigint[], %(added)s::bigint[], %(done)s::bigint[], %(quality)s::bigint[],
    %(progress)s::bigint[], %(is_provisional)s::boolean[], %(unconverted)s::smallint[], %(score_exact)s::varchar[],
    %(hundredths)s::integer[]
) AS n(id, assigned, added, done, quality, progress, is_provisional, unconverted, score_exact, hundredths)
WHERE s.id = n.id AND (%(closed_at)s::timestamptz IS NOT NULL OR (
    s.assigned, s.added, s.done, s.quality, s.progress, s.is_provisional, s.unconverted, s.score_exact, s.score
) IS DISTINCT FROM (
    n.assigned, n.added, n.done, n.quality, n.progress, n.is_provisional, n.unconverted, n.score_exact,
    n.hundredths / 100.0
))
"""
_WRITTEN = (
    "id", "assigned", "added", "done", "quality", "progress", "is_provisional", "unconverted", "score_exact",
    "hundredths",
)  # fmt: skip


class Figures(NamedTuple):
    """What a score is made of: the sums of a sheet as its lines are now, and what was said of it.

    ``path`` is that of the unit; ``settings`` and ``points`` (those that count) are JSON as the database writes it.
    """

    sheet_id: UUID
    duty: str
    path: str
    month: dt.date
    domain: str
    appointment_id: UUID
    settings: str
    points: str
    initiative: str
    prolonged: str
    conflict: str
    sums: Sums
    unconverted: int


Scored = tuple[Figures, Fraction | None]

# From here on it is worth the start of helpers of the database, which pages are served without (ADR 0032).
MANY_SHEETS = 5_000
_FOR_MANY = "SET LOCAL max_parallel_workers_per_gather = 2; SET LOCAL work_mem = '64MB'"


def add_up(sheet_ids: Sequence[UUID]) -> list[Figures]:
    """Return the figures of some sheets, their lines added up by the database. Needs a transaction."""
    with connection.cursor() as cursor:
        if len(sheet_ids) >= MANY_SHEETS:
            cursor.execute(_FOR_MANY)
        cursor.execute(_SUMS, {"sheets": list(sheet_ids)})
        return [_figures(row) for row in cursor.fetchall()]


def _figures(row: tuple[Any, ...]) -> Figures:
    *told, assigned, added, done, quality, progress, is_provisional, unconverted = row
    sums = Sums(assigned, added, done, quality, progress, is_provisional)
    return Figures._make((*told, sums, unconverted))


def write_scores(scored: Sequence[Scored], *, closed_at: dt.datetime | None = None) -> int:
    """Store sums and scores, closing the sheets where ``closed_at`` is given; return how many sheets changed."""
    if not scored:
        return 0
    columns = zip(*(_stored(figures, score) for figures, score in scored), strict=True)
    given = {name: _array(column) for name, column in zip(_WRITTEN, columns, strict=True)}
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, {**given, "closed_at": closed_at})
        return int(cursor.rowcount)


def _array(column: Iterable[object]) -> str:
    """Return an array as PostgreSQL reads it; only for what needs no quotes inside: numbers, identifiers, fractions."""
    return "{" + ",".join("NULL" if value is None else f'"{value}"' for value in column) + "}"


def _stored(figures: Figures, score: Fraction | None) -> tuple[object, ...]:
    sums = figures.sums
    return (
        figures.sheet_id, sums.assigned, sums.added, sums.done, sums.quality, sums.progress, sums.provisional,
        figures.unconverted, "" if score is None else str(score), None if score is None else hundredths(score),
    )  # fmt: skip


def read_work(sheet_ids: Sequence[UUID]) -> int:
    """Write how the work of some sheets stands into their lines, and return how many lines changed.

    Done is what was handed in by the end of the month, whoever still has to confirm it: waiting for a signature is
    nobody's delay. It is late after the last day that counts, which the days others held it have moved. A return for
    content counts as a failure while the work was this person's. Closed sheets stay what they are.
    """
    with connection.cursor() as cursor:
        cursor.execute(_READ_WORK, {"sheets": list(sheet_ids), "closed": False})
        return int(cursor.rowcount)

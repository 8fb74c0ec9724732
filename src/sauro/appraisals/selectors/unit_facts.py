"""What is on record of units for a year: scores, works, targets, failed units below. One statement for each kind.

A work of the year is led by the unit or a unit below it, and was not handed down inside the unit. It is counted when
its last day, moved by the days others held it, lies in the year and has passed, or when it was open at the beginning of
the year; without a deadline when it was handed in within the year. What stands waiting for another unit, was stopped
or only heads recurring work is not counted. A return for content means that quality was lacking.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from sauro.appraisals.enums import Appraised, Duty, LevelChoice, RoundState, ScoreOf
from sauro.appraisals.models import UnitRating
from sauro.targets.enums import AskState, DirectionChoice, StandingChoice
from sauro.targets.models import Ask, YearLine

_WORKS = """
WITH rated AS (
    SELECT id, path FROM organizations_unit WHERE id = ANY (%(units)s)
), work AS (
    SELECT r.id AS unit_id, a.id, a.due_on + a.held_days AS last_day, a.waiting_since,
        (a.handed_in_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS handed_on,
        a.state IN ('handed_in', 'confirmed')
            AND (a.handed_in_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= %(as_of)s AS is_done
    FROM rated r
    JOIN organizations_unit u ON starts_with(u.path, r.path)
    JOIN tasks_assignment a ON a.unit_id = u.id
    LEFT JOIN tasks_assignment p ON p.id = a.parent_id
    LEFT JOIN organizations_unit pu ON pu.id = p.unit_id
    WHERE a.role = 'lead' AND a.state <> 'stopped' AND NOT a.is_recurring
        AND (p.id IS NULL OR NOT starts_with(pu.path, r.path))
), of_year AS (
    SELECT * FROM work
    WHERE (is_done OR waiting_since IS NULL) AND CASE
        WHEN last_day IS NULL THEN is_done AND handed_on >= %(first)s
        WHEN last_day < %(first)s THEN NOT is_done OR handed_on >= %(first)s
        ELSE last_day <= %(last)s AND (is_done OR last_day < %(as_of)s)
    END
), judged AS (
    SELECT y.unit_id, y.id, y.is_done,
        last_day IS NOT NULL AND CASE WHEN is_done THEN handed_on > last_day ELSE true END AS is_late,
        is_done AND handed_on < last_day AS is_early,
        EXISTS (
            SELECT FROM tasks_productversion v
            WHERE v.assignment_id = y.id AND v.decision = 'returned' AND v.return_kind = 'content'
        ) AS is_bad
    FROM of_year y
), work_of_year AS (
    SELECT unit_id, id, is_done AS done, is_done AND NOT is_late AND NOT is_bad AS good, is_late AS late,
        is_early AND NOT is_bad AS early
    FROM judged
)
"""
_COUNTS = """
SELECT unit_id, count(*), count(*) FILTER (WHERE done), count(*) FILTER (WHERE good), count(*) FILTER (WHERE late),
    count(*) FILTER (WHERE early)
FROM work_of_year GROUP BY unit_id
"""
_ROWS = "SELECT id FROM work_of_year WHERE CASE %(kind)s WHEN 'tasks' THEN true WHEN 'done' THEN done "
_ROWS += "WHEN 'good' THEN good WHEN 'late' THEN late ELSE early END"

# The shown scores: two decimals, so that anybody can add up the list behind the number.
_SCORES = """
SELECT r.id, count(*), sum(s.score)
FROM organizations_unit r
JOIN organizations_unit u ON starts_with(u.path, r.path)
JOIN appraisals_sheet s ON s.unit_id = u.id
WHERE r.id = ANY (%(units)s) AND s.month BETWEEN %(first)s AND %(as_of)s AND s.state IN ('confirmed', 'closed')
    AND s.leave = '' AND s.score IS NOT NULL
    AND CASE WHEN %(of_head)s THEN s.duty = %(head)s AND u.id = r.id ELSE s.subject <> %(cadre)s END
GROUP BY r.id
"""


class WorkKind(StrEnum):
    """Which works a number counts."""

    TASKS = "tasks"
    DONE = "done"
    GOOD = "good"
    LATE = "late"
    EARLY = "early"


class Works(NamedTuple):
    """Works of the year: all, done, done in time and well, late, early."""

    tasks: int = 0
    done: int = 0
    good: int = 0
    late: int = 0
    early: int = 0


class Targets(NamedTuple):
    """Targets given from above: all, reached, exceeded, without a figure."""

    targets: int = 0
    reached: int = 0
    exceeded: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What is on record of one unit. ``score`` is the mean of ``sheets`` monthly scores; None without any."""

    sheets: int
    score: Fraction | None
    works: Works
    targets: Targets
    is_sub_failed: bool


def facts_of(units: Collection[UUID], year: int, as_of: dt.date, score_of: str) -> Mapping[UUID, UnitFacts]:
    """Return the facts of units for a year as they stood on record by a day of it."""
    asked = _asked(units, year, as_of)
    works = {row[0]: Works(*row[1:]) for row in _rows(_WORKS + _COUNTS, asked)}
    of_head = {"of_head": score_of == ScoreOf.HEAD, "head": Duty.HEAD.value, "cadre": Appraised.CADRE.value}
    scores = {row[0]: (row[1], row[2]) for row in _rows(_SCORES, asked | of_head)}
    targets, failed = _targets(units, year), _failed_below(units, year)
    found = {}
    for unit in units:
        sheets, total = scores.get(unit, (0, None))
        mean = None if total is None else Fraction(total) / sheets
        found[unit] = UnitFacts(
            sheets, mean, works.get(unit, Works()), targets.get(unit, Targets()), is_sub_failed=unit in failed
        )
    return found


def works_behind(rating: UnitRating, kind: WorkKind) -> list[UUID]:
    """Return which works a number of a rating counts, by the same statement, as of the day of its round."""
    asked = _asked([rating.unit_id], rating.round.year, rating.round.as_of) | {"kind": str(kind)}
    return [row[0] for row in _rows(_WORKS + _ROWS, asked)]


def target_lines(units: Collection[UUID], year: int) -> QuerySet[YearLine]:
    """Return the lines of a year for which somebody above asked units for a value, and a value is in force.

    Of a settlement for less that is the lesser value; it names who allowed it. A value nobody asks for any more, or
    that the unit set itself, is no target of the rating.
    """
    asked = Ask.objects.filter(share=OuterRef("share"), year=OuterRef("year")).exclude(state=AskState.WITHDRAWN)
    rows = YearLine.objects.filter(share__unit__in=units, year=year, share__parent__isnull=False, target__isnull=False)
    return rows.filter(Exists(asked))


def _targets(units: Collection[UUID], year: int) -> Mapping[UUID, Targets]:
    is_reached = Q(standing=StandingChoice.REACHED)
    above = Q(share__indicator__direction=DirectionChoice.UP, actual__gt=F("target"))
    below = Q(share__indicator__direction=DirectionChoice.DOWN, actual__lt=F("target"))
    rows = target_lines(units, year).values("share__unit").order_by()
    counted = rows.annotate(
        all=Count("pk"), reached=Count("pk", filter=is_reached), unknown=Count("pk", filter=Q(actual__isnull=True)),
        exceeded=Count("pk", filter=is_reached & (above | below)),
    )  # fmt: skip
    return {row["share__unit"]: Targets(row["all"], row["reached"], row["exceeded"], row["unknown"]) for row in counted}


def _failed_below(units: Collection[UUID], year: int) -> set[UUID]:
    rows = UnitRating.objects.filter(
        unit__parent__in=units, round__year=year, round__state=RoundState.DECIDED, level=LevelChoice.KHT
    )
    return {parent for parent in rows.values_list("unit__parent", flat=True) if parent is not None}


def _asked(units: Collection[UUID], year: int, as_of: dt.date) -> dict[str, Any]:
    return {"units": list(units), "first": dt.date(year, 1, 1), "last": dt.date(year, 12, 31), "as_of": as_of}


def _rows(statement: str, asked: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        yield from cursor.fetchall()

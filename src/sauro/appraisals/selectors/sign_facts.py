"""What :mod:`sauro.appraisals.rules.signs` judges by, read for a whole month at once: a constant number of queries."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any, Protocol
from uuid import UUID

from django.db import connection
from django.db.models import Count, F

from sauro.appraisals.enums import Duty, SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.rules import signs
from sauro.appraisals.rules.signs import FULL_MONTHS, Facts, MonthOfOne, Move, Result, SignCode
from sauro.appraisals.rules.tasks import Kind, Sums, Task
from sauro.appraisals.rulings import general_of, settings_of
from sauro.plans.months import shifted

Found = dict[tuple[UUID, SignCode], Facts]
"""By sheet and code."""

_JUDGED = (SheetState.CONFIRMED, SheetState.CLOSED)

_LINES = """
    FROM appraisals_sheet s
    JOIN appraisals_sheetitem i ON i.sheet_id = s.id
    {outer} JOIN plans_planitem p ON p.id = i.plan_item_id
    {outer} JOIN tasks_assignment a ON a.id = p.assignment_id
    LEFT JOIN plans_monthlypart m ON m.id = p.part_id
    WHERE s.month = %(month)s AND (%(sheets)s::uuid[] IS NULL OR s.id = ANY (%(sheets)s::uuid[]))
        AND i.is_counted AND NOT i.is_excused AND NOT i.given_back
"""
_PLANNED_LINES, _ALL_LINES = _LINES.format(outer=""), _LINES.format(outer="LEFT")

# Parts given out of one work belong together, occurrences of recurring work do not: see ``whole_of``.
_UNLIKE = f"""
WITH lines AS (
    SELECT i.sheet_id, i.id, i.kind, i.units, i.is_pending, s.settings,
        CASE WHEN a.share IS NOT NULL THEN a.parent_id ELSE a.id END AS work,
        i.failures - i.exempt_failures AS failures, i.late - i.exempt_late AS late
    {_PLANNED_LINES} AND i.units > 0 AND i.is_done
), unlike AS (
    SELECT sheet_id, work, kind FROM lines GROUP BY sheet_id, work, kind
    HAVING count(*) > 1 AND count(DISTINCT (failures, late)) > 1
)
SELECT sheet_id, work, kind, id, units, is_pending, failures, late, settings::text
FROM lines JOIN unlike USING (sheet_id, work, kind) ORDER BY sheet_id, work, kind, id
"""  # noqa: S608 -- put together from constants

_MOVES = f"""
SELECT l.sheet_id, l.id, c.from_day, c.granted_day, (c.answered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
FROM (
    SELECT i.sheet_id, i.id, s.month, a.id AS work
    {_PLANNED_LINES} AND p.part_id IS NULL AND a.giver_unit_id = a.unit_id AND a.giver_text = ''
) l
JOIN tasks_deadlinechange c ON c.assignment_id = l.work
WHERE c.answer = 'granted' AND c.from_day >= l.month AND c.from_day < l.month + interval '1 month'
ORDER BY l.sheet_id
"""  # noqa: S608 -- put together from constants

# What was destroyed with its document left nothing to look at, and asks nothing of anybody.
_RESULTS = f"""
SELECT l.sheet_id, l.id, l.words
FROM (
    SELECT i.sheet_id, i.id, a.id AS work, p.part_id,
        CASE WHEN a.id IS NULL THEN i.result WHEN m.id IS NOT NULL THEN m.delivered_text ELSE coalesce((
            SELECT v.text FROM tasks_productversion v WHERE v.assignment_id = a.id ORDER BY length(v.text) DESC LIMIT 1
        ), '') END AS words
    {_ALL_LINES} AND i.is_done AND i.own <> 'refused'
        AND (a.id IS NULL OR a.source_text <> '[đã tiêu hủy]')
        AND (a.id IS NULL OR NOT a.no_product_needed OR a.giver_unit_id = a.unit_id)
) l
WHERE length(l.words) < %(shortest)s AND (l.part_id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM tasks_productversion v
    WHERE v.assignment_id = l.work AND (v.file_id IS NOT NULL OR v.link <> ''
        OR EXISTS (SELECT 1 FROM tasks_productfigure f WHERE f.product_id = v.id))
))
ORDER BY l.sheet_id
"""  # noqa: S608 -- put together from constants


class PartOf(Protocol):
    """What tells of which whole some work is a part. An assignment is one."""

    @property
    def pk(self) -> Any: ...
    @property
    def parent_id(self) -> UUID | None: ...
    @property
    def share(self) -> int | None: ...


def whole_of(work: PartOf) -> UUID:
    """Return the identity of the work that was split, which is the work itself where nobody split it."""
    return work.parent_id if work.share is not None and work.parent_id is not None else work.pk


def signs_of_lines(month: dt.date, sheets: Sequence[UUID] | None = None) -> Found:
    """Return what the lines of the sheets of a month (or of some of them) leave to explain."""
    found: Found = {}
    given = {"month": month, "sheets": None if sheets is None else list(sheets), "shortest": signs.SHORTEST_RESULT}
    for sheet, rows in _by_sheet(_UNLIKE, given):
        works = [[_task(row) for row in group] for _key, group in groupby(rows, key=lambda row: row[1:3])]
        _keep(found, sheet, SignCode.SPLIT, signs.split(works, settings_of(json.loads(rows[0][8]))))
    for sheet, rows in _by_sheet(_MOVES, given):
        moves = [Move(str(item), *days) for _sheet, item, *days in rows]
        _keep(found, sheet, SignCode.MOVED, signs.moved_deadlines(moves))
    for sheet, rows in _by_sheet(_RESULTS, given):
        results = [Result(str(item), has_file=False, words=words) for _sheet, item, words in rows]
        _keep(found, sheet, SignCode.NO_PRODUCT, signs.without_product(results))
    return found


def signs_of_months(month: dt.date) -> Found:
    """Return what the closed months up to this one, and the confirmed sheets of whole units, leave to explain."""
    return _full_months(month) | _units_alike(month)


def _full_months(month: dt.date) -> Found:
    rows = Sheet.objects.filter(
        month__range=(shifted(month, 1 - FULL_MONTHS), month), state=SheetState.CLOSED, leave="", assigned__gt=0,
        done__gte=F("assigned"), quality=F("done") * 100, progress=F("done") * 100,
    ).order_by("appointment", "month")  # fmt: skip
    columns = ("appointment", "pk", "month", "points", "settings", "assigned", "added", "done", "quality", "progress")
    found: Found = {}
    for _person, held in groupby(rows.values_list(*columns), key=lambda row: row[0]):
        months = list(held)
        facts = signs.all_full([_month(*row[2:]) for row in months])
        if months[-1][2] == month:
            _keep(found, months[-1][1], SignCode.ALL_FULL, facts)
    return found


def _month(month: dt.date, points: Any, settings: Any, *sums: Any) -> MonthOfOne:
    return MonthOfOne(month, general_of(points, settings) or Fraction(0), Sums(*sums))


def _units_alike(month: dt.date) -> Found:
    """The question goes into the sheet of whoever confirmed them all."""
    rows = Sheet.objects.filter(month=month, leave="").exclude(duty=Duty.HEAD).order_by("unit")
    kinds = rows.values_list("unit", "state", "confirmed_by_id", "points", "settings").annotate(people=Count("pk"))
    people: dict[tuple[UUID, UUID], int] = {}
    for unit, held in groupby(kinds, key=lambda row: row[0]):
        judges, points = set(), []
        for _unit, state, judge, given, settings, count in held:
            judges.add(judge)
            points += [general_of(given, settings) if state in _JUDGED else None] * count
        if len(judges) == 1 and None not in judges and signs.all_alike(points):
            people[judges.pop(), unit] = len(points)
    return _of_judges(month, people)


def _of_judges(month: dt.date, people: Mapping[tuple[UUID, UUID], int]) -> Found:
    own: dict[UUID, list[tuple[UUID, UUID]]] = defaultdict(list)
    rows = Sheet.objects.filter(month=month, appointment__person__user__in={judge for judge, _unit in people})
    for judge, unit, sheet in rows.order_by("pk").values_list("appointment__person__user", "unit", "pk"):
        own[judge].append((unit, sheet))
    counts: dict[UUID, int] = defaultdict(int)
    for (judge, unit), count in people.items():
        if own[judge]:
            counts[min(own[judge], key=lambda one: one[0] != unit)[1]] += count
    return {(sheet, SignCode.ALL_ALIKE): {"people": count} for sheet, count in counts.items()}


def _by_sheet(statement: str, given: Mapping[str, Any]) -> Iterator[tuple[UUID, list[tuple[Any, ...]]]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows = cursor.fetchall()
    for sheet, held in groupby(rows, key=lambda row: row[0]):
        yield sheet, list(held)


def _task(row: tuple[Any, ...]) -> Task:
    _sheet, _work, kind, item, units, is_pending, failures, late, _settings = row
    return Task(str(item), units, Kind(kind), failures=failures, late=late, pending=is_pending)


def _keep(found: Found, sheet: UUID, code: SignCode, facts: Facts | None) -> None:
    if facts is not None:
        found[sheet, code] = facts

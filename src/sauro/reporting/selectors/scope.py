"""What the board counts: the filters of its address, over what the actor may see.

Work that the actor sees because of its units is counted from cells by the very rule that lists use; work seen only by
being in charge of it is counted from its rows and added. One directive is counted from its rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, DateField, F, Func, IntegerField, Q, QuerySet, Value, When

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.documents.policies import document_policy
from sauro.organizations.comparison import UnitGroup, group_condition
from sauro.reporting.due_spans import Days, DueSpan
from sauro.reporting.enums import BoardSide
from sauro.reporting.selectors.counting import (
    AGES,
    COUNTERS,
    Counts,
    Names,
    Rows,
    age_days,
    counted,
    counted_last_days,
    merged,
)
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy, own_work, placed_condition
from sauro.tasks.querysets import TimedAssignment, with_timeliness
from sauro.tasks.selectors.work import giving_condition
from sauro.tasks.timeliness import Timeliness

_COMING = (Timeliness.IN_TIME, Timeliness.DUE_SOON)


@dataclass(frozen=True, slots=True)
class BoardScope:
    """The actor's own giving or everything they may see; of one directive, field, group of units, span or of all.

    ``due`` is the span of the deadline in force. ``is_without_field`` asks for work that has no field. The directive
    must be one the actor may open, or nothing is counted.
    """

    side: BoardSide
    document_id: UUID | None = None
    field_id: UUID | None = None
    is_without_field: bool = False
    group: UnitGroup | None = None
    due: DueSpan | None = None

    @property
    def has_field(self) -> bool:
        """Tell whether the scope asks for the field."""
        return self.field_id is not None or self.is_without_field


@dataclass(frozen=True, slots=True)
class Reader:
    """An actor reading the board of a scope on a day."""

    actor: Actor
    scope: BoardScope
    today: dt.date

    def count(self, *keys: str, due: Days | None = None, names: Names = COUNTERS) -> Counts:
        """Count by columns of cells: ``unit_id``, ``field_id``, ``slot``. Takes one query, or two with own work.

        ``due`` narrows to deadlines between two days that begin and end a slot; ``names`` are the counters wanted.
        """
        asked = (self.actor, self.scope, self.today, keys, due)
        if self.scope.document_id is not None:
            return _tallied(ask(_all_rows_grouped, *asked), len(keys), names)
        counts = merged(ask(_cells_counted, *asked, names), len(keys))
        if not self._may_own_more:
            return counts
        more = _tallied(ask(_own_rows_grouped, *asked), len(keys), names)
        added = [(*key, *numbers) for found in (counts, more) for key, numbers in found.items()]
        return merged(added, len(keys))

    def count_last_days(self, first: dt.date, last: dt.date) -> dict[dt.date, int]:
        """Count open work in time by its last day that counts, between two days."""
        asked = (self.actor, self.scope, self.today, first, last)
        if self.scope.document_id is not None:
            return dict(ask(_last_days_of_all_rows, *asked))
        found = list(ask(_last_days_of_cells, *asked))
        if self._may_own_more:
            found += ask(_last_days_of_own_rows, *asked)
        return {day: number for (day,), (number,) in merged(found, 1).items()}

    def rows(self) -> QuerySet[Assignment]:
        """Return the assignments that are counted, each once."""
        visible = assignment_policy.condition(self.actor, "view")
        rows = Assignment.objects.filter(visible & self._side() & self._filters(due="due_on"))
        if self.scope.document_id is not None:
            # A document that the actor may not open filters to nothing: its existence is not told by a count either.
            allowed = document_policy.visible(self.actor).filter(pk=self.scope.document_id)
            rows = rows.filter(obligation__document__in=allowed)
        return rows

    @property
    def _may_own_more(self) -> bool:
        return self.scope.side != BoardSide.GIVEN and bool(self.actor.appointment_ids)

    def own_rows(self) -> QuerySet[Assignment]:
        """Return the work that the actor sees only by being in charge of it."""
        only_own = own_work(self.actor) & ~placed_condition(self.actor)
        return Assignment.objects.filter(only_own & self._filters(due="due_on"))

    def of_cells(self) -> Q:
        """Return which cells, sums and changes are counted."""
        placed = placed_condition(self.actor) if self.scope.side == BoardSide.ALL else self._side()
        return placed & self._filters(due="slot")

    def _side(self) -> Q:
        return giving_condition(self.actor) if self.scope.side == BoardSide.GIVEN else Q()

    def _filters(self, *, due: str) -> Q:
        """The filters over assignments and cells alike. ``due`` is the column compared with the span."""
        scope, condition = self.scope, Q()
        if scope.field_id is not None:
            condition &= Q(field=scope.field_id)
        if scope.is_without_field:
            condition &= Q(field__isnull=True)
        if scope.group is not None:
            condition &= group_condition(scope.group, unit="unit")
        if scope.due is not None:
            condition &= _between(due, scope.due.days)
        return condition


def _between(column: str, days: Days | None) -> Q:
    return Q(**{f"{column}__gte": days[0], f"{column}__lte": days[1]}) if days else Q()


def _timed(rows: QuerySet[Assignment], today: dt.date) -> QuerySet[TimedAssignment]:
    return with_timeliness(rows, today=today).order_by()


Keys = tuple[str, ...]


def _cells_counted(actor: Actor, scope: BoardScope, today: dt.date, keys: Keys, due: Days | None, names: Names) -> Rows:
    used = {"field"} if scope.has_field or "field_id" in keys else set()
    used |= {"slot"} if scope.due or due or "slot" in keys else set()
    wanted = Reader(actor, scope, today).of_cells() & _between("slot", due)
    return counted(wanted, keys, today=today, by=frozenset(used), names=names)


def _all_rows_grouped(actor: Actor, scope: BoardScope, today: dt.date, keys: Keys, due: Days | None) -> Rows:
    return _grouped(Reader(actor, scope, today).rows().filter(_between("due_on", due)), keys, today)


def _own_rows_grouped(actor: Actor, scope: BoardScope, today: dt.date, keys: Keys, due: Days | None) -> Rows:
    return _grouped(Reader(actor, scope, today).own_rows().filter(_between("due_on", due)), keys, today)


def _last_days_of_cells(actor: Actor, scope: BoardScope, today: dt.date, first: dt.date, last: dt.date) -> Rows:
    return counted_last_days(Reader(actor, scope, today).of_cells(), first, last, today=today)


def _last_days_of_all_rows(actor: Actor, scope: BoardScope, today: dt.date, first: dt.date, last: dt.date) -> Rows:
    return _last_days(Reader(actor, scope, today).rows(), first, last, today)


def _last_days_of_own_rows(actor: Actor, scope: BoardScope, today: dt.date, first: dt.date, last: dt.date) -> Rows:
    return _last_days(Reader(actor, scope, today).own_rows(), first, last, today)


def count_rows(rows: QuerySet[Assignment], keys: Keys, today: dt.date, names: Names = COUNTERS) -> Counts:
    """Count assignments by counters of the board. Takes one query."""
    return _tallied(_grouped(rows, keys, today), len(keys), names)


def _grouped(rows: QuerySet[Assignment], keys: Keys, today: dt.date) -> Rows:
    slot = Func(F("due_on"), function="reporting_slot", output_field=DateField())
    timed = _timed(rows, today).annotate(slot=slot, is_undated=Q(due_on__isnull=True), age=_age_case(today))
    return timed.values_list(*keys, "timeliness", "is_undated", "age").annotate(number=Count("pk"))


def _tallied(grouped: Iterable[tuple[Any, ...]], key_length: int, names: Names) -> Counts:
    found: Counts = {}
    for row in grouped:
        key, (kind, is_undated, age, number) = row[:key_length], row[key_length:]
        numbers = found.setdefault(key, [0] * len(names))
        told = {kind}
        told |= {"judged_on_time"} if kind == Timeliness.DONE_ON_TIME and not is_undated else set()
        told |= {f"late_{age}"} if kind == Timeliness.OVERDUE else set()
        for name in told.intersection(names):
            numbers[names.index(name)] += number
    return found


def _age_case(today: dt.date) -> Case:
    """The age of work by its last day, whether or not it is overdue."""
    starts = [(first, age_days(first, last, today)[0]) for first, last in AGES]
    cases = [When(last_day__gte=start, then=Value(first)) for first, start in starts if start]
    return Case(*cases, default=Value(AGES[-1][0]), output_field=IntegerField())


def _last_days(rows: QuerySet[Assignment], first: dt.date, last: dt.date, today: dt.date) -> Rows:
    due = _timed(rows, today).filter(last_day__gte=first, last_day__lte=last, timeliness__in=_COMING)
    return due.values_list("last_day").annotate(number=Count("pk"))

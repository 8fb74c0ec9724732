"""The figures of the board: assignments by unit and timeliness, what is coming, what is overdue since when.

Everything is counted from rows that the actor may see, so a figure never says more than the list behind it. Units only:
people appear in lists of their own line of command, never here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.db.models.functions import TruncMonth

from sauro.access.actor import Actor
from sauro.documents.policies import document_policy
from sauro.organizations.enums import CommuneType, UnitKind, UnitLevel
from sauro.reporting.enums import BoardSide, UnitGroup
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import given_by, visible_assignments
from sauro.tasks.timeliness import Timeliness

NEXT_DAYS = 14
TREND_MONTHS = 6
AGES = ((1, 7), (8, 30), (31, 90), (91, None))
_COMING = (Timeliness.IN_TIME, Timeliness.DUE_SOON)
_COMMUNES = {
    CommuneType.COMMUNE: UnitGroup.COMMUNES,
    CommuneType.WARD: UnitGroup.WARDS,
    CommuneType.SPECIAL_ZONE: UnitGroup.ZONES,
}


@dataclass(frozen=True, slots=True)
class BoardScope:
    """What the board counts: the actor's own giving or everything they may see, of one directive or of all."""

    side: BoardSide
    document_id: UUID | None = None


@dataclass(slots=True)
class Figures:
    """Counts by timeliness. ``on_time`` of ``judged``: work with a deadline that is finished or overdue."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    on_time: int = 0
    judged: int = 0

    @property
    def total(self) -> int:
        """All assignments counted."""
        return sum(self.counts.values())

    @property
    def share(self) -> float | None:
        """On time in percent of what can be judged; None when nothing can."""
        return 100 * self.on_time / self.judged if self.judged else None

    def of(self, kind: Timeliness) -> int:
        """The number of one kind."""
        return self.counts.get(str(kind), 0)

    def add(self, kind: str, number: int, *, has_deadline: bool) -> None:
        """Count ``number`` assignments of a kind."""
        self.counts[kind] += number
        if has_deadline and kind in (Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.OVERDUE):
            self.judged += number
            self.on_time += number if kind == Timeliness.DONE_ON_TIME else 0

    def include(self, more: Figures) -> None:
        """Add the figures of a part."""
        for kind, number in more.counts.items():
            self.counts[kind] += number
        self.on_time += more.on_time
        self.judged += more.judged


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The figures of one unit, without the units below it."""

    code: str
    name: str
    group: UnitGroup
    figures: Figures


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows."""

    whole: Figures
    units: Sequence[UnitRow]
    groups: Mapping[UnitGroup, Figures]
    trend: Sequence[tuple[dt.date, Figures]]
    coming: Sequence[tuple[dt.date, int]]
    ages: Sequence[tuple[int, int | None, int]]


def board_rows(actor: Actor, scope: BoardScope) -> QuerySet[TimedAssignment]:
    """Return the assignments the board counts, all of them visible to the actor."""
    rows = given_by(actor) if scope.side == BoardSide.GIVEN else visible_assignments(actor)
    if scope.document_id is not None:
        # A document that the actor may not open filters to nothing: its existence is not told by a count either.
        allowed = document_policy.visible(actor).filter(pk=scope.document_id)
        rows = rows.filter(obligation__document__in=allowed)
    return rows.order_by()


def get_board(actor: Actor, scope: BoardScope, *, today: dt.date) -> Board:
    """Return the board. Takes four queries, whatever there is to count."""
    rows = board_rows(actor, scope)
    units = _by_unit(rows)
    whole = Figures()
    groups: dict[UnitGroup, Figures] = defaultdict(Figures)
    for unit in units:
        whole.include(unit.figures)
        groups[unit.group].include(unit.figures)
    return Board(
        whole=whole,
        units=units,
        groups={group: groups[group] for group in UnitGroup if group in groups},
        trend=_trend(rows, today),
        coming=_coming(rows, today),
        ages=_ages(rows, today),
    )


def _by_unit(rows: QuerySet[TimedAssignment]) -> list[UnitRow]:
    names = ("unit__code", "unit__name", "unit__sort_key", "unit__kind", "unit__level", "unit__commune_type")
    has_deadline = ExpressionWrapper(Q(due_on__isnull=False), output_field=BooleanField())
    dated = rows.annotate(has_deadline=has_deadline)
    counted = dated.values(*names, "timeliness", "has_deadline").annotate(number=Count("pk"))
    found: dict[str, UnitRow] = {}
    for row in counted.order_by("unit__sort_key", "unit__code"):
        code = row["unit__code"]
        if code not in found:
            found[code] = UnitRow(code, row["unit__name"], _group(row), Figures())
        found[code].figures.add(row["timeliness"], row["number"], has_deadline=row["has_deadline"])
    order = list(UnitGroup)
    return sorted(found.values(), key=lambda unit: order.index(unit.group))


def _group(row: Mapping[str, str]) -> UnitGroup:
    """Which units a unit is compared with: communes only with their like (xã, phường, đặc khu)."""
    if row["unit__kind"] in (UnitKind.PARTY_COMMITTEE, UnitKind.PARTY_BODY):
        return UnitGroup.PARTY
    if row["unit__kind"] in (UnitKind.FRONT, UnitKind.MASS_ORGANISATION):
        return UnitGroup.FRONT
    if row["unit__level"] == UnitLevel.PROVINCE:
        return UnitGroup.DEPARTMENTS
    if row["unit__kind"] == UnitKind.PEOPLES_COMMITTEE:
        return _COMMUNES.get(CommuneType(row["unit__commune_type"] or CommuneType.COMMUNE), UnitGroup.COMMUNES)
    return UnitGroup.DIVISIONS


def _trend(rows: QuerySet[TimedAssignment], today: dt.date) -> list[tuple[dt.date, Figures]]:
    """Work by the month in which it was due, the last months up to this one."""
    months = [_months_before(today, back) for back in reversed(range(TREND_MONTHS))]
    due = rows.filter(due_on__gte=months[0], due_on__lt=_months_before(today, -1))
    counted = due.annotate(month=TruncMonth("due_on")).values("month", "timeliness").annotate(number=Count("pk"))
    figures = {month: Figures() for month in months}
    for row in counted.order_by():
        figures[row["month"]].add(row["timeliness"], row["number"], has_deadline=True)
    return list(figures.items())


def _months_before(day: dt.date, count: int) -> dt.date:
    index = day.year * 12 + day.month - 1 - count
    return dt.date(index // 12, index % 12 + 1, 1)


def _coming(rows: QuerySet[TimedAssignment], today: dt.date) -> list[tuple[dt.date, int]]:
    """Open work by its last day, for each of the next days."""
    end = today + dt.timedelta(days=NEXT_DAYS - 1)
    due = rows.filter(due_on__gte=today, due_on__lte=end, timeliness__in=_COMING)
    counted = dict(due.values_list("due_on").annotate(number=Count("pk")).order_by())
    days = [today + dt.timedelta(days=ahead) for ahead in range(NEXT_DAYS)]
    return [(day, counted.get(day, 0)) for day in days]


def _ages(rows: QuerySet[TimedAssignment], today: dt.date) -> list[tuple[int, int | None, int]]:
    """Overdue work by the days since its deadline: first day, last day (None: open), number."""
    overdue = rows.filter(timeliness=Timeliness.OVERDUE)
    counts = overdue.aggregate(
        **{f"age_{first}": Count("pk", filter=_aged(first, last, today)) for first, last in AGES}
    )
    return [(first, last, counts[f"age_{first}"]) for first, last in AGES]


def age_days(first: int, last: int | None, today: dt.date) -> tuple[dt.date | None, dt.date]:
    """Return the deadlines from and to of work overdue for ``first`` to ``last`` days."""
    earliest = today - dt.timedelta(days=last) if last is not None else None
    return earliest, today - dt.timedelta(days=first)


def _aged(first: int, last: int | None, today: dt.date) -> Q:
    earliest, latest = age_days(first, last, today)
    condition = Q(due_on__lte=latest)
    return condition & Q(due_on__gte=earliest) if earliest else condition

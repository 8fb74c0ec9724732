"""The tables of the board: units against their deadlines, alone or divided by field or by directive.

Everything is counted from what the actor may see, so a figure never says more than the list behind it. Units only:
people appear in tables of their own line of command, never here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.kept import ask
from sauro.organizations.comparison import UnitGroup, group_case
from sauro.organizations.models import Unit
from sauro.reporting.due_spans import Days, month_before
from sauro.reporting.selectors.counting import Counts
from sauro.reporting.selectors.figures import Figures, figures_of
from sauro.reporting.selectors.scope import Reader
from sauro.tasks.enums import WITHOUT_FIELD
from sauro.tasks.models import WorkField

NEXT_DAYS = 14
TREND_MONTHS = 6
SHARE_NAMES = ("judged_on_time", "done_late", "overdue")
"""The counters a share on time is made of."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as the board names it."""

    pk: UUID
    code: str
    name: str
    group: UnitGroup


@dataclass(frozen=True, slots=True)
class Column:
    """One of the parts into which a table divides the work. ``parameters`` narrow a list to it."""

    key: object
    label: str
    parameters: Mapping[str, str]
    hint: str = ""
    url: str = ""


@dataclass(slots=True)
class Line:
    """Figures as a whole and by the columns of the table."""

    whole: Figures = field(default_factory=Figures)
    parts: dict[object, Figures] = field(default_factory=lambda: defaultdict(Figures))

    def include(self, more: Line) -> None:
        """Add another line."""
        self.whole.include(more.whole)
        for key, figures in more.parts.items():
            self.parts[key].include(figures)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """The line of one unit, without the units below it. ``trend`` is in points: the share now less the one before."""

    unit: UnitName
    line: Line
    trend: float | None = None


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Lines by group in the order of names, the sums of the groups, and the sum of all."""

    columns: Sequence[Column]
    groups: Mapping[UnitGroup, Sequence[UnitLine]]
    sums: Mapping[UnitGroup, Line]
    whole: Line


def by_timeliness(reader: Reader) -> UnitTable:
    """Return the units against their deadlines, with the trend of their share on time. Takes four queries."""
    counts = reader.count("unit_id")
    lines = {pk: Line(figures_of(numbers)) for (pk,), numbers in counts.items() if any(numbers)}
    return _table((), lines, _trends(reader))


def by_field(reader: Reader) -> UnitTable:
    """Return the units by field of work. Takes three queries."""
    named = list(WorkField.objects.order_by("position", "name").values_list("pk", "code", "name"))
    counts = reader.count("unit_id", "field_id")
    used = {key for (_unit, key), numbers in counts.items() if any(numbers)}
    columns = [Column(pk, name, {"lv": code}) for pk, code, name in named if pk in used]
    if None in used:
        columns.append(Column(None, _("Chưa phân lĩnh vực"), {"lv": WITHOUT_FIELD}))
    return _table(columns, _divided(counts), {})


def divided_table(columns: Sequence[Column], counts: Counts) -> UnitTable:
    """Return the units by other columns, from counts by unit and key of a column. Takes one query."""
    return _table(columns, _divided(counts), {})


def _divided(counts: Counts) -> dict[UUID, Line]:
    lines: dict[UUID, Line] = defaultdict(Line)
    for (unit, key), numbers in counts.items():
        if any(numbers):
            figures = figures_of(numbers)
            lines[unit].whole.include(figures)
            lines[unit].parts[key].include(figures)
    return lines


def _table(columns: Sequence[Column], lines: Mapping[UUID, Line], trends: Mapping[UUID, float]) -> UnitTable:
    groups: dict[UnitGroup, list[UnitLine]] = {group: [] for group in UnitGroup}
    sums: dict[UnitGroup, Line] = defaultdict(Line)
    whole = Line()
    for unit in _read_units(lines):
        line = lines[unit.pk]
        groups[unit.group].append(UnitLine(unit, line, trends.get(unit.pk)))
        sums[unit.group].include(line)
    for group in sums.values():
        whole.include(group)
    return UnitTable(columns, {group: rows for group, rows in groups.items() if rows}, sums, whole)


def _read_units(keys: Iterable[UUID]) -> list[UnitName]:
    """Return units in the order of their names. Takes one query."""
    rows = ask(_named, *sorted(keys))
    return [UnitName(pk, code, name, UnitGroup(group)) for pk, code, name, group in rows]


def _named(*keys: UUID) -> QuerySet[Unit, Any]:
    rows = Unit.objects.filter(pk__in=keys).annotate(group=group_case()).order_by("sort_key", "code")
    return rows.values_list("pk", "code", "name", "group")


def _trends(reader: Reader) -> dict[UUID, float]:
    """The change of each unit's share on time, in points: this span against the one before, else three months."""
    now, before = trend_spans(reader)
    later, earlier = (_shares(reader, days) for days in (now, before))
    return {unit: later[unit] - earlier[unit] for unit in later.keys() & earlier.keys()}


def trend_spans(reader: Reader) -> tuple[Days, Days]:
    """Return the days of deadlines whose shares are compared, and the days they are compared with."""
    if reader.scope.due is not None:
        return reader.scope.due.days, reader.scope.due.before
    starts = [month_before(reader.today, back) for back in (-1, 2, 5)]
    after, middle, first = starts
    one = dt.timedelta(days=1)
    return (middle, after - one), (first, middle - one)


def _shares(reader: Reader, due: Days) -> dict[UUID, float]:
    counts = _of_any_due(reader).count("unit_id", due=due, names=SHARE_NAMES)
    figures = {unit: figures_of(numbers, SHARE_NAMES) for (unit,), numbers in counts.items()}
    return {unit: one.share for unit, one in figures.items() if one.share is not None}


def _of_any_due(reader: Reader) -> Reader:
    return replace(reader, scope=replace(reader.scope, due=None))


def month_trend(reader: Reader) -> list[tuple[dt.date, Figures]]:
    """Return the shares by the month in which work was due: the last months up to this one, or to the span's end."""
    due = reader.scope.due
    end = min(due.last, reader.today) if due else reader.today
    months = {month_before(end, back): Figures() for back in reversed(range(TREND_MONTHS))}
    days = (min(months), month_before(end, -1) - dt.timedelta(days=1))
    for (slot,), numbers in _of_any_due(reader).count("slot", due=days, names=SHARE_NAMES).items():
        months[slot.replace(day=1)].include(figures_of(numbers, SHARE_NAMES))
    return list(months.items())


def coming_days(reader: Reader) -> list[tuple[dt.date, int]]:
    """Return the number of open work in time by its last day that counts, for each of the next days."""
    days = [reader.today + dt.timedelta(days=ahead) for ahead in range(NEXT_DAYS)]
    counted = reader.count_last_days(days[0], days[-1])
    return [(day, counted.get(day, 0)) for day in days]

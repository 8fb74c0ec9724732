"""The figures of the board: assignments by unit and timeliness, what is coming, what is overdue since when.

Everything is counted from what the actor may see, so a figure never says more than the list behind it. Units only:
people appear in lists of their own line of command, never here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.organizations.comparison import UnitGroup, group_case
from sauro.organizations.models import Unit
from sauro.reporting.periods import month_before
from sauro.reporting.selectors.counting import AGES
from sauro.reporting.selectors.figures import Figures, figures_of, sum_of
from sauro.reporting.selectors.scope import BoardScope, Reader

NEXT_DAYS = 14
TREND_MONTHS = 6


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


def get_board(actor: Actor, scope: BoardScope, *, today: dt.date) -> Board:
    """Return the board. Takes the same number of queries, whatever there is to count."""
    reader = Reader(actor, scope, today)
    units = _by_unit(reader)
    whole = sum_of(unit.figures for unit in units)
    groups: dict[UnitGroup, Figures] = defaultdict(Figures)
    for unit in units:
        groups[unit.group].include(unit.figures)
    return Board(
        whole=whole,
        units=units,
        groups={group: groups[group] for group in UnitGroup if group in groups},
        trend=_trend(reader),
        coming=_coming(reader),
        ages=[(first, last, whole.ages.get(first, 0)) for first, last in AGES],
    )


def _by_unit(reader: Reader) -> list[UnitRow]:
    counts = reader.count("unit_id")
    units = read_units(pk for (pk,) in counts)
    rows = [UnitRow(*unit, figures_of(counts[pk,])) for pk, unit in units.items() if any(counts[pk,])]
    order = list(UnitGroup)
    return sorted(rows, key=lambda row: order.index(row.group))


def read_units(keys: Iterable[UUID]) -> dict[UUID, tuple[str, str, UnitGroup]]:
    """Return code, name and group of units, in the order of their names. Takes one query."""
    rows = Unit.objects.filter(pk__in=list(keys)).annotate(group=group_case()).order_by("sort_key", "code")
    return {
        pk: (code, name, UnitGroup(group)) for pk, code, name, group in rows.values_list("pk", "code", "name", "group")
    }


def _trend(reader: Reader) -> list[tuple[dt.date, Figures]]:
    """Work by the month in which it was due, the last months up to this one."""
    months = {month_before(reader.today, back): Figures() for back in reversed(range(TREND_MONTHS))}
    for (slot,), numbers in reader.count(
        "slot", due=(min(months), month_before(reader.today, -1) - dt.timedelta(days=1))
    ).items():
        month = slot and slot.replace(day=1)
        if month in months:
            months[month].include(figures_of(numbers))
    return list(months.items())


def _coming(reader: Reader) -> list[tuple[dt.date, int]]:
    """Open work by its last day that counts, for each of the next days."""
    days = [reader.today + dt.timedelta(days=ahead) for ahead in range(NEXT_DAYS)]
    counted = reader.count_last_days(days[0], days[-1])
    return [(day, counted.get(day, 0)) for day in days]

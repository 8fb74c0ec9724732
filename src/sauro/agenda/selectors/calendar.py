"""Deadlines by day: how many with which light, and the first few by name."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from sauro.calendars.selectors.years import DayCell, days_between
from sauro.tasks.lights import Light
from sauro.tasks.querysets import TimedAssignment
from sauro.ui.lists.paging import count_upto_limit

LIGHT_ORDER = (Light.RED, Light.AMBER, Light.GREY, Light.BLUE, Light.GREEN, Light.NONE)
"""What needs somebody first stands first."""


@dataclass(slots=True)
class Day:
    """A day: what kind it is, how many deadlines of each light it has, and the first of them."""

    cell: DayCell
    lights: Mapping[Light, int] = field(default_factory=dict)
    rows: Sequence[TimedAssignment] = ()

    @property
    def total(self) -> int:
        """All deadlines of the day."""
        return sum(self.lights.values())

    @property
    def more(self) -> int:
        """How many deadlines are not shown by name."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days of a range, and how much work has no deadline at all (1.001 stands for more than 1.000)."""

    days: Sequence[Day]
    without_deadline: int


def deadlines(rows: QuerySet[TimedAssignment], first: dt.date, last: dt.date, *, shown: int) -> Deadlines:
    """Return the days from ``first`` to ``last``, with at most ``shown`` assignments of each. Takes four queries.

    The day of an assignment is its deadline in force, as the filter of the list counts it.
    """
    due = rows.filter(due_on__range=(first, last))
    lights = _lights(due)
    named = _named(due, shown)
    days = [_day(cell, lights, named) for cell in days_between(first, last)]
    return Deadlines(days, count_upto_limit(rows.filter(due_on__isnull=True)))


def _day(
    cell: DayCell, lights: Mapping[dt.date, dict[Light, int]], named: Mapping[dt.date, list[TimedAssignment]]
) -> Day:
    if cell.day is None:
        return Day(cell)
    found = lights.get(cell.day, {})
    return Day(cell, {light: found[light] for light in LIGHT_ORDER if light in found}, named.get(cell.day, []))


def _lights(due: QuerySet[TimedAssignment]) -> Mapping[dt.date, dict[Light, int]]:
    counted: dict[dt.date, dict[Light, int]] = defaultdict(dict)
    for day, light, number in due.order_by().values_list("due_on", "light").annotate(number=Count("pk")):
        if day is not None:
            counted[day][Light(light)] = number
    return counted


def _named(due: QuerySet[TimedAssignment], shown: int) -> Mapping[dt.date, list[TimedAssignment]]:
    place = Window(RowNumber(), partition_by=F("due_on"), order_by=[F("code").asc()])
    named: dict[dt.date, list[TimedAssignment]] = defaultdict(list)
    for row in due.annotate(place_in_day=place).filter(place_in_day__lte=shown).order_by("due_on", "code"):
        if row.due_on is not None:
            named[row.due_on].append(row)
    return named

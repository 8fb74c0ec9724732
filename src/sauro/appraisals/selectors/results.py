"""Results of units as numbers: how scores and levels are distributed, month by month and beside units alike.

Whoever does not see every sheet behind a number gets no groups of one to four people, nor numbers from which they
follow (:mod:`sauro.headcounts.protect`). Nothing here puts people or units in an order of merit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from sauro.access.actor import Actor
from sauro.appraisals.enums import LevelChoice, RoundState, SheetState
from sauro.appraisals.models import Rating, Sheet, UnitRating
from sauro.appraisals.policies import results_policy
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.rules.levels import LOWEST_SCORES, Level
from sauro.appraisals.selectors.proposing_units import levels_of_units
from sauro.headcounts.protect import is_large, publish
from sauro.organizations.models import Unit
from sauro.plans.months import shifted

TARGET_PERCENT = 95
"""The share of people good or better that the resolution sets as a target."""
TREND_MONTHS = 12
FEWEST_ALIKE = 3
"""With fewer other units the middle of them would be one of them."""

CONFIRMED = (SheetState.CONFIRMED, SheetState.CLOSED)
_CODES = tuple(str(choice) for choice in LevelChoice)
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Result:
    """What one place comes to: ``people`` with a confirmed score or a decided level, out of ``expected``.

    None is withheld: ``good`` (people good or better), ``levels`` (numbers from the highest level to the lowest),
    ``mean`` (mean score) and ``work`` (standard units a person).
    """

    expected: int
    people: int
    good: int | None
    levels: tuple[int, ...] | None = None
    mean: Decimal | None = None
    work: Decimal | None = None

    @property
    def percent_good(self) -> Decimal | None:
        """People good or better in per cent."""
        if self.good is None or not self.people:
            return None
        return (Decimal(100) * self.good / self.people).quantize(_TENTH)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with its result; ``is_itself`` for people who belong to the unit asked about directly."""

    unit: Unit
    result: Result
    is_itself: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """Shares good or better, in per cent, of the other units of the kind below the same one: how many are told, and the
    least, the middle and the greatest of them."""

    units: int
    least: Decimal
    middle: Decimal
    greatest: Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """Places with their total."""

    places: Sequence[Place]
    total: Result


@dataclass(frozen=True, slots=True)
class UnitResults:
    """Everything the page of results shows. ``unit_levels``: the levels decided for the unit itself and for those
    directly below it. ``is_whole``: nothing had to be withheld for this reader."""

    unit: Unit
    month: dt.date
    of_month: Table
    trend: Sequence[tuple[dt.date, Result]]
    of_year: Table
    alike: Alike | None
    unit_levels: Sequence[tuple[Unit, UnitRating]]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Counts:
    expected: int = 0
    people: int = 0
    points: Decimal = Decimal(0)
    units: int = 0
    levels: tuple[int, ...] = (0,) * len(_CODES)

    def plus(self, row: Mapping[str, Any]) -> _Counts:
        levels = tuple(held + row[code] for held, code in zip(self.levels, _CODES, strict=True))
        return _Counts(
            self.expected + row["expected"], self.people + row["people"], self.points + (row["points"] or 0),
            self.units + (row.get("units") or 0), levels,
        )  # fmt: skip

    @property
    def cell(self) -> tuple[int, int]:
        """People good or better, and the others: the classes that are protected."""
        return sum(self.levels[:2]), sum(self.levels[2:])

    def told(self, *, whole: bool, withheld: bool = False) -> Result:
        if withheld:
            return Result(self.expected, self.people, None)
        mean = (self.points / self.people).quantize(_HUNDREDTH) if self.people else None
        work = (Decimal(self.units) / UNIT / self.people).quantize(_HUNDREDTH) if self.people and self.units else None
        return Result(self.expected, self.people, self.cell[0], self.levels if whole else None, mean, work)


def visible_result_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units whose results an actor sees."""
    return results_policy.visible(actor)


def unit_results(actor: Actor, unit: Unit, month: dt.date) -> UnitResults:
    """Return the results of a unit and what lies below it. The caller has checked that the actor sees them."""
    whole = results_policy.can(actor, "whole", unit)
    sheets = Sheet.objects.filter(unit__path__startswith=unit.path, domain=unit.domain, leave="")
    ratings = Rating.objects.filter(
        unit__path__startswith=unit.path, round__domain=unit.domain, round__year=month.year,
        round__state=RoundState.DECIDED,
    )  # fmt: skip
    children = list(Unit.objects.filter(parent=unit, domain=unit.domain).order_by("position", "sort_key"))
    levels = levels_of_units([unit, *children], month.year)
    return UnitResults(
        unit=unit,
        month=month,
        of_month=table_of(unit, children, by_path(sheets.filter(month=month), sheet_counts()), whole=whole),
        trend=_trend(sheets, month, whole=whole),
        of_year=table_of(unit, children, by_path(ratings, _rating_counts()), whole=whole),
        alike=_alike(unit, month),
        unit_levels=[(one, levels[one.pk]) for one in (unit, *children) if one.pk in levels],
        is_whole=whole,
    )


def reached(level: Level) -> Q:
    """Return the scores that reach a level and not the next; what is stored rounded is compared rounded."""
    least = Q(score__gte=LOWEST_SCORES.get(level, 0))
    return least if level is Level.EXCELLENT else least & Q(score__lt=LOWEST_SCORES[Level(level + 1)])


def sheet_counts() -> dict[str, Any]:
    """Return what is counted of confirmed sheets."""
    told = Q(state__in=CONFIRMED, score__isnull=False)
    levels = {level.code: Count("pk", filter=told & reached(level)) for level in Level}
    return {
        "expected": Count("pk"), "people": Count("pk", filter=told), "points": Sum("score", filter=told),
        "units": Sum("done", filter=told), **levels,
    }  # fmt: skip


def _rating_counts() -> dict[str, Any]:
    told = ~Q(level="")
    levels = {code: Count("pk", filter=Q(level=code)) for code in _CODES}
    return {
        "expected": Count("pk"), "people": Count("pk", filter=told), "points": Sum("score", filter=told), **levels
    }  # fmt: skip


def by_path(rows: QuerySet[Any], counts: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """Return counts for each path of a unit that has any."""
    return list(rows.values(path=F("unit__path")).annotate(**counts).order_by())


def table_of(unit: Unit, children: Sequence[Unit], rows: Iterable[Mapping[str, Any]], *, whole: bool) -> Table:
    """Add rows up to the children they lie in, and to the unit itself; unless ``whole``, small groups are withheld."""
    found: dict[Unit, _Counts] = {}
    of_path = {child.path: child for child in children}
    lengths = sorted({len(path) for path in of_path})
    for row in rows:
        place = next((of_path[row["path"][:size]] for size in lengths if row["path"][:size] in of_path), unit)
        found[place] = found.get(place, _Counts()).plus(row)
    shown = publish({str(place.pk): counts.cell for place, counts in found.items()})
    places = [
        Place(place, _told(counts, shown.cells[str(place.pk)], whole=whole), is_itself=place == unit)
        for place in (unit, *children)
        for counts in [found.get(place)]
        if counts is not None
    ]
    return Table(places, _told(_sum(found.values()), shown.total, whole=whole))


def _told(counts: _Counts, shown: tuple[int, ...] | None, *, whole: bool) -> Result:
    return counts.told(whole=whole, withheld=not whole and shown is None)


def _sum(counts: Iterable[_Counts]) -> _Counts:
    total = _Counts()
    for one in counts:
        levels = tuple(a + b for a, b in zip(total.levels, one.levels, strict=True))
        total = _Counts(
            total.expected + one.expected, total.people + one.people, total.points + one.points,
            total.units + one.units, levels,
        )  # fmt: skip
    return total


def _trend(sheets: QuerySet[Sheet], month: dt.date, *, whole: bool) -> list[tuple[dt.date, Result]]:
    months = [shifted(month, -back) for back in reversed(range(TREND_MONTHS))]
    rows = sheets.filter(month__in=months).values("month").annotate(**sheet_counts()).order_by()
    found = {row["month"]: _Counts().plus(row) for row in rows}
    counted = [(one, found.get(one, _Counts())) for one in months]
    return [(one, held.told(whole=whole, withheld=not whole and not is_large(held.cell))) for one, held in counted]


def _alike(unit: Unit, month: dt.date) -> Alike | None:
    """The other units of the kind below the same one, as far as each may be told to anybody."""
    if unit.parent is None:
        return None
    others = list(Unit.objects.filter(parent=unit.parent, kind=unit.kind, domain=unit.domain).exclude(pk=unit.pk))
    if len(others) < FEWEST_ALIKE:
        return None
    rows = Sheet.objects.filter(unit__path__startswith=unit.parent.path, domain=unit.domain, leave="", month=month)
    table = table_of(unit.parent, others, by_path(rows, sheet_counts()), whole=False)
    shares = [one.result.percent_good for one in table.places if not one.is_itself]
    known = sorted(share for share in shares if share is not None)
    if len(known) < FEWEST_ALIKE:
        return None
    return Alike(len(known), known[0], Decimal(median(known)).quantize(_TENTH), known[-1])

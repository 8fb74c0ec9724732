"""How figures add up, over units and over periods. Pure: no database, no clock.

Each figure has a rule. Over units *sum* and *latest* are added and *ratio* is the sum of the numerators over the sum of
the denominators; over periods *latest* takes the newest figure instead (a number at the end of a month does not add up
to a number at the end of a year). *None* never adds up. A unit that gave no figure counts as no figure, not as zero,
and every total says how many gave one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sauro.periodic_reports.enums import FigureRule

PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure and how it adds up. A ratio names the codes of its numerator and denominator."""

    code: str
    rule: FigureRule
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """The figure of one report, or of several together.

    ``value`` is None where there is no figure. ``counted`` is the number of reports that gave one. Of a ratio
    ``numerator`` and ``denominator`` hold what its value is worked out from, and the value is in percent; without a
    denominator, or over nothing, it has none.
    """

    value: Decimal | None = None
    counted: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None


Report = Mapping[str, Entry]
NO_ENTRY = Entry()


def report_of(specs: Iterable[FigureSpec], values: Mapping[str, Decimal | None]) -> dict[str, Entry]:
    """Return the report of one unit from the values it gave by code, with its ratios worked out."""
    return {spec.code: _own(spec, values) for spec in specs}


def over_units(specs: Sequence[FigureSpec], reports: Sequence[Report]) -> dict[str, Entry]:
    """Return the figures of many units together. The order of the reports does not matter."""
    return {spec.code: _together(spec, [report.get(spec.code, NO_ENTRY) for report in reports], _sum) for spec in specs}


def over_periods(specs: Sequence[FigureSpec], reports: Sequence[Report]) -> dict[str, Entry]:
    """Return the figures of several periods of one unit together, the reports from the oldest to the newest."""
    return {
        spec.code: _together(
            spec,
            [report.get(spec.code, NO_ENTRY) for report in reports],
            _newest if spec.rule == FigureRule.LATEST else _sum,
        )
        for spec in specs
    }


def _own(spec: FigureSpec, values: Mapping[str, Decimal | None]) -> Entry:
    if spec.rule == FigureRule.RATIO:
        return _ratio(values.get(spec.numerator), values.get(spec.denominator), 1)
    value = values.get(spec.code)
    return NO_ENTRY if value is None else Entry(value, 1)


def _together(spec: FigureSpec, entries: Sequence[Entry], add: Callable[[Sequence[Decimal]], Decimal]) -> Entry:
    if spec.rule == FigureRule.RATIO:
        # Only reports that gave both parts: a numerator without its denominator would bend the share.
        whole = [one for one in entries if one.numerator is not None and one.denominator is not None]
        if not whole:
            return NO_ENTRY
        return _ratio(
            sum((one.numerator for one in whole if one.numerator is not None), Decimal()),
            sum((one.denominator for one in whole if one.denominator is not None), Decimal()),
            sum(one.counted for one in whole),
        )
    counted = sum(one.counted for one in entries)
    values = [one.value for one in entries if one.value is not None]
    if spec.rule == FigureRule.NONE or not values:
        return Entry(None, counted)
    return Entry(add(values), counted)


def _ratio(numerator: Decimal | None, denominator: Decimal | None, counted: int) -> Entry:
    if numerator is None or denominator is None:
        return NO_ENTRY
    value = PERCENT * numerator / denominator if denominator else None
    return Entry(value, counted, numerator, denominator)


def _sum(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal())


def _newest(values: Sequence[Decimal]) -> Decimal:
    return values[-1]

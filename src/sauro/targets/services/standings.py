"""Works out how the years of a share stand, and those of the shares above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sauro.targets import rules
from sauro.targets.models import Actual, Share, YearLine
from sauro.targets.rules import AddUp, Amount, Direction


@dataclass(frozen=True, slots=True)
class _Figure:
    """The figure of a year: where it comes from and when it was taken."""

    amount: Amount
    newest: Actual | None
    parts: Sequence[YearLine] = ()
    counted: int = 0
    of: int = 0


def refresh(share: Share) -> None:
    """Work out the lines of a share anew, and then those of the shares above. The indicator must be locked."""
    current: Share | None = share
    while current is not None:
        _refresh_one(current)
        current = Share.objects.select_related("indicator", "unit", "parent").filter(parts=current).first()


def cut_of(lines: Sequence[YearLine], share: Share) -> Sequence[YearLine]:
    """Return the lines of parts that together make the whole once.

    The same whole may be divided twice, over the communes and over departments that answer for it: communes count when
    one of them gave a figure, otherwise the bodies of the own level.
    """
    local = [one for one in lines if one.share.unit.level != share.unit.level]
    if any(one.actual is not None for one in local):
        return local
    return [one for one in lines if one.share.unit.level == share.unit.level] or local


def _refresh_one(share: Share) -> None:
    lines = {line.year: line for line in share.lines.all()}
    newest: dict[int, Actual] = {}
    for actual in share.actuals.filter(is_cancelled=False).order_by("as_of", "recorded_at", "id"):
        newest[actual.as_of.year] = actual
    below: dict[int, list[YearLine]] = defaultdict(list)
    for line in YearLine.objects.filter(share__parent=share).select_related("share__unit"):
        below[line.year].append(line)
    with_figures = {year for year, parts in below.items() if any(one.actual is not None for one in parts)}
    for year in sorted({*newest, *with_figures} - set(lines)):
        lines[year] = YearLine(share=share, year=year)
    for year in sorted(lines):
        before = lines.get(year - 1)
        baseline = before.actual if before is not None and before.actual is not None else _base(share, year)
        _write(lines[year], share, _figure(share, newest.get(year), below.get(year, [])), baseline)


def _base(share: Share, year: int) -> Decimal | None:
    return share.baseline if share.baseline_year is not None and share.baseline_year < year else None


def _figure(share: Share, newest: Actual | None, below: Sequence[YearLine]) -> _Figure:
    parts = cut_of(below, share)
    if newest is not None:
        return _Figure(Amount(newest.value, newest.numerator, newest.denominator), newest, of=len(parts))
    amounts = [Amount(one.actual, one.actual_numerator, one.actual_denominator) for one in parts]
    total = rules.together(AddUp(share.indicator.rule), amounts, per=share.indicator.per)
    given = [one for one in parts if one.actual is not None]
    return _Figure(total.amount, None, given if total.counted else (), total.counted, total.of)


def _write(line: YearLine, share: Share, figure: _Figure, baseline: Decimal | None) -> None:
    rule, direction = AddUp(share.indicator.rule), Direction(share.indicator.direction)
    days = [day for one in figure.parts for day in (one.actual_since, one.actual_on) if day is not None]
    if figure.newest is not None:
        days = [figure.newest.as_of]
    line.actual, line.is_summed = figure.amount.value, bool(figure.parts)
    line.actual_numerator, line.actual_denominator = figure.amount.numerator, figure.amount.denominator
    line.actual_on, line.actual_since = max(days, default=None), min(days, default=None)
    line.counted, line.parts = figure.counted, figure.of
    line.progress = rules.progress(rule, direction, baseline=baseline, target=line.target, actual=line.actual)
    line.standing = rules.standing(
        rule, direction, baseline=baseline, target=line.target, actual=line.actual, year=line.year, on=line.actual_on
    )
    line.save()

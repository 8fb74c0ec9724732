"""The arithmetic of targets: adding up, progress, gap and pace. Pure: no Django, no database, no clock.

Values are exact decimals. Only a division rounds, to :data:`STEP`. A share ("tỷ lệ") is never averaged: it is worked
out from the sum of the numerators over the sum of the denominators, of those parts alone that gave both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from enum import StrEnum

STEP = Decimal("0.000001")
LARGEST = Decimal(10) ** 15
PERCENT = Decimal(100)
STALE_DAYS = 120
"""After so many days without a new figure a running year says nothing about its pace any more."""
MOST_SHOWN = 200
"""Beside other units progress is drawn up to so many percent: one small target would dwarf all the others."""
_DAYS_OF_MONTH = Decimal(365) / Decimal(12)
_PRECISION = 50
"""Digits kept inside one calculation: enough for products of the longest numbers that are stored."""


class AddUp(StrEnum):
    """How an indicator adds up.

    *Sum* counts through the year and adds over units; *latest* is the state on a day and adds over units; *ratio* is a
    numerator over a denominator; *none* never adds up (a growth rate, a place in a ranking).
    """

    SUM = "sum"
    LATEST = "latest"
    RATIO = "ratio"
    NONE = "none"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Standing(StrEnum):
    """How a figure stands to its target on the day it was taken."""

    REACHED = "reached"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure. Of a share ``numerator`` and ``denominator`` say what it is worked out from, when they are known."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


NOTHING = Amount()


@dataclass(frozen=True, slots=True)
class Total:
    """Parts together: the amount, how many parts were counted, and of how many."""

    amount: Amount
    counted: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every part gave a figure."""
        return self.counted == self.of


def divided(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return a quotient, rounded half to even to :data:`STEP`."""
    with localcontext() as context:
        context.prec = _PRECISION
        return (numerator / denominator).quantize(STEP, rounding=ROUND_HALF_EVEN)


def share(numerator: Decimal | None, denominator: Decimal | None, *, per: int) -> Amount:
    """Return a share worked out from its two parts, in units of one ``per``-th; without value over nothing."""
    if numerator is None or denominator is None or denominator == 0:
        return Amount(None, numerator, denominator)
    return Amount(divided(numerator * per, denominator), numerator, denominator)


def together(rule: AddUp, parts: Sequence[Amount], *, per: int = 100) -> Total:
    """Return the figures of several units together. The order does not matter; a missing figure is not a zero."""
    if rule == AddUp.NONE:
        return Total(NOTHING, 0, len(parts))
    if rule == AddUp.RATIO:
        whole = [(one.numerator, one.denominator) for one in parts]
        pairs = [(top, bottom) for top, bottom in whole if top is not None and bottom is not None]
        if not pairs:
            return Total(NOTHING, 0, len(parts))
        amount = share(_sum(top for top, _ in pairs), _sum(bottom for _, bottom in pairs), per=per)
        return Total(amount, len(pairs), len(parts))
    values = [one.value for one in parts if one.value is not None]
    return Total(Amount(_sum(values)) if values else NOTHING, len(values), len(parts))


def remainder(rule: AddUp, whole: Amount, parts: Sequence[Amount]) -> Decimal | None:
    """Return what of a target is not divided yet: negative when more was given than there is, None for what has none.

    Shares and figures that do not add up leave no remainder.
    """
    if rule not in (AddUp.SUM, AddUp.LATEST) or whole.value is None:
        return None
    return whole.value - _sum(one.value for one in parts if one.value is not None)


def is_reached(direction: Direction, target: Decimal, actual: Decimal) -> bool:
    """Tell whether a figure reaches a target."""
    return actual >= target if direction == Direction.UP else actual <= target


def is_weaker(direction: Direction, than: Decimal, target: Decimal) -> bool:
    """Tell whether a target asks for less than another one."""
    return target < than if direction == Direction.UP else target > than


def gap(direction: Direction, target: Decimal, actual: Decimal) -> Decimal:
    """Return what is missing to the target, zero when it is reached."""
    missing = target - actual if direction == Direction.UP else actual - target
    return max(missing, Decimal(0))


def start_of(rule: AddUp, baseline: Decimal | None) -> Decimal | None:
    """Return where a year sets out: what is counted through the year from nothing, a state from the one before."""
    return Decimal(0) if rule == AddUp.SUM else baseline


def progress(
    rule: AddUp, direction: Direction, *, baseline: Decimal | None, target: Decimal | None, actual: Decimal | None
) -> Decimal | None:
    """Return how much of the way from the start to the target is done, in percent; below zero when it went backwards.

    None without target or figure, and where there is no way to measure: no start, a start beyond the target, or
    a count that must stay below a limit.
    """
    if target is None or actual is None:
        return None
    start = start_of(rule, baseline)
    if start is None and direction == Direction.UP and target > 0:
        start = Decimal(0)
    if start is None or not is_weaker(direction, target, start):
        return None
    return divided((actual - start) * PERCENT, target - start)


def elapsed(year: int, on: dt.date) -> Decimal:
    """Return the part of a year that is over at the end of a day, from 0 to 1."""
    first = dt.date(year, 1, 1)
    length = (dt.date(year + 1, 1, 1) - first).days
    days = min(max((on - first).days + 1, 0), length)
    return Decimal(days) / Decimal(length)


def expected(
    rule: AddUp, direction: Direction, *, baseline: Decimal | None, target: Decimal, year: int, on: dt.date
) -> Decimal | None:
    """Return what an even pace would have reached by a day; None where nothing says where the year set out."""
    start = start_of(rule, baseline)
    if start is None or (rule != AddUp.SUM and not is_weaker(direction, target, start)):
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        return (start + (target - start) * elapsed(year, on)).quantize(STEP, rounding=ROUND_HALF_EVEN)


def standing(
    rule: AddUp,
    direction: Direction,
    *,
    baseline: Decimal | None,
    target: Decimal | None,
    actual: Decimal | None,
    year: int,
    on: dt.date | None,
) -> Standing:
    """Return how a figure taken ``on`` a day stands to the target of the year.

    A count that must stay below a limit is reached only when the year is over: until then it is on pace or behind.
    A state without a start is behind as long as it is not reached.
    """
    if target is None or actual is None or on is None:
        return Standing.UNKNOWN
    reached = is_reached(direction, target, actual)
    is_limit = rule == AddUp.SUM and direction == Direction.DOWN
    if reached and not (is_limit and on < dt.date(year, 12, 31)):
        return Standing.REACHED
    due = expected(rule, direction, baseline=baseline, target=target, year=year, on=on)
    if due is None:
        return Standing.BEHIND
    return Standing.ON_PACE if is_reached(direction, due, actual) else Standing.BEHIND


def monthly(amount: Decimal, days: int) -> Decimal | None:
    """Return an amount over some days as one a month, None for no days."""
    return None if days <= 0 else divided(amount * _DAYS_OF_MONTH, Decimal(days))


def required_pace(direction: Direction, *, target: Decimal, actual: Decimal, year: int, on: dt.date) -> Decimal | None:
    """Return what must be won a month from a day to the end of the year; zero when reached, None when it is over."""
    missing = gap(direction, target, actual)
    return Decimal(0) if missing == 0 else monthly(missing, (dt.date(year, 12, 31) - on).days)


def present_pace(rule: AddUp, *, baseline: Decimal | None, actual: Decimal, year: int, on: dt.date) -> Decimal | None:
    """Return what was won a month since the beginning of the year; None where nothing says where it set out."""
    start = start_of(rule, baseline)
    return None if start is None else monthly(abs(actual - start), (on - dt.date(year, 1, 1)).days + 1)


def shown_progress(percent: Decimal) -> Decimal:
    """Return progress within what can be compared: from 0 to :data:`MOST_SHOWN` percent."""
    return min(max(percent, Decimal(0)), Decimal(MOST_SHOWN))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place among others: equals share a place, and the next place counts them all."""

    key: str
    value: Decimal
    place: int


def ranking(direction: Direction, values: Iterable[tuple[str, Decimal]]) -> list[Ranked]:
    """Return the best first. ``values`` are keys with their values."""
    ordered = sorted(values, key=lambda one: (one[1] if direction == Direction.DOWN else -one[1], one[0]))
    ranked: list[Ranked] = []
    for index, (key, value) in enumerate(ordered, 1):
        tied = ranked and ranked[-1].value == value
        ranked.append(Ranked(key, value, ranked[-1].place if tied else index))
    return ranked


def _sum(values: Iterable[Decimal]) -> Decimal:
    with localcontext() as context:
        context.prec = _PRECISION
        return sum(values, Decimal(0))

"""From months or quarters to the year (NĐ 335/2025 Điều 17 khoản 3, Điều 11, Điều 19; NĐ 233/2026 Điều 12, Điều 14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.instruments import QD366
from sauro.appraisals.rules.options import Settings

LEAST_MONTHS = 6


class State(StrEnum):
    """What is known of a period: scored; scored before it ended; not worked (leave); worked but not scored yet."""

    WORKED = "worked"
    PROVISIONAL = "provisional"
    ABSENT = "absent"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Stay:
    """Part of a period in one unit: days worked there and the score that unit gave."""

    unit: str
    days: int
    score: Fraction


@dataclass(frozen=True, slots=True)
class Period:
    """A month (1 to 12) or quarter (1 to 4) of the year, with one score or with the stays it is made of."""

    index: int
    state: State
    score: Fraction | None = None
    stays: tuple[Stay, ...] | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """Means of a year, exact; None where nothing was scored. ``rated`` is whether a yearly rating is due at all.

    ``counted``: periods in the mean. ``missing``: periods without a score. ``provisional``: the year may still change.
    """

    quarters: tuple[Fraction | None, ...]
    halves: tuple[Fraction | None, ...]
    year: Fraction | None
    counted: int
    missing: tuple[int, ...]
    provisional: bool
    months_worked: Fraction
    rated: bool


def mean(scores: Iterable[Fraction]) -> Fraction | None:
    """The arithmetic mean of the periods worked (Điều 17 khoản 3, Điều 11 khoản 2); None of none."""
    known = tuple(scores)
    return sum(known, Fraction(0)) / len(known) if known else None


def score_of_stays(stays: Sequence[Stay], settings: Settings) -> Fraction:
    """One score of a period spent in several units (Điều 19 khoản 1 hands the results on and does not say how one month
    is put together): weighed by days, their mean, or that of the longest stay, of equal ones the last."""
    if not stays or min(stay.days for stay in stays) <= 0:
        raise RuleError("days_not_positive")
    if settings.moved == "longest":
        return max(reversed(stays), key=lambda stay: stay.days).score
    if settings.moved == "mean":
        return sum((stay.score for stay in stays), Fraction(0)) / len(stays)
    return sum((stay.score * stay.days for stay in stays), Fraction(0)) / sum(stay.days for stay in stays)


def due_for_rating(months_worked: Fraction, settings: Settings) -> bool:
    """Whether six months were worked (Điều 11 khoản 1; NĐ 233 Điều 14 khoản 1). Sick and maternity leave are excepted
    where the rating is proposed (``rate_person``). The text at hand of QĐ 366-QĐ/TW has no such clause."""
    return settings.rules is QD366 or months_worked >= LEAST_MONTHS


def year_of(periods: Iterable[Period], settings: Settings, months_worked: Fraction | None = None) -> Year:
    """Means of quarters, halves and the year. Periods not given are missing: leave has to be said.

    ``months_worked`` counts by itself when the year runs by months: each month that is not leave is one.
    """
    length = 12 if settings.period == "month" else 4
    known = _by_index(periods, length)
    states = {i: known[i].state if i in known else State.MISSING for i in range(1, length + 1)}
    scores = {i: _score(period, settings) for i, period in sorted(known.items()) if _scored(period.state)}
    if settings.provisional == "left_out":
        scores = {i: score for i, score in scores.items() if states[i] is not State.PROVISIONAL}
    if months_worked is None:
        if settings.period == "quarter":
            raise RuleError("months_worked_missing")
        months_worked = Fraction(sum(state is not State.ABSENT for state in states.values()))

    def part(number: int, parts: int) -> Fraction | None:
        size = length // parts
        return mean(score for i, score in scores.items() if (i - 1) // size == number)

    missing = tuple(i for i, state in states.items() if state is State.MISSING)
    return Year(
        quarters=tuple(part(number, 4) for number in range(4)),
        halves=tuple(part(number, 2) for number in range(2)),
        year=mean(scores.values()),
        counted=len(scores),
        missing=missing,
        provisional=bool(missing) or State.PROVISIONAL in states.values(),
        months_worked=months_worked,
        rated=due_for_rating(months_worked, settings),
    )


def _by_index(periods: Iterable[Period], length: int) -> dict[int, Period]:
    known: dict[int, Period] = {}
    for period in periods:
        if not 1 <= period.index <= length:
            raise RuleError("unknown_period", str(period.index))
        if period.index in known:
            raise RuleError("duplicate_period", str(period.index))
        known[period.index] = period
    return known


def _scored(state: State) -> bool:
    return state in (State.WORKED, State.PROVISIONAL)


def _score(period: Period, settings: Settings) -> Fraction:
    if period.stays is not None:
        scores = [stay.score for stay in period.stays]
    elif period.score is not None:
        scores = [period.score]
    else:
        raise RuleError("score_missing", str(period.index))
    if any(not 0 <= score <= 100 for score in scores):
        raise RuleError("score_out_of_range", str(period.index))
    return scores[0] if period.stays is None else score_of_stays(period.stays, settings)

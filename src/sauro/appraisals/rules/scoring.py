"""The score of one period (NĐ 335/2025 Điều 12, 14 to 17; NĐ 233/2026 Điều 10 to 12), each clause a function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.rules.leadership import LEADER_TERMS, Leader
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.tasks import Sums

RESULT_POINTS = Fraction(70)
WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class PeriodScore:
    """Every figure of a scored period, exact. Terms and k are shares (1 is 100 %), the rest are points.

    ``score`` is None when nothing was assigned (``reason`` "nothing_assigned"); then there are no terms either.
    """

    sums: Sums
    general: Fraction
    terms: Mapping[str, Fraction]
    k: Fraction | None = None
    results_uncapped: Fraction | None = None
    results: Fraction | None = None
    score: Fraction | None = None
    reason: str = ""


def denominator(sums: Sums, settings: Settings) -> int:
    """A, in ten-thousandths of a standard unit: what was assigned when the period opened (Điều 14 khoản 1, Điều 18
    khoản 1 điểm d). Without any, zero, or by ``empty_plan`` the work that came later."""
    if sums.assigned == 0 and settings.empty_plan == "added_as_plan":
        return sums.added
    return sums.assigned


def quantity(sums: Sums, base: int) -> Fraction:
    """a: what was done, over A (Điều 14 khoản 2 điểm a). Added work can carry it over 100 %."""
    return Fraction(sums.done, base)


def quality(sums: Sums, base: int) -> Fraction:
    """b: what was done and of good content, over A; each failing takes 25 % of it (Điều 14 khoản 2 điểm b)."""
    return Fraction(sums.quality, base * 100)


def progress(sums: Sums, base: int) -> Fraction:
    """c: what was done in time, over A; each time late takes 25 % of that product (Điều 14 khoản 2 điểm c)."""
    return Fraction(sums.progress, base * 100)


def task_terms(sums: Sums, base: int, settings: Settings) -> dict[str, Fraction]:
    """a, b and c (Điều 14 khoản 2), each at most 100 % where the setting ``points_cap`` puts the end there."""
    terms = {"a": quantity(sums, base), "b": quality(sums, base), "c": progress(sums, base)}
    if settings.points_cap == "terms":
        return {name: min(value, WHOLE) for name, value in terms.items()}
    return terms


def leader_terms(leader: Leader, settings: Settings) -> dict[str, Fraction]:
    """d, đ and e of a leader (Điều 15 khoản 3, khoản 4)."""
    found = {name: clause(leader, settings) for name, clause in LEADER_TERMS.items()}
    return {name: value for name, value in found.items() if value is not None}


def mean_of_terms(terms: Mapping[str, Fraction], settings: Settings) -> Fraction:
    """K: (a + b + c) / 3, of leaders (a + b + c + d + đ + e) / 6 (Điều 16 khoản 1, khoản 2).

    Under other instruments the unit's regulation may weigh the terms (NĐ 233/2026 Điều 12 khoản 5).
    """
    weights = {name: settings.weights.get(name, WHOLE) for name in terms}
    total = sum(weights.values(), Fraction(0))
    if total == 0:
        raise RuleError("weights_empty")
    return sum((terms[name] * weight for name, weight in weights.items()), Fraction(0)) / total


def result_points(k: Fraction) -> Fraction:
    """K times 70, before the end at 70 (Điều 17 khoản 1)."""
    return k * RESULT_POINTS


def capped_points(points: Fraction) -> Fraction:
    """At most 70 points for results (Điều 12 khoản 3)."""
    return min(points, RESULT_POINTS)


def total_points(general: Fraction, results: Fraction) -> Fraction:
    """The score of the period: general criteria and results together, 0 to 100 (Điều 17 khoản 1)."""
    return general + results


def score_period(sums: Sums, general: Fraction, leader: Leader | None, settings: Settings) -> PeriodScore:
    """Score a month or quarter from its sums; ``general`` as ``general_points`` gives it, ``leader`` None for staff."""
    base = denominator(sums, settings)
    if base == 0:
        return PeriodScore(sums, general, {}, reason="nothing_assigned")
    terms = task_terms(sums, base, settings)
    if leader is not None:
        terms |= leader_terms(leader, settings)
    k = mean_of_terms(terms, settings)
    uncapped = result_points(k)
    results = capped_points(uncapped)
    return PeriodScore(sums, general, terms, k, uncapped, results, total_points(general, results))


def staff_score(sums: Sums, general: Fraction, settings: Settings) -> Fraction | None:
    """The score alone of somebody who does not lead, for many at once: that of ``score_period``, in whole numbers.

    With equal weights a + b + c is one sum over one base (Điều 14, Điều 16 khoản 1, Điều 17 khoản 1).
    """
    if settings.weights:
        return score_period(sums, general, None, settings).score
    full = denominator(sums, settings) * 100
    if full == 0:
        return None
    most = full if settings.points_cap == "terms" else None
    parts = (sums.done * 100, sums.quality, sums.progress)
    total = sum(parts if most is None else (min(part, most) for part in parts))
    return general + (RESULT_POINTS if total >= 3 * full else Fraction(70 * total, 3 * full))


def standard_units(ten_thousandths: int) -> Fraction:
    """Sums of units as standard units."""
    return Fraction(ten_thousandths, UNIT)

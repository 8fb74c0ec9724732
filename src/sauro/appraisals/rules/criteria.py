"""The general criteria, thirty points (NĐ 335/2025 Điều 12 khoản 2 and Phụ lục I; NĐ 233/2026 Điều 10)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.instruments import ND335
from sauro.appraisals.rules.options import Settings

GENERAL_POINTS = Fraction(30)
_HALF_OF_FIVE = Fraction(5, 2)

# Mẫu số 01 of NĐ 335/2025: the codes of Phụ lục I with their greatest points.
CRITERIA_335: Mapping[str, Fraction] = {
    "I.1": Fraction(5),
    "I.2": Fraction(5),
    "II.1": _HALF_OF_FIVE,
    "II.2": _HALF_OF_FIVE,
    "II.3": _HALF_OF_FIVE,
    "II.4": _HALF_OF_FIVE,
    "III.1": _HALF_OF_FIVE,
    "III.2": _HALF_OF_FIVE,
    "III.3": _HALF_OF_FIVE,
    "III.4": _HALF_OF_FIVE,
}
# Where the instrument divides nothing and the unit has not yet either, the thirty points are one figure.
UNDIVIDED: Mapping[str, Fraction] = {"G": GENERAL_POINTS}


def limits_of(settings: Settings) -> Mapping[str, Fraction]:
    """The greatest points of each criterion that is scored.

    A division of one's own (setting ``criteria``) must add up to thirty and, under NĐ 335/2025, inside each criterion
    of Phụ lục I to its points: "II.1.a" and "II.1.b" lie inside "II.1".
    """
    if not settings.criteria:
        return CRITERIA_335 if settings.rules is ND335 else UNDIVIDED
    if settings.rules is ND335:
        for code, most in CRITERIA_335.items():
            inside = [m for c, m in settings.criteria.items() if c == code or c.startswith(f"{code}.")]
            if sum(inside, Fraction(0)) != most:
                raise RuleError("criteria_split", code)
    if sum(settings.criteria.values(), Fraction(0)) != GENERAL_POINTS:
        raise RuleError("criteria_split")
    return settings.criteria


def general_points(points: Mapping[str, Fraction], settings: Settings) -> Fraction:
    """The points of all general criteria together, 0 to 30; each scored, none above its greatest points."""
    limits = limits_of(settings)
    for code in points:
        if code not in limits:
            raise RuleError("unknown_criterion", code)
    for code, most in limits.items():
        if code not in points:
            raise RuleError("criterion_missing", code)
        if not 0 <= points[code] <= most:
            raise RuleError("points_out_of_range", code)
    return sum(points.values(), Fraction(0))

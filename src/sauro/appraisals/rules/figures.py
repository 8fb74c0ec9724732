"""Exact numbers, and the one place where they are rounded.

Thirds and sixths occur in every score, so no number of decimals would be exact and a score of 90 could be missed by
its last digit. Figures are fractions inside; ``rounded`` is for screens, files and comparisons of figures only.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError

# Long enough for every score of a year, short enough that no input costs time.
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30}|/[1-9]\d{0,29})?", re.ASCII)

SHOWN_PLACES = 2
UNIT_PLACES = 4
# Standard units are counted in ten-thousandths, and what is kept of them after deductions in per cent of these.
UNIT = 10**UNIT_PLACES
KEPT = UNIT * 100


def exact(value: str | int | Decimal | Fraction, where: str = "") -> Fraction:
    """The number written as a decimal ("27.5") or a fraction ("275/3"), unchanged. Anything else is refused."""
    if isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
        try:
            return Fraction(value)
        except (ValueError, OverflowError):
            raise RuleError("not_a_number", where) from None
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise RuleError("not_a_number", where)
    return Fraction(value)


def rounded(value: Fraction, places: int = SHOWN_PLACES) -> Decimal:
    """Half up (away from zero) to so many decimals. The decrees set no rounding; scores are stored unrounded."""
    twice, rest = divmod(abs(value) * 10**places * 2, 2)
    whole = int(twice) + (1 if rest >= 1 else 0)
    number = Decimal(whole if value >= 0 else -whole).scaleb(-places)
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def hundredths(points: Fraction) -> int:
    """Points as they are shown, in hundredths: what ``rounded`` comes to for what is not negative, for many at once."""
    return (200 * points.numerator + points.denominator) // (2 * points.denominator)


def shown(value: Fraction, places: int = SHOWN_PLACES) -> str:
    """The rounded number as it is printed in Vietnam: "91,67"."""
    return f"{rounded(value, places):f}".replace(".", ",")


def plain(value: Fraction) -> str:
    """The number without needless decimals, at most four of them: "12", "13,5"."""
    text = f"{rounded(value, UNIT_PLACES):f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def units_of(value: Fraction, where: str = "") -> int:
    """Standard units as an integer number of ten-thousandths; more than nothing and not finer than that."""
    scaled = value * UNIT
    if scaled <= 0:
        raise RuleError("units_not_positive", where)
    if scaled.denominator != 1:
        raise RuleError("units_too_fine", where)
    return int(scaled)

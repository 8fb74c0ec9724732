"""The four levels and the scores they begin at (NĐ 335/2025 Điều 8, Điều 20; NĐ 233/2026 Điều 7, Điều 12; QĐ 366)."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import rounded
from sauro.appraisals.rules.options import Settings


class Level(IntEnum):
    """A rating, ordered from worst to best; ``code`` is the usual abbreviation, ``title`` the words of the law."""

    FAILED = 0
    COMPLETED = 1
    GOOD = 2
    EXCELLENT = 3

    @property
    def code(self) -> str:
        """XS, TOT, HT or KHT."""
        return ("KHT", "HT", "TOT", "XS")[self]

    @property
    def title(self) -> str:
        """The words of the law, in Vietnamese."""
        return (
            "Không hoàn thành nhiệm vụ",
            "Hoàn thành nhiệm vụ",
            "Hoàn thành tốt nhiệm vụ",
            "Hoàn thành xuất sắc nhiệm vụ",
        )[self]


BY_CODE = {level.code: level for level in Level}
LOWEST_SCORES = {Level.EXCELLENT: 90, Level.GOOD: 70, Level.COMPLETED: 50}


def reaches(score: Fraction, limit: int, settings: Settings) -> bool:
    """Whether a score reaches a limit: the exact score, or by setting the shown one (89,995 is shown as 90,00)."""
    return (Fraction(rounded(score)) if settings.threshold == "shown" else score) >= limit


def level_of(score: Fraction, settings: Settings) -> Level:
    """The level of a score alone: from 90, from 70, from 50, below (Điều 20 khoản 1 to khoản 4 điểm a)."""
    if not 0 <= score <= 100:
        raise RuleError("score_out_of_range")
    return next((level for level, least in LOWEST_SCORES.items() if reaches(score, least, settings)), Level.FAILED)

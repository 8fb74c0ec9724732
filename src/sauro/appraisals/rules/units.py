"""Levels of organisations (NĐ 335/2025/NĐ-CP Điều 8) and of public service units (NĐ 233/2026/NĐ-CP Điều 7)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sauro.appraisals.rules.levels import Level, level_of
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.people import HUNDRED, unmet
from sauro.appraisals.rules.proposals import Proposal, by_conditions, lowest, proposal


@dataclass(frozen=True, slots=True)
class UnitYear:
    """An organisation's year: score, shares of its tasks in per cent, and what was concluded about it.

    ``on_time_and_good``: done, in time and of good quality. ``late``: not in time. ``beyond``: above what was required.
    """

    score: Fraction
    done: Fraction
    on_time_and_good: Fraction
    late: Fraction
    beyond: Fraction
    defects_fixed: bool
    sub_unit_failed: bool = False
    personnel_violation: bool = False
    force_majeure: bool = False


def rate_unit(year: UnitYear, settings: Settings) -> Proposal:
    """Propose the level of an organisation (Điều 8; NĐ 233 Điều 7). The cap comes after (``share_out``)."""
    by_score = level_of(year.score, settings)
    forced = unit_triggers(year)
    if by_score is Level.FAILED:
        forced.append("score_below_50")
    noted = ["force_majeure"] if year.force_majeure and too_little_done(year) else []
    if forced:
        return lowest(by_score, forced, noted)
    found = by_conditions(by_score, unit_conditions(year), settings)
    return proposal(found.by_score, found.highest, found.proposed, [*found.reasons, *noted])


def too_little_done(year: UnitYear) -> bool:
    """Less than 70 % of the year's tasks (Điều 8 khoản 4 điểm b; NĐ 233 Điều 7 khoản 4 điểm b)."""
    return year.done < 70


def unit_triggers(year: UnitYear) -> list[str]:
    """What forces the lowest level (Điều 8 khoản 4): concluded violations in personnel work (điểm a), less than 70 % of
    the tasks (điểm b) unless by force majeure, which the authority weighs."""
    forced = []
    if year.personnel_violation:
        forced.append("personnel_violation")
    if too_little_done(year) and not year.force_majeure:
        forced.append("under_70")
    return forced


def unit_conditions(year: UnitYear) -> dict[Level, tuple[str, ...]]:
    """The conditions of each level that do not hold (Điều 8 khoản 1, 2, 3; NĐ 233 Điều 7 khoản 1, 2, 3)."""
    in_order = ("not_on_time_and_good", year.on_time_and_good == HUNDRED)
    return {
        Level.EXCELLENT: unmet(
            in_order,
            ("not_beyond", year.beyond >= 30),
            ("sub_unit_failed", not year.sub_unit_failed),
            ("defects_not_fixed", year.defects_fixed),
        ),
        Level.GOOD: unmet(in_order),
        Level.COMPLETED: unmet(("not_all_done", year.done == HUNDRED), ("too_late", year.late <= 20)),
    }

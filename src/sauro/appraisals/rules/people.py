"""Levels of people: civil servants and public employees by the year, cadres by quarter and year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from sauro.appraisals.rules.instruments import ND233
from sauro.appraisals.rules.levels import Level, level_of
from sauro.appraisals.rules.months import due_for_rating
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.proposals import Proposal, by_conditions, lowest, proposal

HUNDRED = Fraction(100)


class Finding(StrEnum):
    """What a competent authority concluded about a person or about the unit they lead."""

    DEGRADATION = "degradation"
    FORBIDDEN_ACTS = "forbidden_acts"
    EXAMPLE = "example"
    UNIT_CORRUPTION = "unit_corruption"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A finding. ``self_reported``: the leader found, reported and dealt with it, and its effects are made good."""

    kind: Finding
    self_reported: bool = False


@dataclass(frozen=True, slots=True)
class Discipline:
    """A decision in force in ``year`` for an ``act``. ``ground``: duty, degradation, or other (no link to duty)."""

    act: str
    year: int
    ground: Literal["duty", "degradation", "other"]
    old_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What a rating of a person looks at besides work. ``used_acts``: (act, year) already used for the lowest level."""

    year: int
    score: Fraction
    months_worked: Fraction = Fraction(12)
    leave: Literal["", "unpaid", "sick", "maternity"] = ""
    leader: bool = False
    head: bool = False
    unit_level: Level | None = None
    conclusions: tuple[Conclusion, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    used_acts: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Work:
    """Shares of tasks in per cent, of a leader those of what they lead: done; in time and of good quality; late; beyond
    what was required; and whether earlier defects were made good."""

    done: Fraction
    on_time: Fraction
    late: Fraction
    beyond: Fraction
    defects_fixed: bool


@dataclass(frozen=True, slots=True)
class LedUnit:
    """What a leading cadre answers for, in per cent, and which of the five basic socio-economic targets failed."""

    done: Fraction = HUNDRED
    sub_units_failed: Fraction = Fraction(0)
    low_confidence: Fraction = Fraction(0)
    targets_failed: frozenset[str] = frozenset()


BASIC_TARGETS = 5


def rate_person(record: Record, settings: Settings) -> Proposal:
    """Propose the yearly level of a civil servant (NĐ 335/2025 Điều 20, Điều 11) or public employee (NĐ 233/2026 Điều
    12, Điều 14). The cap on the highest level comes after, over all people of the unit (``share_out``)."""
    by_score = level_of(record.score, settings)
    short = not due_for_rating(record.months_worked, settings)
    if short and not excused(record):
        return Proposal(by_score, None, None, ("under_six_months",), rated=False)
    forced, noted = triggers(record, settings)
    if short:
        noted.append("leave_exempts")
    if by_score is Level.FAILED:
        forced.append("score_below_50")
    if forced:
        return lowest(by_score, forced, noted)
    return _bounded(record, by_score, noted)


def excused(record: Record) -> bool:
    """Whether fewer than six months are rated all the same: sick or maternity leave (Điều 11 khoản 1 with khoản 2)."""
    return record.leave in ("sick", "maternity")


def triggers(record: Record, settings: Settings) -> tuple[list[str], list[str]]:
    """What forces the lowest level (Điều 20 khoản 4 điểm b to d, Điều 11 khoản 3), and what was looked at and does not.
    Codes of REASONS."""
    forced: list[str] = []
    noted: list[str] = []
    for conclusion in record.conclusions:
        code = conclusion_outcome(conclusion, record, settings)
        (forced if code == conclusion.kind else noted).append(str(code))
    for discipline in record.disciplines:
        code = discipline_outcome(discipline, record)
        (forced if code == "discipline" else noted).append(code)
        if code == "discipline" and discipline.old_organisation:
            noted.append("old_organisation")
    return forced, noted


def conclusion_outcome(conclusion: Conclusion, record: Record, settings: Settings) -> str:
    """Whether a conclusion forces the lowest level (Điều 20 khoản 4 điểm b, điểm d): its own code when it does.

    Corruption in the unit concerns leaders only. Under NĐ 233/2026 Điều 12 khoản 4 điểm d the authority weighs the case
    of a leader who found, reported and mended it.
    """
    if conclusion.kind is not Finding.UNIT_CORRUPTION:
        return conclusion.kind
    if not record.leader:
        return "finding_not_for_staff"
    if settings.rules is ND233 and conclusion.self_reported:
        return "unit_corruption_mitigated"
    return conclusion.kind


def discipline_outcome(discipline: Discipline, record: Record) -> str:
    """Whether a disciplinary decision counts: "discipline" when it does.

    In the year of appraisal and for degradation or a breach of duty (Điều 11 khoản 3 điểm a, Điều 20 khoản 4 điểm c);
    other grounds are no basis (Luật 80/2025/QH15 Điều 38 khoản 4). One act counts in one year only: neither a second
    decision on it nor a decision that follows its use counts again (Điều 11 khoản 3 điểm a, điểm b).
    """
    if discipline.year != record.year:
        return "discipline_other_year"
    if discipline.ground == "other":
        return "discipline_not_duty"
    if any(act == discipline.act and year != record.year for act, year in record.used_acts):
        return "act_used_before"
    return "discipline"


def bound_of_head(record: Record) -> Level | None:
    """The best level for the head of an organisation: the organisation's own (Điều 20 khoản 6; NĐ 233 Điều 12 khoản 7).
    Others have no such bound. None while the organisation is not rated, which comes first (Điều 9 khoản 1)."""
    return record.unit_level if record.head else Level.EXCELLENT


def _bounded(record: Record, by_score: Level, noted: list[str]) -> Proposal:
    waits = "unit_corruption_mitigated" in noted
    reasons = [*noted, "authority_decides"] if waits else list(noted)
    bound = bound_of_head(record)
    if bound is None:
        return proposal(by_score, by_score, None, [*reasons, "unit_not_rated"])
    # The levels begin at their scores (Điều 20 khoản 1 to 3), so no decision can lift somebody above theirs.
    highest = min(by_score, bound)
    if highest != by_score:
        reasons.append("head_above_unit")
    return proposal(by_score, highest, None if waits else highest, reasons)


def rate_cadre(record: Record, work: Work, unit: LedUnit, settings: Settings) -> Proposal:
    """Propose the level of a cadre for a quarter or year (QĐ 366-QĐ/TW Điều 11); ``unit`` matters for leaders only."""
    by_score = level_of(record.score, settings)
    forced = sorted(set(_cadre_triggers(record, work, unit, settings)))
    if by_score is Level.FAILED:
        forced.append("score_below_50")
    if forced:
        return lowest(by_score, forced)
    return by_conditions(by_score, cadre_conditions(work, leader=record.leader), settings)


def cadre_conditions(work: Work, *, leader: bool) -> dict[Level, tuple[str, ...]]:
    """The conditions of each level that do not hold (Điều 11).

    Highest: everything done (of those who do not lead also in time), 30 % beyond what was required, all defects made
    good. Second: everything in time. Third: at most 20 % late.
    """
    return {
        Level.EXCELLENT: unmet(
            ("not_all_done", work.done == HUNDRED),
            ("not_beyond", work.beyond >= 30),
            ("defects_not_fixed", work.defects_fixed),
            ("not_on_time", leader or work.on_time == HUNDRED),
        ),
        Level.GOOD: unmet(("not_on_time", work.on_time == HUNDRED)),
        Level.COMPLETED: unmet(("too_late", work.late <= 20)),
    }


def unmet(*conditions: tuple[str, bool]) -> tuple[str, ...]:
    """The codes of the conditions that do not hold."""
    return tuple(code for code, holds in conditions if not holds)


def _cadre_triggers(record: Record, work: Work, unit: LedUnit, settings: Settings) -> Iterable[str]:
    for conclusion in record.conclusions:
        if record.leader or conclusion.kind is Finding.DEGRADATION:
            yield conclusion.kind.value
    if any(discipline.year == record.year for discipline in record.disciplines):
        yield "discipline"
    if not record.leader:
        if HUNDRED - work.done > 50:
            yield "tasks_undone"
        return
    yield from (code for code, holds in LEADER_TRIGGERS.items() if holds(unit, settings))


def targets_failed(unit: LedUnit, settings: Settings) -> bool:
    """Whether the basic socio-economic targets failed (QĐ 366 Điều 11): all five, or by setting any of them."""
    return len(unit.targets_failed) >= (BASIC_TARGETS if settings.targets == "all" else 1)


LEADER_TRIGGERS: dict[str, Callable[[LedUnit, Settings], bool]] = {
    "unit_under_70": lambda unit, _: unit.done < 70,
    "targets": targets_failed,
    "sub_units_failed": lambda unit, _: unit.sub_units_failed > 50,
    "low_confidence": lambda unit, _: unit.low_confidence > 50,
}

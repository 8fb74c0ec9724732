"""The three further terms of leaders (NĐ 335/2025 Điều 15 khoản 3), for deputies within their fields (khoản 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Protocol

from sauro.appraisals.rules.levels import LOWEST_SCORES, Level, reaches
from sauro.appraisals.rules.options import Settings

FULL = Fraction(1)
HALF = Fraction(1, 2)


class InField(Protocol):
    """Something that belongs to a field of work, or to none ("")."""

    @property
    def field(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Subordinate:
    """Somebody under the leader's authority, with the score of the same period; None while there is none."""

    id: str
    score: Fraction | None
    field: str = ""


@dataclass(frozen=True, slots=True)
class UnitResult:
    """How a unit or field did in the period: all planned work on time and good; an initiative or effective method;
    prolonged delays or defects."""

    complete: bool
    initiative: bool
    prolonged: bool
    field: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Complaints of internal conflict in the period; only prolonged ones count."""

    prolonged: bool
    field: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """What the three terms are judged by. A deputy answers for ``fields``, a head for everything."""

    role: Literal["head", "deputy"] = "head"
    fields: frozenset[str] = frozenset()
    subordinates: tuple[Subordinate, ...] = ()
    results: tuple[UnitResult, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def answers_for(self, item: InField) -> bool:
        """Whether an item lies in what this leader answers for (Điều 15 khoản 4)."""
        return self.role == "head" or item.field in self.fields


def weak_subordinates(leader: Leader, settings: Settings) -> tuple[str, ...]:
    """Ids of the subordinates whose score of the period lies at the level "không hoàn thành"."""
    least = LOWEST_SCORES[Level.COMPLETED]
    return tuple(
        one.id
        for one in leader.subordinates
        if leader.answers_for(one) and one.score is not None and not reaches(one.score, least, settings)
    )


def unit_results(leader: Leader, settings: Settings) -> Fraction | None:
    """d, results of the unit (Điều 15 khoản 3 điểm a): 100 % when every subordinate reached "hoàn thành", else 50 %.

    Without scored subordinates 100 %, or None (the term is left out) by the setting ``no_subordinates``.
    """
    scored = any(leader.answers_for(one) and one.score is not None for one in leader.subordinates)
    if not scored:
        return FULL if settings.no_subordinates == "full" else None
    return HALF if weak_subordinates(leader, settings) else FULL


def organising(leader: Leader, settings: Settings) -> Fraction:
    """đ, ability to organise (Điều 15 khoản 3 điểm b): 50 % with prolonged delays or defects; 100 % when all planned
    work was done on time and well, with an initiative or effective method; between the two by ``between_results``."""
    results = [one for one in leader.results if leader.answers_for(one)]
    if any(one.prolonged for one in results):
        return HALF
    if results and all(one.complete for one in results) and any(one.initiative for one in results):
        return FULL
    return FULL if settings.between_results == "full" else HALF


def unity(leader: Leader, _settings: Settings) -> Fraction:
    """e, unity (Điều 15 khoản 3 điểm c): 50 % when complaints of prolonged internal conflict came up, else 100 %."""
    return HALF if any(one.prolonged for one in leader.conflicts if leader.answers_for(one)) else FULL


LEADER_TERMS: dict[str, Callable[[Leader, Settings], Fraction | None]] = {
    "d": unit_results,
    "đ": organising,
    "e": unity,
}

"""How many may stand on the highest level, in the unit and in each group of like duties.

NĐ 335/2025 Điều 20 khoản 5, Điều 8 khoản 5; NĐ 233/2026 Điều 12 khoản 6, Điều 7 khoản 7; QĐ 366-QĐ/TW Điều 11.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.instruments import ND233
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.rules.options import Settings

USUAL_SHARE = Fraction(20)
GREATEST_SHARE = Fraction(25)
FEW_UNITS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody (or an organisation) with the level proposed so far; ``group`` of like duties, or none ("")."""

    id: str
    level: Level
    score: Fraction
    group: str = ""


@dataclass(frozen=True, slots=True)
class Merit:
    """What may carry the share over 20 %. ``decided_share`` in per cent, as the competent authority decided it;
    ``outstanding``: outstanding results of the organisation; ``unit_level``: the level it was recognised with."""

    decided_share: Fraction = USUAL_SHARE
    outstanding: bool = False
    unit_level: Level | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A unit or group: who counts (``base``), how many may stand highest (``most``), how many would by themselves."""

    base: int
    most: int
    candidates: int


@dataclass(frozen=True, slots=True)
class Shares:
    """The cap applied. ``proposed`` takes candidates by score while there is room; ``tied`` are those between whom only
    people can choose, because one with the same score could stand in the other's place."""

    share: Fraction
    unit: Circle
    groups: Mapping[str, Circle]
    proposed: Mapping[str, Level]
    tied: tuple[str, ...]


def share_of(merit: Merit, settings: Settings, *, organisations: bool = False) -> Fraction:
    """The share in per cent: 20, or what was decided above it up to 25 (Điều 20 khoản 5 điểm b, Điều 8 khoản 5 điểm b).

    For public employees only where the unit itself was recognised on the highest level (NĐ 233 Điều 12 khoản 6 điểm b).
    """
    if merit.decided_share == USUAL_SHARE:
        return USUAL_SHARE
    by_unit = settings.rules is ND233 and not organisations
    if not (merit.unit_level is Level.EXCELLENT if by_unit else merit.outstanding):
        raise RuleError("share_without_merit")
    if not USUAL_SHARE < merit.decided_share <= GREATEST_SHARE:
        raise RuleError("share_out_of_range")
    return merit.decided_share


def most_of(base: int, share: Fraction, settings: Settings) -> int:
    """How many of ``base`` people at "hoàn thành tốt" or better may stand highest, share in per cent.

    Of the number rated "hoàn thành tốt" (Điều 20 khoản 5 điểm a), the words of the law: with k above, base − k remain,
    so k ≤ share × (base − k). By ``cap_base`` of all of them instead. "Không vượt quá" forbids rounding up.
    """
    part = share / 100
    most = int(base * part / (1 + part) if settings.cap_base == "good_only" else base * part)
    return max(most, 1) if settings.small_groups == "at_least_one" and base else most


def share_out(
    candidates: Iterable[Candidate], merit: Merit, settings: Settings, *, organisations: bool = False
) -> Shares:
    """Apply the cap inside the unit and inside each group, over the levels proposed one by one."""
    known = sorted(candidates, key=lambda one: (-one.score, one.id))
    for code, times in Counter(one.id for one in known).items():
        if times > 1:
            raise RuleError("duplicate_person", code)
    share = share_of(merit, settings, organisations=organisations)
    grouped: dict[str, list[Candidate]] = defaultdict(list)
    for one in sorted(known, key=lambda one: one.id):
        if one.group:
            grouped[one.group].append(one)
    # NĐ 233/2026 Điều 7 khoản 7 điểm c: fewer than five units under one manager, at most one of them.
    few = organisations and settings.rules is ND233 and len(known) < FEW_UNITS
    unit = _circle(known, share, settings, few=few)
    groups = {name: _circle(members, share, settings, few=few) for name, members in grouped.items()}
    chosen, passed_over = _by_score(known, unit, groups)
    proposed = {one.id: Level.EXCELLENT if one in chosen else min(one.level, Level.GOOD) for one in known}
    return Shares(share, unit, groups, proposed, _tied(chosen, passed_over, unit, groups))


def _circle(members: Sequence[Candidate], share: Fraction, settings: Settings, *, few: bool) -> Circle:
    base = sum(one.level >= Level.GOOD for one in members)
    most = 1 if few else most_of(base, share, settings)
    return Circle(base, most, sum(one.level is Level.EXCELLENT for one in members))


def _by_score(
    known: Sequence[Candidate], unit: Circle, groups: Mapping[str, Circle]
) -> tuple[list[Candidate], list[Candidate]]:
    chosen: list[Candidate] = []
    passed_over: list[Candidate] = []
    for one in known:
        if one.level is Level.EXCELLENT:
            (chosen if _has_room(one, chosen, unit, groups) else passed_over).append(one)
    return chosen, passed_over


def _has_room(one: Candidate, chosen: Sequence[Candidate], unit: Circle, groups: Mapping[str, Circle]) -> bool:
    in_group = sum(other.group == one.group for other in chosen)
    return len(chosen) < unit.most and (not one.group or in_group < groups[one.group].most)


def _tied(
    chosen: Sequence[Candidate], passed_over: Sequence[Candidate], unit: Circle, groups: Mapping[str, Circle]
) -> tuple[str, ...]:
    tied: set[str] = set()
    for one in passed_over:
        for other in chosen:
            rest = [somebody for somebody in chosen if somebody is not other]
            if one.score == other.score and _has_room(one, rest, unit, groups):
                tied |= {one.id, other.id}
    return tuple(sorted(tied))

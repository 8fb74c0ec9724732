"""What the rules propose for the units of a round: facts, conditions, and the share of the highest level."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sauro.appraisals.enums import Appraised, BeyondOf, Defects, LevelChoice, ScoreOf
from sauro.appraisals.models import Regulation, UnitRating, UnitRound
from sauro.appraisals.rules.instruments import ND233, ND335
from sauro.appraisals.rules.levels import BY_CODE, Level, level_of
from sauro.appraisals.rules.proposals import Proposal
from sauro.appraisals.rules.quota import Candidate, Circle, Merit, Shares, share_out
from sauro.appraisals.rules.units import UnitYear, rate_unit
from sauro.appraisals.rulings import exact_score, settings_of
from sauro.appraisals.selectors.regulations import regulation_for
from sauro.appraisals.selectors.unit_facts import UnitFacts, facts_of
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit

NO_SCORE, NO_TASKS, DEFECTS_UNKNOWN = "no_score", "no_tasks", "defects_unknown"
COMMUNES = "communes"
"""Committees of communes are a group of like duties among the units of a province."""

_OUTSIDE = (UnitKind.TERRITORY, UnitKind.PEOPLES_COUNCIL, UnitKind.MILITARY, UnitKind.POLICE)


@dataclass(frozen=True, slots=True)
class UnitProposed:
    """One unit of a round. ``found`` is None without a score; ``level`` is the proposal after the share."""

    unit: Unit
    settings: Mapping[str, Any]
    facts: UnitFacts
    score: Fraction | None
    found: Proposal | None
    level: Level | None
    is_tied: bool = False


def rated_units(body: Unit) -> QuerySet[Unit]:
    """Return the units whose level a body decides (NĐ 335 Điều 10): those directly below it, and for the committee of
    a province the committees of its communes, which stand below their own territories."""
    below = Q(parent=body)
    if body.kind == UnitKind.PEOPLES_COMMITTEE and body.level == UnitLevel.PROVINCE and body.parent is not None:
        below |= Q(
            kind=UnitKind.PEOPLES_COMMITTEE, level=UnitLevel.COMMUNE, path__startswith=body.parent.path
        )  # fmt: skip
    rows = Unit.objects.filter(below, domain=body.domain).exclude(kind__in=_OUTSIDE)
    return rows.order_by("position", "sort_key", "pk")


def propose_units(found: UnitRound) -> list[UnitProposed]:
    """Return the proposals of a round, unit by unit."""
    units = list(rated_units(found.unit))
    facts = facts_of([unit.pk for unit in units], found.year, found.as_of, found.score_of)
    entered = {row.unit_id: row for row in found.ratings.all()}
    settings = _settings(found, units)
    single = [
        _propose(found, unit, facts[unit.pk], entered.get(unit.pk) or UnitRating(), settings[unit.pk]) for unit in units
    ]
    return _within_share(found, single)


def unit_proposal_of(rating: UnitRating) -> Proposal:
    """Return what the rules said of a unit, from what is stored."""
    highest = BY_CODE.get(rating.highest)
    by_score = BY_CODE.get(rating.by_score, Level.FAILED)
    return Proposal(by_score, highest, BY_CODE.get(rating.proposed), tuple(rating.reasons), rated=highest is not None)


def circles_of(found: UnitRound, rows: Iterable[UnitRating]) -> list[Circle]:
    """Return how many may stand highest, and how many would, by the levels chosen or proposed so far: for all units
    under one instrument together and for each group among them. Raises RuleError for a share without merit."""
    pools: dict[str, list[Candidate]] = defaultdict(list)
    stored: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        level = BY_CODE.get(row.level or row.proposed)
        if level is not None:
            stored[row.settings["rules"]] = row.settings
            pools[row.settings["rules"]].append(_candidate(row.unit, level, exact_score(row.score_exact)))
    shared = [_shares(found, pool, stored[rules]) for rules, pool in sorted(pools.items())]
    return [circle for shares in shared for circle in (shares.unit, *shares.groups.values())]


def _settings(found: UnitRound, units: Sequence[Unit]) -> Mapping[UUID, Mapping[str, Any]]:
    """A unit that has laid down its own regulation for public employees is a public service unit; the others are
    organisations of the State's administration, rated as the body that rates reads the decree."""
    month = dt.date(found.year, found.as_of.month, 1)
    regulation = regulation_for(found.unit, Appraised.CIVIL_SERVANT, month)
    usual = {"rules": ND335.code, "given": dict(regulation.settings) if regulation else {}}
    own = Regulation.objects.filter(unit__in=units, subject=Appraised.PUBLIC_EMPLOYEE, since__lte=month)
    service = {row.unit_id: {"rules": ND233.code, "given": dict(row.settings)} for row in own.order_by("since")}
    if found.as_of < ND233.valid_from:
        service = {}
    return {unit.pk: service.get(unit.pk, usual) for unit in units}


def _propose(
    found: UnitRound, unit: Unit, facts: UnitFacts, entered: UnitRating, stored: Mapping[str, Any]
) -> UnitProposed:
    typed = None if entered.own_score is None else Fraction(entered.own_score)
    score = typed if found.score_of == ScoreOf.TYPED or facts.score is None else facts.score
    if score is None:
        return UnitProposed(unit, stored, facts, None, None, None)
    year = year_of_unit(found, facts, entered, score)
    proposal = _bare(score, entered, stored) if year is None else _rated(year, entered, stored)
    return UnitProposed(unit, stored, facts, score, proposal, proposal.proposed)


def year_of_unit(found: UnitRound, facts: UnitFacts, entered: UnitRating, score: Fraction) -> UnitYear | None:
    """Return a unit's year as the rules take it; None where nothing was to be done. A target counts as one work."""
    works, targets = facts.works, facts.targets
    counted = targets.targets if found.counts_targets else 0
    whole = works.tasks + counted
    if not whole:
        return None
    reached, exceeded = (targets.reached, targets.exceeded) if counted else (0, 0)
    beyond = works.early + exceeded if found.beyond_of == BeyondOf.EARLY else entered.own_beyond or 0

    def part(number: int) -> Fraction:
        return Fraction(100 * min(number, whole), whole)

    return UnitYear(
        score=score,
        done=part(works.done + reached),
        on_time_and_good=part(works.good + reached),
        late=part(works.late),
        beyond=part(beyond),
        defects_fixed=entered.defects in (Defects.NONE, Defects.FIXED),
        sub_unit_failed=facts.is_sub_failed,
        personnel_violation=entered.has_violation,
        force_majeure=bool(entered.force_majeure),
    )


def _rated(year: UnitYear, entered: UnitRating, stored: Mapping[str, Any]) -> Proposal:
    proposal = rate_unit(year, settings_of(stored))
    if entered.defects:
        return proposal
    words = [DEFECTS_UNKNOWN if code == "defects_not_fixed" else code for code in proposal.reasons]
    return replace(proposal, reasons=tuple(sorted(words)))


def _bare(score: Fraction, entered: UnitRating, stored: Mapping[str, Any]) -> Proposal:
    """Without any work on record the shares are ratios over nothing: the authority decides, not above the score."""
    by_score = level_of(score, settings_of(stored))
    if entered.has_violation or by_score is Level.FAILED:
        reasons = ["personnel_violation"] * entered.has_violation + ["score_below_50"] * (by_score is Level.FAILED)
        return Proposal(by_score, Level.FAILED, Level.FAILED, tuple(reasons))
    return Proposal(by_score, by_score, None, ("authority_decides", NO_TASKS))


def _candidate(unit: Unit, level: Level, score: Fraction | None) -> Candidate:
    is_commune = unit.kind == UnitKind.PEOPLES_COMMITTEE and unit.level == UnitLevel.COMMUNE
    return Candidate(str(unit.pk), level, score or Fraction(0), COMMUNES if is_commune else "")


def _shares(found: UnitRound, pool: Sequence[Candidate], stored: Mapping[str, Any]) -> Shares:
    merit = Merit(decided_share=Fraction(found.share), outstanding=bool(found.merit))
    return share_out(pool, merit, settings_of(stored), organisations=True)


def _within_share(found: UnitRound, single: Sequence[UnitProposed]) -> list[UnitProposed]:
    """Apply the share apart for each instrument: NĐ 233 Điều 7 khoản 7 counts public service units alone."""
    pools: dict[str, list[Candidate]] = defaultdict(list)
    stored: dict[str, Mapping[str, Any]] = {}
    for one in single:
        if one.level is not None:
            stored[one.settings["rules"]] = one.settings
            pools[one.settings["rules"]].append(_candidate(one.unit, one.level, one.score))
    shared = {rules: _shares(found, pool, stored[rules]) for rules, pool in pools.items()}

    def capped(one: UnitProposed) -> UnitProposed:
        if one.level is None:
            return one
        shares, key = shared[one.settings["rules"]], str(one.unit.pk)
        return replace(one, level=shares.proposed[key], is_tied=key in shares.tied)

    return [capped(one) for one in single]


def levels_of_units(units: Iterable[Unit], year: int) -> Mapping[UUID, UnitRating]:
    """Return the decided rating of each of some units for a year; a unit is rated by the one body above it."""
    rows = UnitRating.objects.filter(unit__in=list(units), round__year=year, round__state="decided").exclude(level="")
    return {row.unit_id: row for row in rows.select_related("round").order_by("round__decided_at")}


def level_of_unit(unit: Unit, year: int) -> str:
    """Return the level a unit was decided for a year; empty while there is none."""
    found = levels_of_units([unit], year).get(unit.pk)
    return LevelChoice(found.level) if found else ""

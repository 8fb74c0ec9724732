"""What the rules propose for everybody in a round: the year from the sheets, bounds, the share of the highest level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any
from uuid import UUID

from sauro.appraisals.enums import Appraised, Duty, SheetState
from sauro.appraisals.models import Rating, RatingRound, Sheet
from sauro.appraisals.rules.instruments import RULE_SETS
from sauro.appraisals.rules.levels import BY_CODE, Level
from sauro.appraisals.rules.months import Year, year_of
from sauro.appraisals.rules.options import Settings, settings_for
from sauro.appraisals.rules.people import Conclusion, Discipline, Finding, Record, rate_person
from sauro.appraisals.rules.proposals import Proposal
from sauro.appraisals.rules.quota import USUAL_SHARE, Candidate, Merit, most_of, share_of, share_out
from sauro.appraisals.rulings import settings_of
from sauro.appraisals.selectors.own_year import periods_of

_GROUNDS = {"duty", "degradation", "other"}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One person of a round. ``found`` is None without a scored month; ``level`` is the proposal after the share."""

    appointment_id: UUID
    unit_id: UUID
    like_group: str
    is_leader: bool
    is_head: bool
    settings: Mapping[str, Any]
    leave: str
    year: Year
    found: Proposal | None
    level: Level | None
    is_tied: bool


@dataclass(frozen=True, slots=True)
class Allowed:
    """How many may stand highest: a share in per cent under the settings of the body."""

    share: Fraction
    settings: Settings

    def most(self, base: int) -> int:
        """How many of ``base`` people at "hoàn thành tốt" or better."""
        return most_of(base, self.share, self.settings)


def merit_of(found: RatingRound) -> Allowed:
    """Return how many may stand highest in a round. Raises RuleError for a share without merit or out of range."""
    settings = _settings_of_round(found)
    merit = Merit(
        decided_share=Fraction(found.share), outstanding=bool(found.merit), unit_level=BY_CODE.get(found.unit_level)
    )
    return Allowed(share_of(merit, settings), settings)


def propose_all(found: RatingRound) -> list[Proposed]:
    """Return the proposals of a round, person by person. Cadres are rated by the Party's rules, not here."""
    by_person: dict[UUID, list[Sheet]] = defaultdict(list)
    for sheet in _sheets(found):
        by_person[sheet.appointment.person_id].append(sheet)
    findings = dict(Rating.objects.filter(round=found).values_list("appointment", "findings"))
    single = [_propose(found, sheets, findings) for sheets in by_person.values()]
    return _within_share(found, single)


def proposal_of(rating: Rating) -> Proposal:
    """Return what the rules said of a rating, from what is stored."""
    highest = BY_CODE.get(rating.highest)
    by_score = BY_CODE.get(rating.by_score, Level.FAILED)
    return Proposal(by_score, highest, BY_CODE.get(rating.proposed), tuple(rating.reasons), rated=highest is not None)


def _sheets(found: RatingRound) -> Iterable[Sheet]:
    rows = Sheet.objects.filter(
        unit__path__startswith=found.unit.path, domain=found.domain, month__year=found.year
    ).exclude(subject=Appraised.CADRE)
    return rows.exclude(state=SheetState.OPEN, leave="").select_related("appointment", "unit").order_by("month", "pk")


def _settings_of_round(found: RatingRound) -> Settings:
    latest = Sheet.objects.filter(
        unit__path__startswith=found.unit.path, domain=found.domain, month__year=found.year
    ).exclude(subject=Appraised.CADRE)
    sheet = latest.order_by("-month").first()
    return settings_of(sheet.settings) if sheet else settings_for(RULE_SETS["nd-335-2025"])


def _propose(found: RatingRound, sheets: Sequence[Sheet], findings: Mapping[UUID, Mapping[str, Any]]) -> Proposed:
    last = sheets[-1]
    by_month: dict[int, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        by_month[sheet.month.month].append(sheet)
    settings, periods = settings_of(last.settings), periods_of(by_month)
    worked = Fraction(sum(any(not one.leave for one in held) for held in by_month.values()))
    year = year_of(periods.values(), settings, worked)
    leave = next((sheet.leave for sheet in sheets if sheet.leave), "")
    proposal = None
    if year.year is not None:
        record = _record(found, last, year.year, worked, leave, findings.get(last.appointment_id, {}))
        proposal = rate_person(record, settings)
    return Proposed(
        last.appointment_id, last.unit_id, last.like_group, last.is_leader, _is_head(found, last), last.settings, leave,
        year, proposal, proposal.proposed if proposal else None, is_tied=False,
    )  # fmt: skip


def _record(
    found: RatingRound, sheet: Sheet, score: Fraction, worked: Fraction, leave: str, held: Mapping[str, Any]
) -> Record:
    return Record(
        year=found.year,
        score=score,
        months_worked=worked,
        leave=leave,  # type: ignore[arg-type]  # the values of Leave are those of the rules
        leader=sheet.is_leader,
        head=_is_head(found, sheet),
        unit_level=BY_CODE.get(found.unit_level),
        conclusions=tuple(Conclusion(Finding(code)) for code in held.get("conclusions", ())),
        disciplines=tuple(
            Discipline(f"{found.year}-{number}", found.year, ground)
            for number, ground in enumerate(held.get("disciplines", ()))
            if ground in _GROUNDS
        ),
    )


def _is_head(found: RatingRound, sheet: Sheet) -> bool:
    """Only the head of the body that rates is bound by its level; its divisions are not rated in this round."""
    return sheet.duty == Duty.HEAD and sheet.unit_id == found.unit_id


def _within_share(found: RatingRound, single: Sequence[Proposed]) -> list[Proposed]:
    candidates = [
        Candidate(str(one.appointment_id), one.level, one.year.year or Fraction(0), one.like_group)
        for one in single
        if one.level is not None
    ]
    allowed = merit_of(found)
    merit = Merit(allowed.share, outstanding=allowed.share > USUAL_SHARE, unit_level=BY_CODE.get(found.unit_level))
    shares = share_out(candidates, merit, allowed.settings)
    return [
        one
        if one.level is None
        else replace(
            one,
            level=shares.proposed[str(one.appointment_id)],
            is_tied=str(one.appointment_id) in shares.tied,
        )
        for one in single
    ]

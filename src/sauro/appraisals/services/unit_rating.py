"""The yearly rating of organisations (NĐ 335/2025/NĐ-CP Điều 8, 9; NĐ 233/2026/NĐ-CP Điều 7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import BeyondOf, Defects, LevelChoice, RoundState, ScoreOf
from sauro.appraisals.models import UnitRating, UnitRound
from sauro.appraisals.policies import rated_policy, unit_rating_policy, unit_round_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import rounded
from sauro.appraisals.rules.levels import BY_CODE
from sauro.appraisals.rules.proposals import check_decision
from sauro.appraisals.selectors.proposing_units import (
    NO_SCORE,
    UnitProposed,
    circles_of,
    propose_units,
    unit_proposal_of,
)
from sauro.appraisals.services.rating import FIRST_YEAR, take_unit_levels
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError

MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Ways:
    """How the rating body reads what the decrees leave open, and the share of the highest level."""

    score_of: ScoreOf = ScoreOf.PEOPLE
    beyond_of: BeyondOf = BeyondOf.EARLY
    counts_targets: bool = True
    share: int = 20
    merit: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person enters of a unit: codes and numbers; ``force_majeure`` says why less than 70 % was done."""

    has_violation: bool = False
    defects: str = ""
    force_majeure: str = ""
    own_score: Decimal | None = None
    own_beyond: int | None = None


@transaction.atomic
def prepare_units(*, actor: Actor, unit_id: UUID, year: int) -> UnitRound:
    """Begin the rating of the units below a body for a year, with proposals by the rules.

    Raises ``not-state`` (the decrees rate organisations of the State), ``year-wrong``, ``round-there``, ``no-units``.
    """
    unit = rated_policy.get_locked(actor, unit_id)
    rated_policy.require(actor, "keep", unit)
    if unit.domain != Domain.STATE:
        raise DomainError("not-state", _("Chỉ xếp loại đơn vị của khối chính quyền theo hai nghị định."), field="unit")
    if not FIRST_YEAR <= year <= today().year:
        raise DomainError("year-wrong", _("Năm xếp loại từ 2026 đến năm nay."), field="year")
    if UnitRound.objects.filter(unit=unit, year=year).exists():
        raise Conflict("round-there", _("Cơ quan đã có đợt xếp loại đơn vị của năm này."), field="year")
    found = UnitRound.objects.create(
        unit=unit, domain=unit.domain, year=year, as_of=_day_of(year), made_at=now(), made_by_name=actor.name
    )
    _write(found, propose_units(found))
    number = found.ratings.count()
    if not number:
        raise DomainError("no-units", _("Cơ quan này không có đơn vị trực thuộc để xếp loại."), field="unit")
    record_event(actor=actor, event=events.UNITS_PREPARED, obj=found, changes={"units": [None, number]})
    return found


@transaction.atomic
def reckon_units(*, actor: Actor, round_id: UUID) -> UnitRound:
    """Take the facts anew as of today (of a past year its last day) and propose anew; chosen levels stay.

    Raises ``round-decided``.
    """
    found = _begin(actor, round_id, "keep")
    found.as_of = _day_of(found.year)
    found.save()
    _write(found, propose_units(found))
    record_event(actor=actor, event=events.UNITS_RECKONED, obj=found)
    return found


@transaction.atomic
def set_unit_ways(*, actor: Actor, round_id: UUID, ways: Ways) -> UnitRound:
    """Say how scores and works are read, and the share of the highest level; proposals follow.

    Raises ``share-wrong``, ``round-decided``.
    """
    found = _begin(actor, round_id, "keep")
    found.score_of, found.beyond_of, found.counts_targets = ways.score_of, ways.beyond_of, ways.counts_targets
    found.share, found.merit = ways.share, ways.merit.strip()
    try:
        proposed = propose_units(found)
    except RuleError as error:
        raise DomainError("share-wrong", error.message, field="share") from error
    found.save()
    _write(found, proposed)
    changes = {"score_of": [None, str(found.score_of)], "share": [None, found.share]}
    record_event(actor=actor, event=events.UNIT_WAYS_SET, obj=found, changes=changes)
    return found


@transaction.atomic
def state_unit_facts(*, actor: Actor, rating_id: UUID, stated: Stated) -> UnitRating:
    """Enter what no record tells of a unit; proposals of the whole round follow. Raises ``score-wrong``."""
    rating, found = _begin_rating(actor, rating_id, "keep")
    if stated.own_score is not None and not 0 <= stated.own_score <= MOST_POINTS:
        raise DomainError("score-wrong", _("Điểm từ 0 đến 100."), field="own_score")
    rating.has_violation, rating.defects = stated.has_violation, Defects(stated.defects) if stated.defects else ""
    rating.force_majeure = stated.force_majeure.strip()
    rating.own_score, rating.own_beyond = stated.own_score, stated.own_beyond
    rating.save()
    _write(found, propose_units(found))
    changes = {"violation": [None, rating.has_violation], "defects": [None, str(rating.defects)]}
    record_event(actor=actor, event=events.UNIT_FACTS_STATED, obj=rating, changes=changes)
    rating.refresh_from_db()
    return rating


@transaction.atomic
def choose_unit_level(*, actor: Actor, rating_id: UUID, level: LevelChoice, reason: str = "") -> UnitRating:
    """Choose the level of one unit, with a reason where it departs from the proposed one.

    Raises ``level-wrong`` in the words of the rules: above the bound, without a reason, without a score.
    """
    rating, _found = _begin_rating(actor, rating_id, "decide")
    before = rating.level
    _check_level(rating, level, reason)
    rating.level, rating.reason = level, reason.strip()
    rating.save()
    changes = {"level": [before, str(level)]}
    record_event(actor=actor, event=events.UNIT_LEVEL_CHOSEN, obj=rating, changes=changes, reason=rating.reason)
    return rating


@transaction.atomic
def decide_units(*, actor: Actor, round_id: UUID, decision: str, decided_on: dt.date) -> UnitRound:
    """Decide all units: those chosen by people, the proposed ones for the others.

    Open rounds of the people of these units take the level as the bound of their head (Điều 20 khoản 6). Raises
    ``decision-needed``, ``undecided``, ``level-wrong`` (chosen before the facts changed), ``too-many``.
    """
    found = _begin(actor, round_id, "decide")
    if not decision.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    rows = list(found.ratings.select_for_update(of=("self",)).select_related("unit").order_by("pk"))
    for rating in rows:
        rating.level = rating.level or rating.proposed
    _check_all(found, rows)
    UnitRating.objects.bulk_update(rows, ["level"])
    found.state, found.decision, found.decided_on = RoundState.DECIDED, decision.strip(), decided_on
    found.decided_at, found.decided_by_name = now(), actor.name
    found.save()
    take_unit_levels(found.year, {rating.unit_id: rating.level for rating in rows if rating.level})
    changes = {"state": [RoundState.PREPARED, str(found.state)]}
    record_event(actor=actor, event=events.UNITS_DECIDED, obj=found, changes=changes)
    return found


def replace_unit_level(actor: Actor, rating: UnitRating, level: LevelChoice, reason: str) -> None:
    """Put another level in the place of a decided one; the open round of the unit's people follows.

    The caller holds the rating. Raises ``level-wrong``, ``too-many``.
    """
    found = UnitRound.objects.select_for_update(of=("self",)).select_related("unit").get(pk=rating.round_id)
    _check_level(rating, level, reason)
    before, rating.level, rating.reason = rating.level, level, reason
    rating.save()
    _check_circles(found, list(found.ratings.select_related("unit")))
    take_unit_levels(found.year, {rating.unit_id: level})
    changes = {"level": [before, str(level)]}
    record_event(actor=actor, event=events.UNIT_LEVEL_REPLACED, obj=rating, changes=changes, reason=reason)


def _day_of(year: int) -> dt.date:
    return min(today(), dt.date(year, 12, 31))


def _check_level(rating: UnitRating, level: LevelChoice, reason: str) -> None:
    try:
        check_decision(unit_proposal_of(rating), BY_CODE[level], reason)
    except RuleError as error:
        field = "reason" if error.code == "reason_missing" else "level"
        raise DomainError("level-wrong", error.message, field=field) from error


def _check_all(found: UnitRound, rows: list[UnitRating]) -> None:
    open_ones = [rating.unit.name for rating in rows if rating.highest and not rating.level]
    if open_ones:
        raise DomainError(
            "undecided", _("Chưa chọn mức cho: %(names)s.") % {"names": ", ".join(sorted(open_ones)[:10])}
        )
    above = [one.unit.name for one in rows if one.level and BY_CODE[one.level] > BY_CODE.get(one.highest, -1)]
    if above:
        words = _("Mức đã chọn cao hơn mức được phép theo số liệu mới: %(names)s.")
        raise DomainError("level-wrong", words % {"names": ", ".join(sorted(above)[:10])})
    _check_circles(found, rows)


def _check_circles(found: UnitRound, rows: list[UnitRating]) -> None:
    for circle in circles_of(found, rows):
        if circle.candidates > circle.most:
            words = _("Xuất sắc %(best)d đơn vị, nhiều hơn %(most)d đơn vị được phép theo tỷ lệ. Hãy chọn lại.")
            raise DomainError("too-many", words % {"best": circle.candidates, "most": circle.most})


def _begin(actor: Actor, round_id: UUID, action: str) -> UnitRound:
    found = unit_round_policy.get_locked(actor, round_id)
    unit_round_policy.require(actor, action, found)
    if found.state == RoundState.DECIDED:
        raise Conflict("round-decided", _("Đợt xếp loại đơn vị này đã quyết định."))
    return found


def _begin_rating(actor: Actor, rating_id: UUID, action: str) -> tuple[UnitRating, UnitRound]:
    seen = unit_rating_policy.get_visible(actor, rating_id)
    found = _begin(actor, seen.round_id, action)
    rating = unit_rating_policy.get_locked(actor, rating_id)
    rating.round = found
    return rating, found


def _write(found: UnitRound, proposed: Iterable[UnitProposed]) -> None:
    for one in proposed:
        score, said = one.score, one.found
        held = {
            "settings": one.settings, "sheets": one.facts.sheets, "is_sub_failed": one.facts.is_sub_failed,
            **one.facts.works._asdict(), **one.facts.targets._asdict(),
            "score_exact": "" if score is None else str(score), "score": None if score is None else rounded(score),
            "by_score": said.by_score.code if said else "", "is_tied": one.is_tied,
            "highest": said.highest.code if said and said.highest is not None else "",
            "proposed": one.level.code if one.level is not None else "",
            "reasons": list(said.reasons) if said else [NO_SCORE],
        }  # fmt: skip
        UnitRating.objects.update_or_create(round=found, unit=one.unit, defaults=held)

"""The yearly rating: proposals by the rules, the meeting, the decision with its reasons (NĐ 335 Điều 19 to 21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import LevelChoice, RoundState
from sauro.appraisals.models import Rating, RatingRound
from sauro.appraisals.policies import rated_policy, rating_policy, round_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import rounded
from sauro.appraisals.rules.levels import BY_CODE
from sauro.appraisals.rules.proposals import check_decision
from sauro.appraisals.selectors.proposing import Proposed, merit_of, proposal_of, propose_all
from sauro.appraisals.selectors.proposing_units import level_of_unit
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError

FIRST_YEAR = 2026
USUAL_SHARE = 20


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the meeting and the committee said, and what bears on the share of the highest level."""

    minutes: str
    opinion: str = ""
    share: int = 20
    merit: str = ""
    unit_level: str = ""


@transaction.atomic
def prepare_round(*, actor: Actor, unit_id: UUID, year: int) -> RatingRound:
    """Begin the rating of a year for everybody with a sheet in it, with proposals by the rules.

    Raises ``year-wrong``, ``round-there``, ``nobody``.
    """
    unit = rated_policy.get_locked(actor, unit_id)
    rated_policy.require(actor, "keep", unit)
    if not FIRST_YEAR <= year <= today().year:
        raise DomainError("year-wrong", _("Năm xếp loại từ 2026 đến năm nay."), field="year")
    if RatingRound.objects.filter(unit=unit, year=year).exists():
        raise Conflict("round-there", _("Đơn vị đã có đợt xếp loại của năm này."), field="year")
    found = RatingRound.objects.create(
        unit=unit, domain=unit.domain, year=year, unit_level=level_of_unit(unit, year), made_at=now(),
        made_by_name=actor.name,
    )  # fmt: skip
    _write(found, propose_all(found))
    if not found.ratings.exists():
        raise DomainError("nobody", _("Đơn vị chưa có phiếu đánh giá tháng nào trong năm này."), field="unit")
    record_event(actor=actor, event=events.ROUND_PREPARED, obj=found, changes={"people": [None, found.ratings.count()]})
    return found


@transaction.atomic
def reckon_round(*, actor: Actor, round_id: UUID) -> RatingRound:
    """Propose anew from the sheets as they are now; levels chosen by people stay. Raises ``round-decided``."""
    found = _begin(actor, round_id, "keep")
    _write(found, propose_all(found))
    record_event(actor=actor, event=events.ROUND_RECKONED, obj=found)
    return found


@transaction.atomic
def set_findings(*, actor: Actor, rating_id: UUID, conclusions: Iterable[str], disciplines: Iterable[str]) -> Rating:
    """Say what authorities concluded of a person, and on what grounds discipline was decided in the year.

    Codes alone: the papers lie in the dossier. Proposals of the whole round follow.
    """
    rating, found = _begin_rating(actor, rating_id, "keep")
    held = {"conclusions": sorted(set(conclusions)), "disciplines": sorted(set(disciplines))}
    rating.findings = held
    rating.save()
    _write(found, propose_all(found))
    record_event(
        actor=actor, event=events.FINDINGS_SET, obj=rating,
        changes={"number": [None, len(held["conclusions"]) + len(held["disciplines"])]},
    )  # fmt: skip
    rating.refresh_from_db()
    return rating


@transaction.atomic
def hold_meeting(*, actor: Actor, round_id: UUID, meeting: Meeting) -> RatingRound:
    """Keep the minutes, the opinion of the committee and the share of the highest level; proposals follow.

    The level of the body is the decided one where there is one, whatever the meeting says.
    Raises ``minutes-needed``, ``share-wrong``.
    """
    found = _begin(actor, round_id, "keep")
    if not meeting.minutes.strip():
        raise DomainError("minutes-needed", _("Hãy ghi biên bản họp."), field="minutes")
    found.minutes, found.opinion = meeting.minutes.strip(), meeting.opinion.strip()
    found.share, found.merit = meeting.share, meeting.merit.strip()
    found.unit_level = level_of_unit(found.unit, found.year) or meeting.unit_level
    found.state = RoundState.MET
    try:
        merit_of(found)
        _write(found, propose_all(found))
    except RuleError as error:
        raise DomainError("share-wrong", error.message, field="share") from error
    found.save()
    record_event(actor=actor, event=events.MEETING_HELD, obj=found, changes={"state": [None, str(found.state)]})
    return found


@transaction.atomic
def choose_level(*, actor: Actor, rating_id: UUID, level: LevelChoice, reason: str = "") -> Rating:
    """Choose the level of one person, with a reason where it departs from the proposed one.

    Raises ``level-wrong`` in the words of the rules: above the bound, without a reason, not rated at all.
    """
    rating, _found = _begin_rating(actor, rating_id, "decide")
    before = rating.level
    check_level(rating, level, reason)
    rating.level, rating.reason = level, reason.strip()
    rating.save()
    record_event(
        actor=actor,
        event=events.LEVEL_CHOSEN,
        obj=rating,
        changes={"level": [before, str(level)]},
        reason=rating.reason,
    )
    return rating


@transaction.atomic
def decide_round(*, actor: Actor, round_id: UUID, decision: str, decided_on: dt.date) -> RatingRound:
    """Decide all ratings: those chosen by people, the proposed ones for the others. Everybody is told their own.

    Of whoever decides, only a level that somebody else chose stands; without one it stays open for another person with
    the same authority (:func:`sauro.appraisals.services.complaints.replace_level`).

    Raises ``no-meeting``, ``undecided`` (people without a proposal), ``level-wrong`` (chosen before the bound came
    down), ``too-many`` (over the share).
    """
    found = _begin(actor, round_id, "decide")
    if found.state != RoundState.MET:
        raise Conflict("no-meeting", _("Hãy ghi biên bản họp trước khi quyết định."))
    if not decision.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    rows = list(found.ratings.select_for_update(of=("self",)).select_related("appointment__person").order_by("pk"))
    own = set(found.ratings.filter(appointment__person__user=actor.user_id).values_list("pk", flat=True))
    others = [rating for rating in rows if rating.pk not in own]
    for rating in others:
        rating.level = rating.level or rating.proposed
    _check_all(found, [*others, *(rating for rating in rows if rating.pk in own and rating.level)])
    Rating.objects.bulk_update(rows, ["level"])
    found.state, found.decision, found.decided_on = RoundState.DECIDED, decision.strip(), decided_on
    found.decided_at, found.decided_by_name = now(), actor.name
    found.save()
    record_event(
        actor=actor, event=events.ROUND_DECIDED, obj=found, changes={"state": [RoundState.MET, str(found.state)]}
    )
    return found


def take_unit_levels(year: int, levels: Mapping[UUID, str]) -> None:
    """Bound the heads of units by the levels decided for these (Điều 20 khoản 6), in rounds that are still open."""
    rows = RatingRound.objects.filter(unit__in=levels, year=year).exclude(state=RoundState.DECIDED)
    for found in rows.select_for_update(of=("self",)).select_related("unit").order_by("pk"):
        found.unit_level = levels[found.unit_id]
        try:
            merit_of(found)
        except RuleError:
            # More than a fifth was granted for a level the body did not come to (NĐ 233 Điều 12 khoản 6 điểm b).
            found.share = USUAL_SHARE
        found.save()
        _write(found, propose_all(found))


def check_level(rating: Rating, level: LevelChoice, reason: str) -> None:
    """Refuse a level that may not be decided, in the words of the rules."""
    try:
        check_decision(proposal_of(rating), BY_CODE[level], reason)
    except RuleError as error:
        raise DomainError(
            "level-wrong", error.message, field="level" if error.code != "reason_missing" else "reason"
        ) from error


def _check_all(found: RatingRound, rows: list[Rating]) -> None:
    rated = [rating for rating in rows if rating.highest]
    open_ones = [rating.appointment.person.full_name for rating in rated if not rating.level]
    if open_ones:
        words = _("Chưa chọn mức cho: %(names)s.")
        raise DomainError("undecided", words % {"names": ", ".join(sorted(open_ones)[:10])})
    above = [one.appointment.person.full_name for one in rated if BY_CODE[one.level] > BY_CODE[one.highest]]
    if above:
        words = _("Mức đã chọn cao hơn mức được phép theo số liệu mới: %(names)s.")
        raise DomainError("level-wrong", words % {"names": ", ".join(sorted(above)[:10])})
    best = sum(rating.level == LevelChoice.XS for rating in rated)
    most = merit_of(found).most(sum(rating.level in (LevelChoice.XS, LevelChoice.TOT) for rating in rated))
    if best > most:
        words = _("Xuất sắc %(best)d người, nhiều hơn %(most)d người được phép theo tỷ lệ. Hãy chọn lại.")
        raise DomainError("too-many", words % {"best": best, "most": most})


def _begin(actor: Actor, round_id: UUID, action: str) -> RatingRound:
    found = round_policy.get_locked(actor, round_id)
    round_policy.require(actor, action, found)
    if found.state == RoundState.DECIDED:
        raise Conflict("round-decided", _("Đợt xếp loại này đã quyết định. Muốn đổi mức của ai, hãy quyết định lại."))
    return found


def _begin_rating(actor: Actor, rating_id: UUID, action: str) -> tuple[Rating, RatingRound]:
    seen = rating_policy.get_visible(actor, rating_id)
    found = _begin(actor, seen.round_id, action)
    rating = rating_policy.get_locked(actor, rating_id)
    rating_policy.require(actor, action, rating)
    rating.round = found
    return rating, found


def _write(found: RatingRound, proposed: Iterable[Proposed]) -> None:
    for one in proposed:
        score = one.year.year
        held = {
            "unit_id": one.unit_id, "like_group": one.like_group, "is_leader": one.is_leader, "is_head": one.is_head,
            "settings": one.settings, "months": int(one.year.months_worked), "leave": one.leave,
            "score_exact": "" if score is None else str(score), "score": None if score is None else rounded(score),
            "is_provisional": one.year.provisional, "is_tied": one.is_tied,
            "by_score": one.found.by_score.code if one.found else "",
            "highest": one.found.highest.code if one.found and one.found.highest is not None else "",
            "proposed": one.level.code if one.level is not None else "",
            "reasons": list(one.found.reasons) if one.found else ["no_score"],
        }  # fmt: skip
        Rating.objects.update_or_create(round=found, appointment_id=one.appointment_id, defaults=held)

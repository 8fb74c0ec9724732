"""The rating of cadres by quarter, half-year and year: prepared by the rules, decided by the committee.

QĐ 366-QĐ/TW Điều 11 (levels), Điều 15 (the quarters are the basis of the year).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.cadre_policies import cadre_policy, committee_policy, period_review_policy
from sauro.appraisals.enums import CadreFact, CadrePeriod, CommitteeBody, LevelChoice, TermState
from sauro.appraisals.models import PeriodReview
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import rounded
from sauro.appraisals.rules.levels import BY_CODE, Level
from sauro.appraisals.rules.proposals import Proposal, check_decision
from sauro.appraisals.selectors.cadre_proposing import CadreScore, months_of, propose, score_of_period
from sauro.appraisals.selectors.cadre_shares import room_words, rooms_of
from sauro.appraisals.services.rating import FIRST_YEAR
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class CadreDecision:
    """What the committee decided, by which body and paper."""

    level: LevelChoice
    body: CommitteeBody
    decision: str
    decided_on: dt.date
    reason: str = ""
    merit: str = ""


@transaction.atomic
def prepare_period(
    *, actor: Actor, appointment_id: UUID, committee_id: UUID, year: int, period: CadrePeriod
) -> PeriodReview:
    """Begin the rating of a cadre for a period, with the proposal of the rules.

    Raises ``period-ahead``, ``period-there``, ``no-sheet``.
    """
    appointment = cadre_policy.get_locked(actor, appointment_id)
    cadre_policy.require(actor, "keep", appointment)
    committee = committee_policy.get_visible(actor, committee_id)
    _check_period(year, period)
    if PeriodReview.objects.filter(appointment=appointment, year=year, period=period).exists():
        raise Conflict("period-there", _("Kỳ này của người này đã được chuẩn bị."), field="period")
    one = PeriodReview(
        appointment=appointment, committee=committee, domain=committee.domain, year=year, period=period,
        made_at=now(), made_by_name=actor.name,
    )  # fmt: skip
    _reckon(one)
    one.save()
    record_event(actor=actor, event=events.PERIOD_PREPARED, obj=one)
    return one


@transaction.atomic
def reckon_period(*, actor: Actor, period_id: UUID) -> PeriodReview:
    """Take the score and the work from the sheets as they are now. Raises ``period-decided``, ``no-sheet``."""
    one = _begin(actor, period_id, "keep")
    _reckon(one)
    one.save()
    record_event(actor=actor, event=events.PERIOD_PREPARED, obj=one)
    return one


@transaction.atomic
def set_cadre_facts(*, actor: Actor, period_id: UUID, facts: Iterable[str]) -> PeriodReview:
    """Say what authorities found of a cadre and of what they lead; the proposal follows. Codes alone."""
    one = _begin(actor, period_id, "keep")
    known = set(facts)
    one.facts = [fact.value for fact in CadreFact if fact.value in known]
    _put(one, propose(one))
    one.save()
    record_event(actor=actor, event=events.PERIOD_FACTS_SET, obj=one, changes={"number": [None, len(one.facts)]})
    return one


@transaction.atomic
def set_opinion(*, actor: Actor, period_id: UUID, opinion: str) -> PeriodReview:
    """Keep what those asked said of the cadre. Raises ``opinion-needed``."""
    one = _begin(actor, period_id, "keep")
    if not opinion.strip():
        raise DomainError("opinion-needed", _("Hãy ghi ý kiến tham gia."), field="opinion")
    one.opinion = opinion.strip()
    one.save()
    record_event(actor=actor, event=events.PERIOD_OPINION_SET, obj=one)
    return one


@transaction.atomic
def decide_period(*, actor: Actor, period_id: UUID, decided: CadreDecision) -> PeriodReview:
    """Decide the level of a cadre; then the person sees it. A level other than the proposed one needs a reason.

    Raises ``opinion-needed``, ``decision-needed``, ``day-ahead``, ``level-wrong`` (in the words of the rules),
    ``merit-needed`` (in the year, more than a fifth of those rated "hoàn thành tốt" would stand highest, Điều 11) and
    ``too-many`` (more than a quarter).
    """
    one = _begin(actor, period_id, "decide")
    if not one.opinion:
        raise Conflict("opinion-needed", _("Hãy ghi ý kiến tham gia trước khi quyết định."))
    if not decided.decision.strip():
        raise DomainError("decision-needed", _("Hãy ghi số kết luận hoặc quyết định."), field="decision")
    if decided.decided_on > today():
        raise DomainError("day-ahead", _("Ngày quyết định không sau hôm nay."), field="decided_on")
    _check_level(one, decided.level, decided.reason)
    one.level, one.reason, one.body = decided.level, decided.reason.strip(), decided.body
    one.merit = decided.merit.strip()
    one.decision, one.decided_on, one.state = decided.decision.strip(), decided.decided_on, TermState.DECIDED
    one.decided_at, one.decided_by_name = now(), actor.name
    _check_share(one)
    one.save()
    record_event(
        actor=actor, event=events.PERIOD_DECIDED, obj=one, changes={"state": [TermState.PREPARED, str(one.state)]}
    )
    return one


def replace_period_level(actor: Actor, one: PeriodReview, level: LevelChoice, reason: str) -> None:
    """Put another level in the place of a decided one; events carry neither. The caller holds the rating.

    Raises ``level-wrong``, ``too-many``.
    """
    _check_level(one, level, reason)
    one.level, one.reason = level, reason
    _check_share(one)
    one.save()
    record_event(actor=actor, event=events.PERIOD_REPLACED, obj=one)


def _check_period(year: int, period: CadrePeriod) -> None:
    day = today()
    if not FIRST_YEAR <= year <= day.year or (year == day.year and months_of(period)[0] > day.month):
        raise DomainError("period-ahead", _("Kỳ này chưa bắt đầu, hoặc trước năm 2026."), field="period")


def _begin(actor: Actor, period_id: UUID, action: str) -> PeriodReview:
    one = period_review_policy.get_locked(actor, period_id)
    period_review_policy.require(actor, action, one)
    if one.state == TermState.DECIDED:
        raise Conflict("period-decided", _("Kỳ này đã quyết định."))
    return one


def _reckon(one: PeriodReview) -> None:
    found = score_of_period(one.appointment_id, one.year, CadrePeriod(one.period))
    if found is None:
        raise DomainError("no-sheet", _("Kỳ này chưa có phiếu đánh giá tháng theo QĐ 366-QĐ/TW."), field="period")
    _store(one, found)
    _put(one, propose(one))


def _store(one: PeriodReview, found: CadreScore) -> None:
    one.score_exact = "" if found.score is None else str(found.score)
    one.score = None if found.score is None else rounded(found.score)
    one.parts, one.is_provisional = found.parts, found.is_provisional
    one.settings, one.duty, one.like_group = found.settings, found.duty, found.like_group
    # Down to a hundredth, of what is late up: rounding must not let a share reach a limit.
    one.done, one.on_time = floor(found.work.done * 100), floor(found.work.on_time * 100)
    one.late = ceil(found.work.late * 100)


def _put(one: PeriodReview, found: Proposal | None) -> None:
    one.by_score = found.by_score.code if found else ""
    one.highest = found.highest.code if found and found.highest is not None else ""
    one.proposed = found.proposed.code if found and found.proposed is not None else ""
    one.reasons = list(found.reasons) if found else []


def _check_level(one: PeriodReview, level: LevelChoice, reason: str) -> None:
    highest = BY_CODE.get(one.highest)
    by_score = BY_CODE.get(one.by_score, Level.FAILED)
    found = Proposal(by_score, highest, BY_CODE.get(one.proposed), tuple(one.reasons), rated=highest is not None)
    try:
        check_decision(found, BY_CODE[level], reason)
    except RuleError as error:
        field = "reason" if error.code == "reason_missing" else "level"
        raise DomainError("level-wrong", error.message, field=field) from error


def _check_share(one: PeriodReview) -> None:
    if one.level != LevelChoice.XS:
        one.merit = ""
        return
    # Two who decide at once would each see room for one more.
    Unit.objects.select_for_update(of=("self",)).get(pk=one.committee_id)
    rooms = rooms_of(one)
    for room in rooms:
        if room.best > room.greatest:
            raise DomainError("too-many", room_words(room), field="level")
        if room.best > room.most and not one.merit:
            why = _("Ghi căn cứ khi quá 20 %, hoặc chọn mức khác.")
            raise DomainError("merit-needed", f"{room_words(room)} {why}", field="merit")
    if all(room.best <= room.most for room in rooms):
        one.merit = ""

"""Notices of appraisals: answers at once, days once each, to whom they concern."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.factories.appraisals import (
    FULL_POINTS,
    make_period_review,
    make_rating,
    make_rating_round,
    make_sheet,
    own_line,
)
from tests.factories.assignments import post_of
from tests.factories.organizations import ALWAYS
from tests.factories.unit_ratings import make_unit_rating, make_unit_round
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.enums import CommitteeBody, LevelChoice, Rated, ReviewKind, SheetState
from sauro.appraisals.models import Claim, Complaint, Regulation, Sheet, Sign
from sauro.appraisals.policies import HEAD_WAITS
from sauro.appraisals.selectors.regulations import Regulations, regulation_for
from sauro.appraisals.services.cadre_periods import CadreDecision, decide_period
from sauro.appraisals.services.cadre_reviews import Decided, record_review, reply_to_review
from sauro.appraisals.services.claims import decide_claim
from sauro.appraisals.services.complaints import Answer, answer_complaint, complain
from sauro.appraisals.services.judging import send_back
from sauro.appraisals.services.rating import Meeting, decide_round, hold_meeting
from sauro.appraisals.services.reminding import remind
from sauro.appraisals.services.signs import answer_sign
from sauro.appraisals.services.unit_rating import decide_units
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.notices.models import Notice
from sauro.notices.selectors.notices import address_of, shown_notices
from sauro.plans.months import month_of

SERVANT = "Đỗ Văn Mẫu"


def told(world: World) -> list[tuple[str, str]]:
    names = {user.pk: name for name, user in world.users.items()}
    return sorted((names[row.user_id], row.kind) for row in Notice.objects.all())


MONTH = dt.date(2026, 10, 1)


def on(day: int) -> dt.date:
    """A day of the month after."""
    return dt.date(2026, 11, day)


def submitted() -> Sheet:
    return make_sheet(post_of(SERVANT), MONTH, state=SheetState.SUBMITTED, own_points=FULL_POINTS)


def test_own_points_are_called_for_on_their_day_and_once_when_it_has_passed(world: World) -> None:
    sheet = make_sheet(post_of(SERVANT), MONTH)
    remind(on(2))
    assert told(world) == []
    remind(on(3))
    remind(on(3))
    assert told(world) == [("snv_servant", "sheet_due")]
    remind(on(4))
    remind(on(5))
    assert told(world) == [("snv_servant", "sheet_due"), ("snv_servant", "sheet_late")]
    (late, _due) = shown_notices(world.actor("snv_servant"), unread_only=True)
    assert str(sheet.pk) in address_of(late.notice)


def test_who_confirms_is_told_of_the_unit_and_who_keeps_ratings_on_the_day_of_closing(world: World) -> None:
    submitted()
    remind(on(4))
    assert told(world) == []
    remind(on(5))
    remind(on(7))
    assert told(world) == [("snv_head", "sheets_due"), ("snv_head", "sheets_late")]
    remind(on(8))
    assert ("snv_head", "sheets_open") in told(world)


def test_the_days_are_those_of_the_nearest_regulation(world: World) -> None:
    make_sheet(post_of(SERVANT), MONTH)
    held = {"subject": "civil_servant", "domain": "state", "decision": "45/QĐ", "close_day": 25}
    Regulation.objects.create(unit=world.units["ubnd"], since=dt.date(2026, 1, 1), self_day=20, **held)
    remind(on(10))
    assert told(world) == []
    own = Regulation.objects.create(unit=world.units["snv"], since=dt.date(2026, 2, 1), self_day=10, **held)
    for subject in ("civil_servant", "public_employee"):
        for name in ("ubnd", "snv", "stc"):
            unit = world.units[name]
            assert Regulations(MONTH).of(unit, subject) == regulation_for(unit, subject, MONTH)
    assert Regulations(MONTH).of(world.units["snv"], "civil_servant") == own
    remind(on(10))
    assert told(world) == [("snv_servant", "sheet_due")]


def test_nobody_is_called_on_for_a_month_not_worked_or_confirmed(world: World) -> None:
    make_sheet(post_of(SERVANT), MONTH, leave="sick")
    remind(on(20))
    Sheet.objects.update(leave="", state=SheetState.CONFIRMED)
    remind(on(20))
    assert told(world) == []


def test_a_person_is_told_what_was_said_to_their_sheet(world: World) -> None:
    sheet = submitted()
    claim = Claim.objects.create(
        item=own_line(sheet, late=1, is_done=True), kind="objective", about="late", text="Mưa lũ", made_at=now(),
        made_by_name=SERVANT,
    )  # fmt: skip
    head = world.actor("snv_head")
    decide_claim(actor=head, claim_id=claim.pk, is_granted=True, answer="Đúng")
    send_back(actor=head, sheet_id=sheet.pk, reason="Thiếu việc")
    assert told(world) == [("snv_servant", "claim_answered"), ("snv_servant", "sheet_returned")]


def test_levels_and_complaints_reach_whom_they_concern(world: World) -> None:
    found = make_rating_round(world.units["snv"])
    rating = make_rating(found, post_of(SERVANT))
    head, person = world.actor("snv_head"), world.actor("snv_servant")
    hold_meeting(actor=person, round_id=found.pk, meeting=Meeting("Họp"))
    type(rating).objects.filter(pk=rating.pk).update(level="TOT", proposed="TOT", highest="TOT")
    decide_round(actor=head, round_id=found.pk, decision="99/QĐ-SNV", decided_on=on(20))
    assert told(world) == [("snv_servant", "rating_decided")]
    complain(actor=person, rated=Rated.PERSON, rated_id=rating.pk, text="Chưa tính sáng kiến")
    complaint = Complaint.objects.get()
    Notice.objects.all().delete()
    remind(complaint.due_on)
    assert told(world) == [("snv_head", "complaint_owed")]
    answer_complaint(actor=head, complaint_id=complaint.pk, answer=Answer("Đã xem"))
    assert ("snv_servant", "complaint_answered") in told(world)
    Notice.objects.all().delete()
    remind(complaint.due_on)
    assert told(world) == []


def test_what_is_to_be_explained_is_told_to_the_person_and_to_the_head_after_its_time_or_an_answer(
    world: World,
) -> None:
    sheet = make_sheet(post_of(SERVANT), month_of(today()))
    sign = Sign.objects.create(sheet=sheet, code="all_full", facts={}, found_at=now())
    remind(today())
    remind(today() + HEAD_WAITS)
    assert told(world) == [("snv_servant", "sign_asked")]
    asked = Notice.objects.get()
    assert (asked.due_on, str(sign.pk) in address_of(asked)) == (today() + HEAD_WAITS, True)
    remind(today() + HEAD_WAITS + dt.timedelta(days=1))
    assert told(world) == [("snv_head", "sign_unanswered"), ("snv_servant", "sign_asked")]
    answer_sign(actor=world.actor("snv_servant"), sign_id=sign.pk, text="Sổ giấy")
    assert told(world)[0] == ("snv_head", "sign_answered")
    Notice.objects.all().delete()
    remind(today() + HEAD_WAITS + dt.timedelta(days=1))
    assert told(world) == []


def test_what_a_committee_says_is_told_to_the_cadre_and_the_reply_to_its_keeper(world: World) -> None:
    held = {"unit": world.units["tu"], "domain": Domain.PARTY, "valid": ALWAYS, "basis": "Dữ liệu thử"}
    Grant.objects.create(user=world.users["party_a"], role=Role.LEADER, **held)
    keeper, cadre, day = world.actor("party_a"), post_of("Hồ Thị Mẫu"), today()
    said = Decided(ReviewKind.REMINDER, CommitteeBody.STANDING, "Họp muộn", "12-KL/TU", day, day)
    held = {"actor": keeper, "appointment_id": cadre.pk, "committee_id": world.units["tu"].pk}
    review = record_review(**held, decided=said)
    record_review(**held, decided=replace(said, decided_on=day - dt.timedelta(2), ends_on=day - dt.timedelta(1)))
    assert told(world) == [("party_clerk", "review_recorded")]
    reply_to_review(actor=world.actor("party_clerk"), review_id=review.pk, reply="Tôi đã rút kinh nghiệm")
    assert told(world) == [("party_a", "review_replied"), ("party_clerk", "review_recorded")]
    assert {row.due_on for row in Notice.objects.all()} == {day}
    one = make_period_review(cadre, world.units["tu"], opinion="Nhất trí")
    decision = CadreDecision(LevelChoice.TOT, CommitteeBody.BUREAU, "15-KL/TU", day)
    decide_period(actor=keeper, period_id=one.pk, decided=decision)
    assert ("party_clerk", "cadre_rated") in told(world)
    assert {notice.notice.code for notice in shown_notices(world.actor("party_clerk"), unread_only=True)} == {
        f"{day:%m/%Y}",
        "Quý I 2026",
    }


def test_the_head_of_a_unit_is_told_of_its_level(world: World) -> None:
    position = post_of("Võ Thị Thử").position
    position.is_head = True
    position.save()
    found = make_unit_round(world.units["ubnd"])
    make_unit_rating(found, world.units["snv"])
    decide_units(actor=world.actor("chair"), round_id=found.pk, decision="9/QĐ-UBND", decided_on=today())
    assert told(world) == [("snv_head", "unit_rated")]

"""Notices of appraisals: answers at once, days once each, to whom they concern."""

from __future__ import annotations

import datetime as dt

from tests.factories.appraisals import FULL_POINTS, make_rating, make_rating_round, make_sheet, own_line
from tests.factories.assignments import post_of
from tests.personas import World

from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Claim, Complaint, Regulation, Sheet
from sauro.appraisals.selectors.regulations import Regulations, regulation_for
from sauro.appraisals.services.claims import decide_claim
from sauro.appraisals.services.complaints import answer_complaint, complain
from sauro.appraisals.services.judging import send_back
from sauro.appraisals.services.rating import Meeting, decide_round, hold_meeting
from sauro.appraisals.services.reminding import remind
from sauro.common.clock import now
from sauro.notices.models import Notice
from sauro.notices.selectors.notices import address_of, shown_notices

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
    complain(actor=person, rating_id=rating.pk, text="Chưa tính sáng kiến")
    complaint = Complaint.objects.get()
    Notice.objects.all().delete()
    remind(complaint.due_on)
    assert told(world) == [("snv_head", "complaint_owed")]
    answer_complaint(actor=head, complaint_id=complaint.pk, level="", answer="Đã xem")
    assert ("snv_servant", "complaint_answered") in told(world)
    Notice.objects.all().delete()
    remind(complaint.due_on)
    assert told(world) == []

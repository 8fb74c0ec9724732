"""Complaints about levels of units and of cadres: who complains, who answers and who is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from tests.factories.appraisals import make_period_review
from tests.factories.assignments import post_of
from tests.factories.organizations import ALWAYS
from tests.factories.unit_ratings import make_unit_rating, make_unit_round
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.enums import Rated
from sauro.appraisals.models import PeriodReview, UnitRating
from sauro.appraisals.services.complaints import Answer, answer_complaint, complain
from sauro.appraisals.services.reminding import remind
from sauro.audit.models import AuditEvent
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice

TEXT = unicodedata.normalize("NFD", "Chưa tính đề án hoàn thành trước hạn")
STATE = ("chair", "head", "snv_head", "snv_servant", "servant_a", "inspector", "admin", "party_a")


def told(world: World) -> set[tuple[str, str]]:
    names = {user.pk: name for name, user in world.users.items()}
    return {(names[row.user_id], row.kind) for row in Notice.objects.all()}


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as error:
        call()
    return error.value.code


def leader_of_party(world: World) -> Actor:
    held = {"unit": world.units["tu"], "domain": Domain.PARTY, "valid": ALWAYS, "basis": "Dữ liệu thử"}
    Grant.objects.get_or_create(user=world.users["party_a"], role=Role.LEADER, **held)
    return world.actor("party_a")


def period(world: World, **columns: object) -> PeriodReview:
    held = {"state": "decided", "level": "HT", "highest": "XS", "by_score": "XS", "reason": "Lý do", **columns}
    return make_period_review(post_of("Hồ Thị Mẫu"), world.units["tu"], **held)


def of_snv(world: World) -> UnitRating:
    """The decided level of a department, whose director is its head by post."""
    position = post_of("Võ Thị Thử").position
    position.is_head = True
    position.save()
    found = make_unit_round(world.units["ubnd"], state="decided", decision="9/QĐ-UBND", decided_on=today())
    return make_unit_rating(found, world.units["snv"], level="HT", reason="Lý do")


def test_a_cadre_complains_and_the_committee_decides_anew(world: World) -> None:
    one, person = period(world), world.actor("party_clerk")
    leader = leader_of_party(world)
    for other in (*STATE[:-1], "outsider"):
        with pytest.raises(NotVisible):
            complain(actor=world.actor(other), rated=Rated.CADRE, rated_id=one.pk, text=TEXT)
    complaint = complain(actor=person, rated=Rated.CADRE, rated_id=one.pk, text=TEXT)
    assert complaint.due_on == add_working_days(today(), 7)
    assert told(world) == {("party_a", "complaint_owed")}
    with pytest.raises(NotAllowed):
        answer_complaint(actor=person, complaint_id=complaint.pk, answer=Answer("Được"))
    without = lambda: answer_complaint(actor=leader, complaint_id=complaint.pk, answer=Answer("Đúng", "TOT"))  # noqa: E731 -- one call, refused
    assert refused(without) == "decision-needed"
    answer_complaint(actor=leader, complaint_id=complaint.pk, answer=Answer("Đã tính", "TOT", "16-KL/TU"))
    one.refresh_from_db()
    complaint.refresh_from_db()
    assert (one.level, complaint.state, complaint.decision) == ("TOT", "changed", "16-KL/TU")
    assert ("party_clerk", "complaint_answered") in told(world)
    rows = AuditEvent.objects.filter(object_id__in=[one.pk, complaint.pk])
    assert "appraisals.period.replaced" in {row.code for row in rows}
    assert not any(row.reason or "level" in row.changes for row in rows)


def test_who_answers_for_cadres_is_reminded_and_nobody_without_a_grant_of_the_party(world: World) -> None:
    one = period(world)
    leader_of_party(world)
    complaint = complain(actor=world.actor("party_clerk"), rated=Rated.CADRE, rated_id=one.pk, text=TEXT)
    Notice.objects.all().delete()
    remind(complaint.due_on)
    assert told(world) == {("party_a", "complaint_owed")}
    assert Notice.objects.get().due_on == complaint.due_on
    for other in STATE[:-1]:
        with pytest.raises(NotVisible):
            answer_complaint(actor=world.actor(other), complaint_id=complaint.pk, answer=Answer("Không"))


def test_a_level_of_a_cadre_that_is_not_decided_is_not_complained_of(world: World) -> None:
    one = period(world, state="prepared", level="")
    with pytest.raises(NotVisible):
        complain(actor=world.actor("party_clerk"), rated=Rated.CADRE, rated_id=one.pk, text=TEXT)


def test_the_head_speaks_for_the_unit(world: World) -> None:
    rating = of_snv(world)
    for other in ("snv_servant", "chair"):
        with pytest.raises(NotAllowed):
            complain(actor=world.actor(other), rated=Rated.UNIT, rated_id=rating.pk, text=TEXT)
    complaint = complain(actor=world.actor("snv_head"), rated=Rated.UNIT, rated_id=rating.pk, text=TEXT)
    assert told(world) == {("chair", "complaint_owed")}
    with pytest.raises(NotAllowed):
        answer_complaint(actor=world.actor("snv_head"), complaint_id=complaint.pk, answer=Answer("Được"))
    chair = world.actor("chair")
    above = lambda: answer_complaint(actor=chair, complaint_id=complaint.pk, answer=Answer("Được", "XS", "12/QĐ"))  # noqa: E731 -- one call, refused
    assert refused(above) == "level-wrong"
    answer_complaint(actor=chair, complaint_id=complaint.pk, answer=Answer("Đúng", "TOT", "12/QĐ-UBND"))
    rating.refresh_from_db()
    assert rating.level == "TOT"
    assert ("snv_head", "complaint_answered") in told(world)

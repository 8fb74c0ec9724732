"""Cadres of a Party committee: recorded reviews, ratings by quarter and year, and that only the Party sees them."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.factories.appraisals import QD366, make_period_review, make_review, make_sheet, own_line, set_score
from tests.factories.organizations import ALWAYS
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.appraisals.enums import CadrePeriod, CommitteeBody, LevelChoice, ReviewKind
from sauro.appraisals.models import PeriodReview, Review
from sauro.appraisals.selectors.cadre_shares import rooms_of
from sauro.appraisals.selectors.cadres import cadres_of, file_of, own_file, reviews_in_force
from sauro.appraisals.selectors.own_year import year_of_person
from sauro.appraisals.services.cadre_papers import period_file
from sauro.appraisals.services.cadre_periods import (
    CadreDecision,
    decide_period,
    prepare_period,
    reckon_period,
    set_cadre_facts,
    set_opinion,
)
from sauro.appraisals.services.cadre_reviews import Decided, end_review, record_review, reply_to_review
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.services.composing import PaperKind
from sauro.organizations.models import Appointment

FACT = unicodedata.normalize("NFD", "Ba lần họp muộn không báo cáo")


def keeper(world: World, role: str = Role.PERSONNEL) -> Actor:
    """Somebody of the Party who keeps the records of the committee's cadres, or leads it."""
    held = {"unit": world.units["tu"], "domain": Domain.PARTY, "valid": ALWAYS, "basis": "Dữ liệu thử"}
    Grant.objects.get_or_create(user=world.users["party_a"], role=role, **held)
    return world.actor("party_a")


def cadre(world: World) -> Appointment:
    return Appointment.objects.get(person=world.users["party_clerk"].person_id)


def person(world: World) -> Actor:
    return world.actor("party_clerk")


def decided(**columns: object) -> Decided:
    day = today()
    usual = Decided(
        ReviewKind.REMINDER, CommitteeBody.STANDING, FACT, "12-KL/TU", day - dt.timedelta(days=1),
        day + dt.timedelta(days=30),
    )  # fmt: skip
    return replace(usual, **columns)


def recorded(world: World) -> Review:
    return record_review(
        actor=keeper(world), appointment_id=cadre(world).pk, committee_id=world.units["tu"].pk, decided=decided()
    )


def quarter(world: World, score: str, *, months: range = range(1, 4), late: int = 0, **columns: object) -> None:
    """Closed sheets of the cadre with one score, each with one piece of work done."""
    for month in months:
        held = {"subject": "cadre", "settings": QD366, "state": "closed", "duty": "head", **columns}
        sheet = make_sheet(cadre(world), dt.date(2026, month, 1), **held)
        own_line(sheet, is_done=True, late=late)
        set_score(sheet, score)


def prepared(world: World, period: CadrePeriod = CadrePeriod.Q1, year: int = 2026) -> PeriodReview:
    return prepare_period(
        actor=keeper(world), appointment_id=cadre(world).pk, committee_id=world.units["tu"].pk, year=year, period=period
    )


def decision(level: LevelChoice, reason: str = "") -> CadreDecision:
    return CadreDecision(level, CommitteeBody.BUREAU, "15-KL/TU", today(), reason)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as error:
        call()
    return error.value.code


def test_a_review_is_read_by_the_person_and_the_committee_alone(world: World) -> None:
    review = recorded(world)
    assert list(reviews_in_force(keeper(world))) == [review]
    assert [one.fact for one in own_file(person(world)).reviews] == [FACT]
    for other in ("chair", "snv_servant", "head", "inspector", "admin"):
        assert not reviews_in_force(world.actor(other)).exists()
        with pytest.raises(NotVisible):
            end_review(actor=world.actor(other), review_id=review.pk, reason="Không")


def test_no_event_carries_a_word_of_a_review(world: World) -> None:
    review = recorded(world)
    reply_to_review(actor=person(world), review_id=review.pk, reply="Tôi đã rút kinh nghiệm")
    end_review(actor=keeper(world), review_id=review.pk, reason="Đã khắc phục xong")
    rows = AuditEvent.objects.filter(object_id=review.pk).order_by("sequence")
    assert [row.code for row in rows] == [f"appraisals.review.{one}" for one in ("recorded", "replied", "ended")]
    assert {row.object_text for row in rows} == {review.event_text}
    assert not any(row.reason or "kind" in row.changes for row in rows)


def test_after_its_end_a_review_stands_in_the_file_alone(world: World) -> None:
    committee, day = world.units["tu"], today()
    last = make_review(cadre(world), committee, ends_on=day)
    gone = make_review(cadre(world), committee, ends_on=day - dt.timedelta(days=1))
    assert list(reviews_in_force(keeper(world))) == [last]
    assert set(own_file(person(world)).reviews) == {last, gone}
    assert set(file_of(keeper(world), cadre(world)).reviews) == {last, gone}
    assert refused(lambda: reply_to_review(actor=person(world), review_id=gone.pk, reply="Ý")) == "review-ended"


def test_a_review_needs_its_fact_its_basis_and_days_in_order(world: World) -> None:
    day = today()
    wrong = {
        "fact-needed": decided(fact="  "),
        "basis-needed": decided(basis=""),
        "day-ahead": decided(decided_on=day + dt.timedelta(days=1)),
        "end-before": decided(ends_on=day - dt.timedelta(days=2)),
    }
    held = {"actor": keeper(world), "appointment_id": cadre(world).pk, "committee_id": world.units["tu"].pk}
    assert [refused(lambda one=one: record_review(**held, decided=one)) for one in wrong.values()] == list(wrong)


def test_nobody_keeps_records_of_themselves(world: World) -> None:
    held = {"unit": world.units["tu"], "domain": Domain.PARTY, "valid": ALWAYS, "basis": "Dữ liệu thử"}
    Grant.objects.create(user=world.users["party_clerk"], role=Role.LEADER, **held)
    quarter(world, "85")
    one = prepared(world)
    review = make_review(cadre(world), world.units["tu"])
    assert cadre(world) not in cadres_of(person(world))
    with pytest.raises(NotVisible):
        set_opinion(actor=person(world), period_id=one.pk, opinion="Tốt")
    with pytest.raises(NotAllowed):
        end_review(actor=person(world), review_id=review.pk, reason="Xong")


def test_a_quarter_is_the_mean_of_its_months(world: World) -> None:
    quarter(world, "80", months=range(1, 3))
    quarter(world, "92", months=range(3, 4))
    one = prepared(world)
    assert (one.score_exact, one.parts, one.is_provisional) == ("84", 3, False)
    assert (one.done, one.on_time, one.late, one.proposed) == (10_000, 10_000, 0, "TOT")
    assert cadres_of(keeper(world)) == [cadre(world)]


def test_a_quarter_with_an_open_month_is_provisional_until_reckoned_anew(world: World) -> None:
    quarter(world, "80", months=range(1, 3))
    one = prepared(world)
    assert one.is_provisional
    quarter(world, "80", months=range(3, 4))
    assert not reckon_period(actor=keeper(world), period_id=one.pk).is_provisional


def test_sheets_of_the_state_never_enter(world: World) -> None:
    quarter(world, "80", domain=Domain.STATE)
    assert refused(lambda: prepared(world)) == "no-sheet"


def test_late_work_and_findings_lower_the_proposal(world: World) -> None:
    quarter(world, "95", late=1)
    one = prepared(world)
    assert one.proposed == ""
    assert {"not_beyond", "defects_not_fixed", "not_on_time", "too_late"} <= set(one.reasons)
    fell = set_cadre_facts(actor=keeper(world), period_id=one.pk, facts=["low_confidence", "unknown"])
    assert (fell.facts, fell.highest, fell.proposed) == (["low_confidence"], "KHT", "KHT")


@pytest.mark.parametrize("fact", ["unit_under_70", "targets", "sub_units_failed", "discipline", "unit_corruption"])
def test_each_ground_of_a_leader_forces_the_lowest_level(world: World, fact: str) -> None:
    quarter(world, "95")
    one = set_cadre_facts(actor=keeper(world), period_id=prepared(world).pk, facts=["beyond", "defects_fixed", fact])
    assert (one.by_score, one.proposed, one.reasons) == ("XS", "KHT", [fact])


def test_the_committee_decides_and_then_the_person_sees_it(world: World) -> None:
    quarter(world, "95")
    one = set_cadre_facts(actor=keeper(world), period_id=prepared(world).pk, facts=["beyond", "defects_fixed"])
    assert one.proposed == "XS"
    with pytest.raises(NotAllowed):
        decide_period(actor=keeper(world), period_id=one.pk, decided=decision(LevelChoice.XS))
    leader = keeper(world, Role.LEADER)
    assert refused(lambda: decide_period(actor=leader, period_id=one.pk, decided=decision(LevelChoice.XS))) == (
        "opinion-needed"
    )
    set_opinion(actor=leader, period_id=one.pk, opinion="Nhất trí")
    assert not own_file(person(world)).periods
    assert refused(lambda: decide_period(actor=leader, period_id=one.pk, decided=decision(LevelChoice.TOT))) == (
        "level-wrong"
    )
    decide_period(actor=leader, period_id=one.pk, decided=decision(LevelChoice.TOT, "Tập thể có đơn vị chậm"))
    assert [row.level for row in own_file(person(world)).periods] == ["TOT"]
    assert refused(lambda: set_opinion(actor=leader, period_id=one.pk, opinion="Khác")) == "period-decided"
    data, name = period_file(actor=person(world), period_id=one.pk, kind=PaperKind.DOCX)
    assert data[:2] == b"PK"
    assert name == "phieu-can-bo-q1-2026-ho-thi-mau.docx"


def test_halves_and_the_year_come_from_the_decided_quarters(world: World) -> None:
    quarter(world, "60")
    held = {"state": "decided", "level": "TOT"}
    make_period_review(cadre(world), world.units["tu"], period="q1", score_exact="80", **held)
    make_period_review(cadre(world), world.units["tu"], period="q2", score_exact="275/3")
    half = prepared(world, CadrePeriod.H1)
    assert (half.score_exact, half.parts, half.is_provisional) == ("80", 1, True)
    PeriodReview.objects.filter(period="q2").update(state="decided")
    assert reckon_period(actor=keeper(world), period_id=half.pk).score_exact == "515/6"


def test_the_highest_level_of_the_year_is_for_a_fifth(world: World) -> None:
    leader = keeper(world, Role.LEADER)
    best = {"score_exact": "95", "by_score": "XS", "highest": "XS", "proposed": "XS", "opinion": "Nhất trí"}
    one = make_period_review(cadre(world), world.units["tu"], period="year", **best)
    assert refused(lambda: decide_period(actor=leader, period_id=one.pk, decided=decision(LevelChoice.XS))) == (
        "too-many"
    )
    assert not PeriodReview.objects.filter(level="XS").exists()


def test_above_a_fifth_needs_merit_and_above_a_quarter_is_refused_inside_a_group_too(world: World) -> None:
    leader, committee = keeper(world, Role.LEADER), world.units["tu"]
    best = {"score_exact": "95", "by_score": "XS", "highest": "XS", "proposed": "XS", "opinion": "Nhất trí"}
    one = make_period_review(cadre(world), committee, period="year", like_group="Văn phòng", **best)
    others = [
        post for post in Appointment.objects.order_by("pk") if post.pk != one.appointment_id and post.person_id
    ][:4]  # fmt: skip
    for post in others:
        make_period_review(post, committee, period="year", like_group="Khác", state="decided", level="TOT")

    def decide(merit: str = "") -> PeriodReview:
        said = replace(decision(LevelChoice.XS), merit=merit)
        return decide_period(actor=leader, period_id=one.pk, decided=said)

    assert [(room.group, room.best, room.most, room.greatest, room.base) for room in rooms_of(one)] == [
        ("", 1, 0, 1, 5),
        ("Văn phòng", 1, 0, 0, 1),
    ]
    assert refused(lambda: decide("Đứng đầu khối")) == "too-many"
    PeriodReview.objects.update(like_group="Văn phòng")
    assert refused(decide) == "merit-needed"
    assert decide("Đứng đầu khối").merit == "Đứng đầu khối"


def test_a_period_that_has_not_begun_and_one_there_already_are_refused(world: World) -> None:
    quarter(world, "80")
    prepared(world)
    assert refused(lambda: prepared(world)) == "period-there"
    assert refused(lambda: prepared(world, year=today().year + 1)) == "period-ahead"


def test_the_own_year_of_a_cadre_runs_by_months_too(world: World) -> None:
    quarter(world, "80", months=range(10, 12))
    assert year_of_person(person(world), 2026).quarters == ["", "", "", "80,00"]

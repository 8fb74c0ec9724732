"""The yearly rating: proposals within the share, the decision of people, complaints, and who sees what."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.appraisals import make_rating_round, make_sheet, set_score
from tests.factories.assignments import post_of
from tests.factories.organizations import make_person
from tests.personas import World

from sauro.access.actor import Actor
from sauro.appraisals.enums import Duty, LevelChoice, Rated
from sauro.appraisals.models import Rating, RatingRound
from sauro.appraisals.selectors.ratings import get_rating, own_ratings, published_levels, reasons_of
from sauro.appraisals.services.complaints import Answer, answer_complaint, complain, replace_level
from sauro.appraisals.services.rating import (
    Meeting,
    choose_level,
    decide_round,
    hold_meeting,
    prepare_round,
    reckon_round,
    set_findings,
)
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotVisible
from sauro.organizations.models import Appointment

SERVANT = "Đỗ Văn Mẫu"
DAY = dt.date(2026, 12, 10)


def keeper(world: World) -> Actor:
    return world.actor("snv_servant")


def colleagues(world: World, number: int) -> list[Appointment]:
    """More people of the department, in the position of the servant."""
    known = post_of(SERVANT)
    return [
        Appointment.objects.create(
            person=make_person(f"Nguyễn Thị Ví Dụ {one}"), position=known.position, unit=known.unit, valid=known.valid
        )
        for one in range(number)
    ]


def year_of(appointment: Appointment, score: str, *, months: range = range(1, 12), **columns: object) -> None:
    for month in months:
        set_score(make_sheet(appointment, dt.date(2026, month, 1), state="closed", **columns), score)


def prepared(world: World, scores: list[str]) -> RatingRound:
    """A round of the department: the servant and colleagues with these scores in every month."""
    posts = [post_of(SERVANT), *colleagues(world, len(scores) - 1)]
    for post, score in zip(posts, scores, strict=True):
        year_of(post, score)
    return prepare_round(actor=keeper(world), unit_id=world.units["snv"].pk, year=2026)


def decided(world: World, scores: list[str]) -> RatingRound:
    found = prepared(world, scores)
    hold_meeting(actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp ngày 09/12"))
    return decide_round(actor=world.actor("snv_head"), round_id=found.pk, decision="99/QĐ-SNV", decided_on=DAY)


def refused(call: object) -> str:
    with pytest.raises(DomainError) as error:
        call()  # type: ignore[operator]  # a call without arguments
    return error.value.code


def test_the_share_of_the_highest_level_is_a_fifth_of_those_rated_good(world: World) -> None:
    found = prepared(world, ["95", "94", "93", "91", "85", "80", "60"])
    levels = list(found.ratings.order_by("-score").values_list("proposed", flat=True))
    assert levels == ["XS", "TOT", "TOT", "TOT", "TOT", "TOT", "HT"]


def test_equal_scores_at_the_edge_are_for_people(world: World) -> None:
    found = prepared(world, ["95", "95", "90", "85", "84", "83"])
    assert found.ratings.filter(is_tied=True).count() == 2


def test_findings_force_the_lowest_level_and_say_so(world: World) -> None:
    found = prepared(world, ["95", "85"])
    rating = found.ratings.get(appointment=post_of(SERVANT))
    rating = set_findings(actor=keeper(world), rating_id=rating.pk, conclusions=[], disciplines=["duty"])
    assert (rating.by_score, rating.proposed) == ("XS", "KHT")
    assert reasons_of(rating) == ["Bị kỷ luật trong năm đánh giá."]
    rating = set_findings(actor=keeper(world), rating_id=rating.pk, conclusions=[], disciplines=["other"])
    assert rating.proposed == "TOT"


def test_less_than_six_months_are_not_rated(world: World) -> None:
    year_of(post_of(SERVANT), "95", months=range(7, 12))
    found = prepare_round(actor=keeper(world), unit_id=world.units["snv"].pk, year=2026)
    rating = found.ratings.get()
    assert (rating.highest, rating.proposed, rating.months) == ("", "", 5)


def test_a_level_departs_from_the_proposal_only_with_a_reason_and_never_above_the_score(world: World) -> None:
    found = prepared(world, ["85", "84"])
    rating = found.ratings.get(appointment=post_of(SERVANT))
    head = world.actor("snv_head")
    assert refused(lambda: choose_level(actor=head, rating_id=rating.pk, level=LevelChoice.XS)) == "level-wrong"
    assert refused(lambda: choose_level(actor=head, rating_id=rating.pk, level=LevelChoice.HT)) == "level-wrong"
    choose_level(actor=head, rating_id=rating.pk, level=LevelChoice.HT, reason="Chậm trả lời công dân")
    reckon_round(actor=keeper(world), round_id=found.pk)
    rating.refresh_from_db()
    assert (rating.level, rating.proposed) == ("HT", "TOT")


def test_the_decision_needs_the_meeting_and_keeps_to_the_share(world: World) -> None:
    found = prepared(world, ["95", "94", "85"])
    held = {"round_id": found.pk, "decision": "99/QĐ-SNV", "decided_on": DAY}
    head = world.actor("snv_head")
    assert refused(lambda: decide_round(actor=head, **held)) == "no-meeting"
    share = lambda: hold_meeting(  # noqa: E731 -- one call, refused
        actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp", share=25)
    )
    assert refused(share) == "share-wrong"
    hold_meeting(actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp ngày 09/12"))
    best = found.ratings.get(appointment=post_of(SERVANT))
    choose_level(actor=head, rating_id=best.pk, level=LevelChoice.XS, reason="Có sáng kiến")
    assert refused(lambda: decide_round(actor=head, **held)) == "too-many"
    choose_level(actor=head, rating_id=best.pk, level=LevelChoice.TOT)
    decide_round(actor=head, **held)
    assert set(Rating.objects.values_list("level", flat=True)) == {"TOT"}
    assert refused(lambda: reckon_round(actor=keeper(world), round_id=found.pk)) == "round-decided"


def test_the_head_is_bound_by_the_level_of_the_body(world: World) -> None:
    year_of(post_of("Võ Thị Thử"), "95", duty=Duty.HEAD)
    found = prepare_round(actor=keeper(world), unit_id=world.units["snv"].pk, year=2026)
    rating = found.ratings.get()
    assert (rating.proposed, "unit_not_rated" in rating.reasons) == ("", True)
    hold_meeting(actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp", unit_level="HT"))
    rating.refresh_from_db()
    assert (rating.highest, rating.proposed) == ("HT", "HT")


def test_a_person_sees_the_rating_once_it_is_decided_and_colleagues_the_level_alone(world: World) -> None:
    found = prepared(world, ["85", "84"])
    rating = found.ratings.get(appointment=post_of(SERVANT))
    servant = world.actor("snv_servant")
    assert own_ratings(servant) == []
    hold_meeting(actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp"))
    decide_round(actor=world.actor("snv_head"), round_id=found.pk, decision="99/QĐ-SNV", decided_on=DAY)
    assert [one.level for one in own_ratings(servant)] == ["TOT"]
    assert published_levels(servant).count() == 2
    assert not published_levels(world.actor("servant_a")).exists()
    for persona in ("inspector", "chair", "head", "office_a"):
        with pytest.raises(NotVisible):
            get_rating(world.actor(persona), rating.pk)


def test_a_complaint_is_answered_within_seven_working_days(world: World) -> None:
    found = decided(world, ["85", "84"])
    rating = found.ratings.get(appointment=post_of(SERVANT))
    servant, head = world.actor("snv_servant"), world.actor("snv_head")
    complaint = complain(actor=servant, rated=Rated.PERSON, rated_id=rating.pk, text="Chưa tính sáng kiến")
    assert complaint.due_on > today() + dt.timedelta(days=7)
    assert (
        refused(lambda: complain(actor=servant, rated=Rated.PERSON, rated_id=rating.pk, text="Lần nữa"))
        == "complaint-open"
    )
    answer_complaint(actor=head, complaint_id=complaint.pk, answer=Answer("Sáng kiến đã tính ở tháng 5"))
    complaint.refresh_from_db()
    assert complaint.state == "upheld"
    again = lambda: answer_complaint(  # noqa: E731 -- one call, refused
        actor=head, complaint_id=complaint.pk, answer=Answer("Như trên")
    )
    assert refused(again) == "complaint-closed"
    replace_level(actor=head, rating_id=rating.pk, level=LevelChoice.HT, reason="Phát hiện báo cáo sai")
    rating.refresh_from_db()
    assert (rating.level, rating.reason) == ("HT", "Phát hiện báo cáo sai")


def test_wrong_rounds_are_refused(world: World) -> None:
    begin = lambda year: prepare_round(  # noqa: E731 -- called thrice
        actor=keeper(world), unit_id=world.units["snv"].pk, year=year
    )
    assert refused(lambda: begin(2025)) == "year-wrong"
    assert refused(lambda: begin(2026)) == "nobody"
    make_rating_round(world.units["snv"])
    assert refused(lambda: begin(2026)) == "round-there"


def test_nobody_decides_their_own_level(world: World) -> None:
    head = world.actor("snv_head")
    year_of(post_of("Võ Thị Thử"), "95", duty="head")
    found = prepared(world, ["85"])
    own = found.ratings.get(appointment=post_of("Võ Thị Thử"))
    assert refused(lambda: choose_level(actor=head, rating_id=own.pk, level=LevelChoice.TOT)) == "not-allowed"
    hold_meeting(actor=keeper(world), round_id=found.pk, meeting=Meeting("Họp ngày 09/12", unit_level="TOT"))
    decide_round(actor=head, round_id=found.pk, decision="99/QĐ-SNV", decided_on=DAY)
    levels = dict(found.ratings.values_list("appointment__person__full_name", "level"))
    assert levels == {"Võ Thị Thử": "", SERVANT: "TOT"}
    again = {"rating_id": own.pk, "level": LevelChoice.TOT, "reason": "Quyết định của cấp trên"}
    assert refused(lambda: replace_level(actor=head, **again)) == "not-allowed"


def test_who_falls_out_of_the_share_reads_why(world: World) -> None:
    found = prepared(world, ["95", "94", "93"])
    words = [sentence for one in found.ratings.select_related("round") for sentence in reasons_of(one)]
    assert [sentence for sentence in words if "đã đủ tỷ lệ 20 %" in sentence] and len(words) == 3

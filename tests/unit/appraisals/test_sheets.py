"""From own points to a closed month: who may do what, what is refused, and two at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from tests.factories.appraisals import FULL_POINTS, make_catalogue, make_product, make_sheet, own_line, planned
from tests.factories.assignments import make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.appraisals.enums import ClaimAbout, ClaimKind, Duty, Leave, OwnLine
from sauro.appraisals.models import Product, Sheet, SheetItem
from sauro.appraisals.selectors.fair_play import fair_play
from sauro.appraisals.selectors.own_year import year_of_person
from sauro.appraisals.selectors.sheets import get_sheet_page
from sauro.appraisals.services.claims import decide_claim, make_claim, withdraw_claim
from sauro.appraisals.services.closing import close_due, close_month, reopen_sheet
from sauro.appraisals.services.filling import renew, renew_marked
from sauro.appraisals.services.judging import Verdict, confirm_many, confirm_sheet, judge_own_work, send_back
from sauro.appraisals.services.stating import (
    OwnWork,
    add_own_work,
    choose_product,
    remove_own_work,
    set_leave,
    submit_sheet,
)
from sauro.common.clock import VIETNAM, now
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.tasks.models import Assignment

SERVANT, HEAD = "Đỗ Văn Mẫu", "Võ Thị Thử"
MONTH = dt.date(2026, 10, 1)
LOWER = {**FULL_POINTS, "I.1": "4.5"}


def ready(world: World, *, late: bool = False, products: bool = True) -> Sheet:
    """A sheet of October with two products done, one of them late if asked."""
    if products:
        make_product(make_catalogue(world.units["ubnd"]), "DC.05", "Báo cáo", 120_000)
    post = post_of(SERVANT)
    days = (25 if late else 15, 10)
    works = [
        make_assignment(
            world.units["ubnd"], world.units["snv"], state="confirmed", due_on=dt.date(2026, 10, 20), person=post,
            product="Báo cáo", handed_in_at=dt.datetime(2026, 10, day, 9, tzinfo=VIETNAM),
        )
        for day in days
    ]  # fmt: skip
    planned(post, MONTH, *works)
    sheet = make_sheet(post, MONTH)
    renew([sheet.pk])
    sheet.refresh_from_db()
    return sheet


def submitted(world: World, **held: bool) -> Sheet:
    return submit_sheet(actor=world.actor("snv_servant"), sheet_id=ready(world, **held).pk, points=FULL_POINTS)


def closed(world: World) -> Sheet:
    sheet = submitted(world)
    confirm_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, verdict=Verdict())
    close_month(actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, month=MONTH)
    sheet.refresh_from_db()
    return sheet


def code_of(refused: pytest.ExceptionInfo[DomainError]) -> str:
    return refused.value.code


def test_the_sheet_goes_from_own_points_to_the_closed_month(world: World) -> None:
    sheet = submitted(world)
    assert (sheet.state, sheet.score_exact) == ("submitted", "100")
    verdict = Verdict(LOWER, "Còn chậm báo cáo nội bộ.")
    sheet = confirm_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, verdict=verdict)
    assert (sheet.state, sheet.score_exact, sheet.confirmed_by_name) == ("confirmed", "199/2", HEAD)
    done = close_month(actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, month=MONTH)
    assert (done.closed, done.left) == (1, 0)
    page = get_sheet_page(world.actor("snv_servant"), sheet.pk)
    assert page.sheet.state == "closed"
    assert page.appraisal is not None
    assert "99,50 điểm" in page.appraisal.text()


def test_a_late_product_costs_a_quarter_of_its_progress_points(world: World) -> None:
    sheet = submitted(world, late=True)
    assert (sheet.assigned, sheet.done, sheet.progress) == (240_000, 240_000, 21_000_000)
    assert sheet.score_exact == "1165/12"


def test_what_changes_after_closing_stays_out_until_the_sheet_is_opened_again(world: World) -> None:
    sheet = closed(world)
    work = Assignment.objects.filter(products__isnull=True).first()
    assert work is not None
    Assignment.objects.filter(pk=work.pk).update(state="returned", handed_in_at=None)
    renew([sheet.pk])
    sheet.refresh_from_db()
    assert sheet.done == 240_000
    with pytest.raises(DomainError) as refused:
        reopen_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, reason=" ")
    assert code_of(refused) == "reason-needed"
    reopen_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, reason="Nhiệm vụ bị trả lại sau khi chốt")
    sheet.refresh_from_db()
    assert (sheet.state, sheet.done) == ("submitted", 120_000)


def test_nobody_confirms_their_own_sheet_and_a_head_is_confirmed_from_above(world: World) -> None:
    sheet = submitted(world)
    with pytest.raises(NotAllowed):
        confirm_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, verdict=Verdict())
    own = make_sheet(post_of(HEAD), MONTH, duty=Duty.HEAD, own_points=FULL_POINTS, state="submitted")
    with pytest.raises(NotAllowed):
        confirm_sheet(actor=world.actor("snv_head"), sheet_id=own.pk, verdict=Verdict())
    confirm_sheet(actor=world.actor("chair"), sheet_id=own.pk, verdict=Verdict())
    own.refresh_from_db()
    assert own.confirmed_by_name == "Phạm Văn Mẫu"


def test_points_are_for_the_person_the_line_of_command_and_the_personnel_unit(world: World) -> None:
    sheet = submitted(world)
    for persona in ("snv_servant", "snv_head"):
        assert get_sheet_page(world.actor(persona), sheet.pk).sheet == sheet
    for persona in ("inspector", "clerk", "head", "office_a", "servant_a", "party_clerk", "outsider"):
        with pytest.raises(NotVisible):
            get_sheet_page(world.actor(persona), sheet.pk)


@pytest.mark.parametrize(
    "points", [{}, {**FULL_POINTS, "I.1": "5.1"}, {**FULL_POINTS, "I.1": "-1"}, {**FULL_POINTS, "I.1": "năm"}]
)
def test_wrong_points_are_refused(world: World, points: dict[str, str]) -> None:
    sheet = ready(world)
    with pytest.raises(DomainError) as refused:
        submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=points)
    assert code_of(refused) == "points-wrong"
    sheet.refresh_from_db()
    assert (sheet.state, sheet.own_points) == ("open", {})


def test_work_without_a_product_has_to_be_converted_first(world: World) -> None:
    sheet = ready(world)
    Assignment.objects.update(product="Tờ trình")
    SheetItem.objects.update(product=None, units=0)
    with pytest.raises(DomainError) as refused:
        submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=FULL_POINTS)
    assert code_of(refused) == "not-converted"
    product = Product.objects.get()
    for item in sheet.items.all():
        choose_product(actor=world.actor("snv_servant"), item_id=item.pk, product_id=product.pk)
    assert submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=FULL_POINTS).assigned == 240_000


def test_other_points_than_the_persons_own_need_words(world: World) -> None:
    sheet = submitted(world)
    with pytest.raises(DomainError) as refused:
        confirm_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, verdict=Verdict(LOWER))
    assert code_of(refused) == "comment-needed"


def test_added_work_counts_once_the_head_confirmed_it(world: World) -> None:
    sheet = ready(world)
    product = Product.objects.get()
    servant, head = world.actor("snv_servant"), world.actor("snv_head")
    item = add_own_work(actor=servant, sheet_id=sheet.pk, work=OwnWork("Trả lời cử tri", product.pk, 3))
    assert (item.units, item.kind) == (360_000, "ad_hoc")
    sheet.refresh_from_db()
    assert sheet.added == 0
    submit_sheet(actor=servant, sheet_id=sheet.pk, points=FULL_POINTS)
    with pytest.raises(DomainError) as refused:
        confirm_sheet(actor=head, sheet_id=sheet.pk, verdict=Verdict())
    assert code_of(refused) == "lines-open"
    with pytest.raises(DomainError) as refused:
        judge_own_work(actor=head, item_id=item.pk, is_accepted=False)
    assert code_of(refused) == "reason-needed"
    judge_own_work(actor=head, item_id=item.pk, is_accepted=True)
    sheet.refresh_from_db()
    assert (sheet.added, sheet.done) == (360_000, 600_000)


def test_added_work_can_be_taken_back_until_it_is_judged(world: World) -> None:
    sheet = ready(world)
    first = own_line(sheet, own=OwnLine.PROPOSED)
    second = own_line(sheet, own=OwnLine.ACCEPTED)
    remove_own_work(actor=world.actor("snv_servant"), item_id=first.pk)
    with pytest.raises(DomainError) as refused:
        remove_own_work(actor=world.actor("snv_servant"), item_id=second.pk)
    assert code_of(refused) == "line-judged"


def test_an_objective_cause_changes_points_only_when_it_is_granted(world: World) -> None:
    sheet = ready(world, late=True)
    item = sheet.items.get(late=1)
    servant, head = world.actor("snv_servant"), world.actor("snv_head")
    with pytest.raises(DomainError) as refused:
        make_claim(actor=servant, item_id=item.pk, kind=ClaimKind.OBJECTIVE, about=ClaimAbout.FAILURE, text="Mưa lũ")
    assert code_of(refused) == "nothing-to-claim"
    claim = make_claim(actor=servant, item_id=item.pk, kind=ClaimKind.OBJECTIVE, about=ClaimAbout.LATE, text="Mưa lũ")
    sheet.refresh_from_db()
    assert sheet.progress == 21_000_000
    with pytest.raises(NotAllowed):
        decide_claim(actor=servant, claim_id=claim.pk, is_granted=True, answer="Đồng ý")
    decide_claim(actor=head, claim_id=claim.pk, is_granted=True, answer="Theo công điện số 5")
    sheet.refresh_from_db()
    assert sheet.progress == 24_000_000
    submit_sheet(actor=servant, sheet_id=sheet.pk, points=FULL_POINTS)
    page = get_sheet_page(servant, sheet.pk)
    assert page.appraisal is not None
    assert f"nguyên nhân khách quan, {HEAD} xác nhận" in page.appraisal.text()


def test_a_claim_is_answered_or_withdrawn_once(world: World) -> None:
    sheet = ready(world, late=True)
    item = sheet.items.get(late=1)
    servant = world.actor("snv_servant")
    claim = make_claim(actor=servant, item_id=item.pk, kind=ClaimKind.DISPUTE, about=ClaimAbout.LATE, text="Đã nộp sớm")
    withdraw_claim(actor=servant, claim_id=claim.pk)
    with pytest.raises(DomainError) as refused:
        decide_claim(actor=world.actor("snv_head"), claim_id=claim.pk, is_granted=True, answer="Đúng")
    assert code_of(refused) == "claim-closed"


def test_a_leaders_points_take_in_who_fell_below_fifty(world: World) -> None:
    head = make_sheet(post_of(HEAD), MONTH, duty=Duty.HEAD, own_points=FULL_POINTS, state="submitted")
    own_line(head, is_done=True, kind="planned")
    renew([head.pk])
    head.refresh_from_db()
    assert head.score_exact == "100"
    weak = make_sheet(post_of(SERVANT), MONTH, own_points=FULL_POINTS)
    own_line(weak, is_done=False, kind="planned")
    renew([weak.pk, head.pk])
    head.refresh_from_db()
    assert head.score_exact == "565/6"


def led(world: World, *, weak: bool) -> tuple[Sheet, Sheet]:
    """A head with all done, and somebody below who did nothing (or all) of a planned work; both handed in."""
    head = make_sheet(post_of(HEAD), MONTH, duty=Duty.HEAD, own_points=FULL_POINTS, state="submitted")
    own_line(head, is_done=True, kind="planned")
    below = make_sheet(post_of(SERVANT), MONTH, own_points=FULL_POINTS, state="submitted")
    own_line(below, is_done=not weak, kind="planned")
    renew([below.pk, head.pk])
    return head, below


def test_whoever_was_away_the_whole_month_has_no_score_and_bears_on_no_leader(world: World) -> None:
    head, below = led(world, weak=True)
    set_leave(actor=world.actor("snv_head"), sheet_id=below.pk, leave=Leave.SICK)
    below.refresh_from_db()
    assert (below.score, below.score_exact) == (None, "")
    assert get_sheet_page(world.actor("snv_servant"), below.pk).appraisal is None
    renew_marked()
    head.refresh_from_db()
    assert head.score_exact == "100"
    with pytest.raises(DomainError) as refused:
        confirm_sheet(actor=world.actor("snv_head"), sheet_id=below.pk, verdict=Verdict())
    assert code_of(refused) == "on-leave"
    Sheet.objects.filter(pk=below.pk).update(state="open")
    with pytest.raises(DomainError) as refused:
        submit_sheet(actor=world.actor("snv_servant"), sheet_id=below.pk, points=FULL_POINTS)
    assert code_of(refused) == "on-leave"


def test_a_leaders_stored_score_follows_what_is_said_below(world: World) -> None:
    head, below = led(world, weak=False)
    assert confirm_sheet(actor=world.actor("snv_head"), sheet_id=below.pk, verdict=Verdict()).score == 100
    own_line(below, is_done=False, kind="planned", units=90_000)
    send_back(actor=world.actor("snv_head"), sheet_id=below.pk, reason="Thiếu một việc")
    assert get_sheet_page(world.actor("snv_head"), head.pk).is_due_for_reckoning
    renew_marked()
    head.refresh_from_db()
    assert head.score_exact == "565/6"


def test_a_closed_sheet_of_a_leader_shows_the_terms_of_its_closing(world: World) -> None:
    head, below = led(world, weak=True)
    Sheet.objects.filter(pk__in=[head.pk, below.pk]).update(state="closed", closed_at=now())
    actor = world.actor("snv_head")
    before = get_sheet_page(actor, head.pk)
    assert before.appraisal is not None and not fair_play(actor, before).is_led_otherwise
    reopen_sheet(actor=world.actor("snv_head"), sheet_id=below.pk, reason="Việc đã xong")
    below.items.update(is_done=True)
    renew([below.pk])
    page = get_sheet_page(actor, head.pk)
    assert page.appraisal is not None and page.appraisal.score.score == before.appraisal.score.score
    assert "người dưới quyền lúc chốt" in page.appraisal.text()
    now_ = fair_play(actor, page)
    assert (now_.is_led_otherwise, now_.score_now) == (True, 100)


def test_bulk_confirmation_tells_what_hinders_each(world: World) -> None:
    good = submitted(world)
    open_ = make_sheet(post_of(SERVANT), dt.date(2026, 9, 1))
    done, refused = confirm_many(actor=world.actor("snv_head"), sheet_ids=[good.pk, open_.pk])
    assert done == 1
    assert refused == [f"{SERVANT}: Người này chưa tự chấm nên chưa xác nhận được."]


def test_a_month_that_runs_is_not_closed_and_the_day_of_closing_closes(world: World) -> None:
    with pytest.raises(DomainError) as refused:
        close_month(actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, month=dt.date(2099, 1, 1))
    assert code_of(refused) == "month-running"
    sheet = submitted(world)
    confirm_sheet(actor=world.actor("snv_head"), sheet_id=sheet.pk, verdict=Verdict())
    assert close_due() == 1
    assert close_due() == 0


def test_a_sent_back_sheet_is_the_persons_again(world: World) -> None:
    sheet = submitted(world)
    send_back(actor=world.actor("snv_head"), sheet_id=sheet.pk, reason="Thiếu tự nhận xét")
    again = submit_sheet(actor=world.actor("snv_servant"), sheet_id=sheet.pk, points=LOWER, note="Đã bổ sung")
    assert (again.state, again.own_points["I.1"]) == ("submitted", "4.5")


def test_the_own_year_means_the_months_that_were_worked(world: World) -> None:
    submitted(world)
    away = make_sheet(post_of(SERVANT), dt.date(2026, 9, 1))
    set_leave(actor=world.actor("snv_head"), sheet_id=away.pk, leave=Leave.SICK)
    own = year_of_person(world.actor("snv_servant"), 2026)
    assert own.mean == "100,00"
    assert [line.score for line in own.months][8:10] == ["", "100,00"]


def test_of_two_heads_that_confirm_at_once_the_second_is_told(committed_world: World) -> None:
    with transaction.atomic():
        sheet = submitted(committed_world)
    heads = [committed_world.actor("snv_head"), committed_world.actor("snv_head")]
    outcomes = at_once(
        *(lambda one=one: confirm_sheet(actor=one, sheet_id=sheet.pk, verdict=Verdict()) for one in heads)
    )
    assert outcomes == ["already-confirmed", "ok"]

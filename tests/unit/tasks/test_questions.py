"""A question to the giver: its days are the giver's, whoever ends it, and it stays on record with its answer."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import now, today
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import QuestionEnd, ReturnKind
from sauro.tasks.models import Assignment, ProductVersion, Question
from sauro.tasks.selectors.deadlines import deadline_story
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.services import lifecycle, products
from sauro.tasks.services.undoing import mark_of, take_back
from sauro.tasks.timeliness import Timeliness
from sauro.tasks.whose_days import Holder, Holding, WhoseDays, divide_days


def asked(world: World, days_ago: int = 4, **columns: object) -> Assignment:
    """Work of commune A due yesterday, on which it asked so many days ago."""
    columns = {"due_on": days_from(today(), -1), "due_original": days_from(today(), -1)} | columns
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], **columns)
    lifecycle.question_assignment(actor=world.actor("office_a"), assignment_id=row.pk, reason="Không đúng thẩm quyền")
    moment = now() - dt.timedelta(days=days_ago)
    Question.objects.filter(assignment=row).update(asked_at=moment)
    Assignment.objects.filter(pk=row.pk).update(waiting_since=days_from(today(), -days_ago))
    Assignment.objects.filter(pk=row.pk).update(given_at=moment - dt.timedelta(days=2))
    return row


def test_clock_stands_still_while_the_giver_has_not_answered(world: World) -> None:
    row = get_assignment(world.actor("office_a"), asked(world).pk)
    assert row.timeliness == Timeliness.WAITING_OTHERS
    story = deadline_story(row)
    assert story.days == WhoseDays(total=6, giver=4, others=0)
    assert [(one.holder, one.until, days) for one, days in story.holdings] == [(Holder.GIVER, None, 4)]


def test_answer_adds_the_days_and_stays_beside_the_question(world: World) -> None:
    row = asked(world)
    lifecycle.insist_on_assignment(actor=world.actor("head"), assignment_id=row.pk, reason="Đúng thẩm quyền của xã")
    row.refresh_from_db()
    assert (row.held_days, row.giver_days, row.waiting_since) == (4, 4, None)
    question = row.questions.get()
    assert (question.end, question.counted_days) == (QuestionEnd.ANSWERED, 4)
    assert (question.text, question.answer) == ("Không đúng thẩm quyền", "Đúng thẩm quyền của xã")
    assert get_assignment(world.actor("office_a"), row.pk).timeliness == Timeliness.DUE_SOON


@pytest.mark.parametrize("end", [QuestionEnd.WITHDRAWN, QuestionEnd.STOPPED])
def test_question_ends_with_acceptance_and_with_the_work_and_waits_again_when_that_is_taken_back(
    world: World, end: QuestionEnd
) -> None:
    row = asked(world)
    body, giver = world.actor("office_a"), world.actor("head")
    actor = body if end == QuestionEnd.WITHDRAWN else giver
    with transaction.atomic():
        before = mark_of(row.pk)
        if end == QuestionEnd.WITHDRAWN:
            lifecycle.accept_assignment(actor=actor, assignment_id=row.pk)
        else:
            lifecycle.stop_assignment(actor=actor, assignment_id=row.pk, reason="Giao nơi khác")
        after = mark_of(row.pk)
    row.refresh_from_db()
    assert (row.held_days, row.questions.get().end) == (4, end)
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    row.refresh_from_db()
    assert (row.state, row.held_days, row.giver_days) == (State.QUESTIONED, 0, 0)
    assert (row.waiting_since, row.questions.get().end) == (days_from(today(), -4), QuestionEnd.OPEN)


def test_question_taken_back_counts_for_nobody(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    actor = world.actor("office_a")
    with transaction.atomic():
        before = mark_of(row.pk)
        lifecycle.question_assignment(actor=actor, assignment_id=row.pk, reason="Hỏi nhầm")
        after = mark_of(row.pk)
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    row.refresh_from_db()
    assert (row.state, row.waiting_since, row.questions.get().end) == (State.GIVEN, None, QuestionEnd.TAKEN_BACK)
    assert deadline_story(row).holdings == []


def test_nobody_gets_days_from_themselves(world: World) -> None:
    kept = make_assignment(world.units["ubnd"], world.units["stc"], is_kept_by_giver=True)
    lifecycle.question_assignment(actor=world.actor("head"), assignment_id=kept.pk, reason="Xem lại")
    Question.objects.filter(assignment=kept).update(asked_at=now() - dt.timedelta(days=5))
    lifecycle.insist_on_assignment(actor=world.actor("head"), assignment_id=kept.pk, reason="Giữ nguyên")
    kept.refresh_from_db()
    assert (kept.held_days, kept.waiting_since, kept.questions.get().counted_days) == (0, None, 0)


def test_days_of_a_returned_product_are_the_givers_too(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=State.ACCEPTED)
    products.hand_in_product(
        actor=world.actor("office_a"), assignment_id=row.pk, hand_in=products.HandIn(text="Danh mục")
    )
    ProductVersion.objects.filter(assignment=row).update(handed_in_at=now() - dt.timedelta(days=3))
    products.return_product(
        actor=world.actor("head"), assignment_id=row.pk, kind=ReturnKind.FORM, reason="Thiếu phụ lục"
    )
    row.refresh_from_db()
    assert (row.held_days, row.giver_days) == (3, 3)


def test_days_add_up_whatever_is_held() -> None:
    day = dt.date(2026, 11, 1)
    later = [day + dt.timedelta(days=number) for number in range(30)]
    held = [Holding(Holder.GIVER, "hỏi", later[2], later[5]), Holding(Holder.OTHER, "chờ", later[10], None)]
    found = divide_days(held, given=day, ended=None, today=later[14])
    assert (found.total, found.giver, found.others, found.body) == (14, 3, 4, 7)
    assert divide_days(held, given=later[8], ended=later[9], today=later[14]).body == 0

"""An explanation is demanded of overdue work by its giver, urged until it is given, and stays as given."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.notices.models import Explanation, Notice
from sauro.notices.services.explanations import ask_explanation, give_explanation
from sauro.notices.services.reminding import remind
from sauro.tasks.models import Assignment

QUESTION = "Vì sao chưa nộp danh mục?"


def late_work(world: World, **columns: object) -> Assignment:
    held = {"state": "accepted", "due_on": days_from(today(), -2), "person": post_of("Bùi Thị Mẫu A")}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**held, **columns})


def told(world: World) -> list[tuple[str, str]]:
    names = {user.pk: name for name, user in world.users.items()}
    found = sorted((names[row.user_id], row.kind) for row in Notice.objects.all())
    Notice.objects.all().delete()
    return found


def test_demand_is_told_to_the_body_and_the_answer_to_the_giver(world: World) -> None:
    row = late_work(world)
    asked = ask_explanation(actor=world.actor("head"), assignment_id=row.pk, question=f" {QUESTION} ")
    assert asked.question == QUESTION
    assert asked.due_on > today()
    assert told(world) == [("office_a", "explanation_asked"), ("servant_a", "explanation_asked")]
    given = give_explanation(actor=world.actor("servant_a"), explanation_id=asked.pk, answer="Chờ số liệu của xã bạn")
    assert (given.answered_by_name, given.answer) == ("Bùi Thị Mẫu A", "Chờ số liệu của xã bạn")
    assert told(world) == [("chair", "explanation_given"), ("head", "explanation_given")]
    codes = ["notices.explanation.asked", "notices.explanation.given"]
    events = AuditEvent.objects.filter(object_id=row.pk, code__in=codes).order_by("sequence")
    assert [event.code for event in events] == codes
    assert not any(QUESTION in str(event.changes) + event.reason for event in events)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"due_on": today()}, "not-overdue"),
        ({"held_days": 5}, "not-overdue"),
        ({"state": "handed_in"}, "not-overdue"),
        ({"is_kept_by_giver": True}, "own-work"),
    ],
)
def test_only_overdue_work_of_another_is_to_be_explained(world: World, columns: dict[str, object], code: str) -> None:
    row = late_work(world, **columns)
    with pytest.raises(DomainError) as caught:
        ask_explanation(actor=world.actor("head"), assignment_id=row.pk, question=QUESTION)
    assert caught.value.code == code


def test_who_may_not_ask_or_answer(world: World) -> None:
    row = late_work(world)
    with pytest.raises(NotAllowed):
        ask_explanation(actor=world.actor("office_a"), assignment_id=row.pk, question=QUESTION)
    with pytest.raises(NotVisible):
        ask_explanation(actor=world.actor("office_b"), assignment_id=row.pk, question=QUESTION)
    asked = ask_explanation(actor=world.actor("head"), assignment_id=row.pk, question=QUESTION)
    with pytest.raises(NotAllowed):
        give_explanation(actor=world.actor("chair"), explanation_id=asked.pk, answer="Tôi trả lời thay")
    with pytest.raises(NotVisible):
        give_explanation(actor=world.actor("office_b"), explanation_id=asked.pk, answer="Tôi trả lời thay")
    with pytest.raises(DomainError) as caught:
        give_explanation(actor=world.actor("office_a"), explanation_id=asked.pk, answer="  ")
    assert caught.value.field == "answer"


def test_answer_that_is_owed_is_urged_once_a_stage_and_its_head_is_told(world: World) -> None:
    row = late_work(world, given_at=now() - dt.timedelta(days=30))
    asked = ask_explanation(actor=world.actor("head"), assignment_id=row.pk, question=QUESTION)
    Explanation.objects.filter(pk=asked.pk).update(due_on=days_from(today(), -1))
    told(world)
    remind()
    remind()
    urged = [one for one in told(world) if one[1] == "explanation_asked"]
    assert urged == [("office_a", "explanation_asked"), ("servant_a", "explanation_asked")]
    give_explanation(actor=world.actor("office_a"), explanation_id=asked.pk, answer="Chờ số liệu")
    told(world)
    remind()
    assert "explanation_asked" not in {kind for _name, kind in told(world)}


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_make_one_demand_and_two_answers_one(committed_world: World) -> None:
    world = committed_world
    row = late_work(world)
    head, chair = world.actor("head"), world.actor("chair")
    outcomes = at_once(
        lambda: ask_explanation(actor=head, assignment_id=row.pk, question=QUESTION),
        lambda: ask_explanation(actor=chair, assignment_id=row.pk, question=QUESTION),
    )
    assert outcomes == ["explanation-open", "ok"]
    asked = Explanation.objects.get()
    office, servant = world.actor("office_a"), world.actor("servant_a")
    outcomes = at_once(
        lambda: give_explanation(actor=office, explanation_id=asked.pk, answer="Một"),
        lambda: give_explanation(actor=servant, explanation_id=asked.pk, answer="Hai"),
    )
    assert outcomes == ["explanation-given", "ok"]

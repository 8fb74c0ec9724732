"""Moving a deadline: who asks, who answers, what stays on record."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.enums import AssignmentState, ChangeAnswer, DueOrigin
from sauro.tasks.models import Assignment, DeadlineChange
from sauro.tasks.selectors.deadlines import deadline_story
from sauro.tasks.services.deadlines import (
    ask_extension,
    grant_extension,
    refuse_extension,
    set_deadline,
    withdraw_extension,
)


def working(world: World, **columns: object) -> Assignment:
    day = days_from(today(), 5)
    defaults = {"due_on": day, "due_original": day, "due_origin": DueOrigin.DOCUMENT, "state": AssignmentState.ACCEPTED}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**defaults, **columns})


def ask(world: World, row: Assignment, days: int = 15) -> DeadlineChange:
    return ask_extension(
        actor=world.actor("office_a"), assignment_id=row.pk, day=days_from(today(), days), reason="Chờ dự toán"
    )


def test_asked_and_granted_moves_the_deadline_and_keeps_the_original(world: World) -> None:
    row = working(world)
    ask(world, row)
    grant_extension(actor=world.actor("head"), assignment_id=row.pk, day=days_from(today(), 12), text="Đến 12 thôi")
    row.refresh_from_db()
    assert (row.due_on, row.due_original) == (days_from(today(), 12), days_from(today(), 5))
    assert row.due_origin == DueOrigin.OFFICE
    change = row.deadline_changes.get()
    assert (change.asked_day, change.granted_day) == (days_from(today(), 15), days_from(today(), 12))
    assert (change.asked_by_name, change.answered_by_name) == ("Ngô Văn Thử A", "Lê Văn Thử")
    codes = AuditEvent.objects.filter(object_id=row.pk).order_by("sequence").values_list("code", flat=True)
    assert list(codes) == ["tasks.deadline.asked", "tasks.deadline.granted"]


def test_refused_leaves_the_deadline_and_needs_words(world: World) -> None:
    row = working(world)
    ask(world, row)
    with pytest.raises(DomainError) as refused:
        refuse_extension(actor=world.actor("head"), assignment_id=row.pk, text=" ")
    assert refused.value.field == "text"
    refuse_extension(actor=world.actor("head"), assignment_id=row.pk, text="Việc gấp")
    row.refresh_from_db()
    assert row.due_on == row.due_original
    assert row.deadline_changes.get().answer == ChangeAnswer.REFUSED


def test_withdrawn_request_makes_room_for_another(world: World) -> None:
    row = working(world)
    ask(world, row)
    with pytest.raises(Conflict) as second:
        ask(world, row, 20)
    assert second.value.code == "extension-pending"
    withdraw_extension(actor=world.actor("office_a"), assignment_id=row.pk)
    ask(world, row, 20)
    assert [change.answer for change in row.deadline_changes.all()] == [ChangeAnswer.WITHDRAWN, ChangeAnswer.PENDING]


@pytest.mark.parametrize(("days", "code"), [(5, "day-not-later"), (-1, "day-not-later"), (4, "day-not-later")])
def test_asked_day_must_lie_behind_the_deadline(world: World, days: int, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        ask(world, working(world), days)
    assert (refused.value.code, refused.value.field) == (code, "day")


def test_day_already_past_is_no_extension_of_an_overdue_deadline(world: World) -> None:
    row = working(world, due_on=days_from(today(), -9))
    with pytest.raises(DomainError) as refused:
        ask(world, row, -2)
    assert refused.value.code == "day-not-later"


def test_work_without_deadline_has_nothing_to_extend(world: World) -> None:
    with pytest.raises(DomainError) as refused:
        ask(world, working(world, due_on=None, due_original=None, due_origin=DueOrigin.NONE))
    assert refused.value.code == "no-deadline"


@pytest.mark.parametrize("state", [AssignmentState.GIVEN, AssignmentState.HANDED_IN, AssignmentState.CONFIRMED])
def test_only_who_is_at_work_asks(world: World, state: AssignmentState) -> None:
    with pytest.raises(Conflict) as refused:
        ask(world, working(world, state=state))
    assert refused.value.code == "not-working"


def test_only_the_giver_answers_and_never_the_one_who_asked(world: World) -> None:
    row = working(world)
    ask(world, row)
    day = days_from(today(), 15)
    with pytest.raises(NotAllowed):
        grant_extension(actor=world.actor("office_a"), assignment_id=row.pk, day=day)
    with pytest.raises(NotAllowed):
        set_deadline(actor=world.actor("clerk"), assignment_id=row.pk, day=day, reason="x")
    for persona in ("office_b", "party_clerk", "outsider"):
        with pytest.raises(NotVisible):
            grant_extension(actor=world.actor(persona), assignment_id=row.pk, day=day)
    own = make_assignment(
        world.units["ubnd_a"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=days_from(today(), 2)
    )
    ask(world, own)
    with pytest.raises(DomainError) as refused:
        grant_extension(actor=world.actor("office_a"), assignment_id=own.pk, day=day)
    assert refused.value.code == "same-person"


def test_first_deadline_set_by_the_giver_becomes_the_original(world: World) -> None:
    row = working(world, due_on=None, due_original=None, due_origin=DueOrigin.NONE, state=AssignmentState.GIVEN)
    head = world.actor("head")
    set_deadline(actor=head, assignment_id=row.pk, day=days_from(today(), 9), reason="Văn bản không nêu")
    set_deadline(actor=head, assignment_id=row.pk, day=days_from(today(), 7), reason="Họp sớm hơn")
    row.refresh_from_db()
    assert (row.due_original, row.due_on) == (days_from(today(), 9), days_from(today(), 7))
    with pytest.raises(DomainError) as refused:
        set_deadline(actor=head, assignment_id=row.pk, day=days_from(today(), -1), reason="x")
    assert refused.value.code == "day-past"


def test_giver_who_sets_a_day_has_answered_the_open_request(world: World) -> None:
    row = working(world)
    ask(world, row)
    set_deadline(actor=world.actor("head"), assignment_id=row.pk, day=days_from(today(), 8), reason="Chỉ lùi 3 ngày")
    assert [change.answer for change in row.deadline_changes.all()] == [ChangeAnswer.REFUSED, ChangeAnswer.GRANTED]


def test_lateness_is_told_against_both_deadlines_and_stays_after_completion(world: World) -> None:
    noon = dt.datetime.combine(days_from(today(), -1), dt.time(12), tzinfo=dt.UTC)
    row = working(
        world,
        state=AssignmentState.CONFIRMED,
        due_on=days_from(today(), -3),
        due_original=days_from(today(), -10),
        handed_in_at=noon,
    )
    story = deadline_story(row)
    assert (story.days_late, story.days_late_original) == (2, 9)


@pytest.mark.django_db(transaction=True)
def test_of_granting_and_withdrawing_at_once_exactly_one_wins(committed_world: World) -> None:
    world = committed_world
    row = working(world)
    ask(world, row)
    head, office = world.actor("head"), world.actor("office_a")
    outcomes = at_once(
        lambda: grant_extension(actor=head, assignment_id=row.pk, day=days_from(today(), 15)),
        lambda: withdraw_extension(actor=office, assignment_id=row.pk),
    )
    assert outcomes == ["no-extension", "ok"]
    row.refresh_from_db()
    was_granted = row.deadline_changes.get().answer == ChangeAnswer.GRANTED
    assert (row.due_on == days_from(today(), 15)) == was_granted


@pytest.mark.django_db(transaction=True)
def test_two_people_of_one_body_ask_once(committed_world: World) -> None:
    row = working(committed_world)
    outcomes = at_once(lambda: ask(committed_world, row), lambda: ask(committed_world, row, 20))
    assert outcomes == ["extension-pending", "ok"]
    assert row.deadline_changes.count() == 1

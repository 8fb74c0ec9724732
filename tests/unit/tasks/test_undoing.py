"""Taking an act back: the row as it was, on record, by who did it, while nobody has acted since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings
from tests.factories.assignments import make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.notices.models import Notice
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import ChangeAnswer, Decision, ReturnKind
from sauro.tasks.models import Assignment
from sauro.tasks.services import deadlines, lifecycle, products
from sauro.tasks.services.undoing import Mark, mark_of, take_back

IN_A_WEEK = dt.timedelta(days=7)


def _give(world: World, **columns: Any) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **columns)


def _do(row: Assignment, act: Callable[[], object]) -> tuple[Mark, Mark]:
    with transaction.atomic():
        before = mark_of(row.pk)
        act()
        return before, mark_of(row.pk)


def _accept(world: World, row: Assignment, persona: str = "office_a") -> tuple[Mark, Mark]:
    return _do(row, lambda: lifecycle.accept_assignment(actor=world.actor(persona), assignment_id=row.pk))


def _columns(row: Assignment) -> dict[str, Any]:
    return Assignment.objects.filter(pk=row.pk).values().get()


def _handed_in(world: World) -> Assignment:
    row = _give(world, state=State.ACCEPTED, accepted_at=now(), due_on=today(), progress=40)
    products.hand_in_product(
        actor=world.actor("office_a"), assignment_id=row.pk, hand_in=products.HandIn(text="Danh mục")
    )
    return row


def test_acceptance_is_taken_back_and_both_acts_stay_on_record(world: World) -> None:
    row = _give(world)
    was = _columns(row)
    before, after = _accept(world, row)
    take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)
    assert _columns(row) == was
    events = AuditEvent.objects.filter(object_id=row.pk).order_by("sequence")
    assert [event.code for event in events] == ["tasks.assignment.accepted", "tasks.assignment.taken_back"]
    changes = events[1].changes
    assert (changes["state"], changes["act"]) == (["accepted", "given"], ["tasks.assignment.accepted", None])


def test_questioned_work_that_was_accepted_is_questioned_again_with_its_reason(world: World) -> None:
    row = _give(world, state=State.QUESTIONED, state_reason="Không đúng thẩm quyền")
    before, after = _accept(world, row)
    take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)
    row.refresh_from_db()
    assert (row.state, row.state_reason) == (State.QUESTIONED, "Không đúng thẩm quyền")


def test_person_before_is_in_charge_again(world: World) -> None:
    row = _give(world, state=State.ACCEPTED, person=post_of("Bùi Thị Mẫu A"))
    post = post_of("Ngô Văn Thử A")
    actor = world.actor("office_a")
    before, after = _do(row, lambda: lifecycle.name_person(actor=actor, assignment_id=row.pk, appointment_id=post.pk))
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    row.refresh_from_db()
    assert row.person == post_of("Bùi Thị Mẫu A")


@pytest.mark.parametrize("due", [None, dt.timedelta(days=3), dt.timedelta(days=-3)])
def test_deadline_before_holds_again_and_the_move_is_withdrawn(world: World, due: dt.timedelta | None) -> None:
    first = today() + due if due else None
    row = _give(world, state=State.ACCEPTED, due_on=first, due_original=first)
    was, actor = _columns(row), world.actor("head")
    before, after = _do(
        row,
        lambda: deadlines.set_deadline(actor=actor, assignment_id=row.pk, day=today() + IN_A_WEEK, reason="Đồng bộ"),
    )
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert _columns(row) == was
    change = row.deadline_changes.get()
    assert (change.answer, change.granted_day, change.reason) == (ChangeAnswer.WITHDRAWN, None, "Đồng bộ")


def test_deadline_that_answered_a_request_has_no_way_back(world: World) -> None:
    row = _give(world, state=State.ACCEPTED, due_on=today())
    deadlines.ask_extension(
        actor=world.actor("office_a"), assignment_id=row.pk, day=today() + IN_A_WEEK, reason="Thiếu số liệu"
    )
    actor = world.actor("head")
    before, after = _do(
        row, lambda: deadlines.set_deadline(actor=actor, assignment_id=row.pk, day=today() + IN_A_WEEK, reason="Gộp")
    )
    with pytest.raises(DomainError) as raised:
        take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert raised.value.code == "request-answered"


@pytest.mark.parametrize("act", ["confirm", "return"])
def test_product_waits_for_the_word_of_the_giver_again(world: World, act: str) -> None:
    row = _handed_in(world)
    was, actor = _columns(row), world.actor("head")

    def decide() -> object:
        if act == "confirm":
            return products.confirm_product(actor=actor, assignment_id=row.pk)
        return products.return_product(
            actor=actor, assignment_id=row.pk, kind=ReturnKind.CONTENT, reason="Thiếu trạm số 3"
        )

    before, after = _do(row, decide)
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert _columns(row) == was
    product = row.products.get()
    assert (product.decision, product.return_kind, product.reason) == (Decision.PENDING, "", "")
    assert (product.decided_at, product.decided_by_name) == (None, "")
    assert products.confirm_product(actor=actor, assignment_id=row.pk).state == State.CONFIRMED


def test_answer_that_crossed_has_no_way_back(world: World) -> None:
    row = _handed_in(world)
    Assignment.objects.filter(pk=row.pk).update(giver_text="Tỉnh ủy Lạc Giang", giver_unit=row.unit)
    actor = world.actor("office_a")
    before, after = _do(row, lambda: products.confirm_product(actor=actor, assignment_id=row.pk))
    with pytest.raises(DomainError, match="đã được công bố sang khối khác"):
        take_back(actor=actor, assignment_id=row.pk, before=before, after=after)


def test_stopped_work_goes_on_unless_a_wait_ended_with_it(world: World) -> None:
    row = _give(world, state=State.IN_PROGRESS, progress=30)
    was, actor = _columns(row), world.actor("head")

    def stop(one: Assignment) -> tuple[Mark, Mark]:
        return _do(one, lambda: lifecycle.stop_assignment(actor=actor, assignment_id=one.pk, reason="Trùng"))

    before, after = stop(row)
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert _columns(row) == was
    part = _give(world, parent=row, due_on=today())
    row.waits.create(part=part, reason="Chờ số liệu", began_at=now(), began_by_name="Ngô Văn Thử A")
    before, after = stop(part)
    with pytest.raises(DomainError) as raised:
        take_back(actor=actor, assignment_id=part.pk, before=before, after=after)
    assert raised.value.code == "wait-ended"


def test_others_and_neighbours_cannot_take_it_back(world: World) -> None:
    row = _give(world)
    before, after = _accept(world, row)
    for persona, error in (("servant_a", NotVisible), ("chair", NotAllowed), ("office_b", NotVisible)):
        with pytest.raises(error):
            take_back(actor=world.actor(persona), assignment_id=row.pk, before=before, after=after)


def test_only_who_did_it_takes_it_back(world: World) -> None:
    row = _handed_in(world)
    before, after = _do(row, lambda: products.confirm_product(actor=world.actor("head"), assignment_id=row.pk))
    with pytest.raises(Conflict) as raised:
        take_back(actor=world.actor("chair"), assignment_id=row.pk, before=before, after=after)
    assert raised.value.code == "not-own-act"


def test_nothing_is_taken_back_once_somebody_has_acted_since(world: World) -> None:
    row = _give(world)
    before, after = _accept(world, row)
    lifecycle.report_progress(actor=world.actor("office_a"), assignment_id=row.pk, progress=10, text="Đang làm")
    with pytest.raises(Conflict) as raised:
        take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)
    assert raised.value.code == "acted-since"


def test_nothing_is_taken_back_twice(world: World) -> None:
    row = _give(world)
    before, after = _accept(world, row)
    take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)
    with pytest.raises(Conflict):
        take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)


def test_time_runs_out(world: World, settings: Settings) -> None:
    row = _give(world)
    before, after = _accept(world, row)
    settings.UNDO_MINUTES = 0
    with pytest.raises(Conflict) as raised:
        take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)
    assert raised.value.code == "too-late-to-undo"


def test_an_act_without_a_way_back_is_refused(world: World) -> None:
    row = _give(world, state=State.ACCEPTED)
    actor = world.actor("office_a")
    before, after = _do(
        row, lambda: lifecycle.report_progress(actor=actor, assignment_id=row.pk, progress=10, text="Đang làm")
    )
    with pytest.raises(DomainError) as raised:
        take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert raised.value.code == "no-way-back"


def test_whoever_was_told_of_the_act_is_told_that_it_was_taken_back(world: World) -> None:
    row = _give(world, state=State.ACCEPTED)
    actor = world.actor("head")
    before, after = _do(row, lambda: lifecycle.stop_assignment(actor=actor, assignment_id=row.pk, reason="Trùng"))
    told = set(Notice.objects.filter(kind="stopped").values_list("user", flat=True))
    assert world.users["office_a"].pk in told
    take_back(actor=actor, assignment_id=row.pk, before=before, after=after)
    assert set(Notice.objects.filter(kind="taken_back").values_list("user", flat=True)) == told


@pytest.mark.django_db(transaction=True)
def test_taking_back_and_going_on_at_once_one_wins(committed_world: World) -> None:
    world = committed_world
    row = _give(world)
    before, after = _accept(world, row)
    report = lambda: lifecycle.report_progress(  # noqa: E731 -- released together with the other
        actor=world.actor("office_a"), assignment_id=row.pk, progress=10, text="Đang làm"
    )
    undo = lambda: take_back(actor=world.actor("office_a"), assignment_id=row.pk, before=before, after=after)  # noqa: E731 -- as above
    outcomes = at_once(report, undo)
    assert outcomes in (["acted-since", "ok"], ["ok", "step-not-allowed"])

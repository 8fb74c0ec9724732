"""Days in which the giver or another unit held the work, and handing in while a part is open."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.tasks.enums import AssignmentState, BodyRole, ReturnKind
from sauro.tasks.models import Assignment, ProductVersion, Wait
from sauro.tasks.parts import awaited_parts
from sauro.tasks.services.deadlines import set_deadline
from sauro.tasks.services.lifecycle import stop_assignment
from sauro.tasks.services.products import HandIn, hand_in_product, return_product
from sauro.tasks.services.waits import begin_wait, end_wait


@pytest.fixture
def whole(world: World) -> Assignment:
    return make_assignment(
        world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=days_from(today(), -1)
    )


def part_of(world: World, whole: Assignment, due: int | None = None) -> Assignment:
    return make_assignment(
        world.units["ubnd"],
        world.units["ubnd_b"],
        parent=whole,
        role=BodyRole.COORDINATOR,
        state=AssignmentState.ACCEPTED,
        due_on=None if due is None else days_from(today(), due),
    )


def wait_for(world: World, whole: Assignment, part: Assignment) -> Wait:
    return begin_wait(
        actor=world.actor("office_a"), assignment_id=whole.pk, part_id=part.pk, reason="Chờ số liệu của phường"
    )


def began(wait: Wait, days_ago: int) -> None:
    Wait.objects.filter(pk=wait.pk).update(began_at=now() - dt.timedelta(days=days_ago))


def test_days_after_the_coordinators_deadline_are_the_coordinators(world: World, whole: Assignment) -> None:
    part = part_of(world, whole, due=-4)
    began(wait_for(world, whole, part), days_ago=6)
    hand_in_product(actor=world.actor("office_b"), assignment_id=part.pk, hand_in=HandIn(text="Số liệu"))
    whole.refresh_from_db()
    assert (whole.held_days, whole.waiting_since) == (3, None)
    assert whole.waits.get().counted_days == 3


def test_coordinator_in_time_costs_the_lead_its_own_days(world: World, whole: Assignment) -> None:
    part = part_of(world, whole, due=2)
    began(wait_for(world, whole, part), days_ago=6)
    hand_in_product(actor=world.actor("office_b"), assignment_id=part.pk, hand_in=HandIn(text="Số liệu"))
    whole.refresh_from_db()
    assert whole.held_days == 0


def test_part_without_deadline_is_counted_from_the_note(world: World, whole: Assignment) -> None:
    part = part_of(world, whole)
    began(wait_for(world, whole, part), days_ago=2)
    end_wait(actor=world.actor("office_a"), assignment_id=whole.pk)
    whole.refresh_from_db()
    assert whole.held_days == 2
    with pytest.raises(Conflict) as ended:
        end_wait(actor=world.actor("office_a"), assignment_id=whole.pk)
    assert ended.value.code == "not-waiting"


def test_later_deadline_of_the_part_moves_the_day_from_which_the_wait_counts(world: World, whole: Assignment) -> None:
    part = part_of(world, whole, due=-2)
    wait_for(world, whole, part)
    whole.refresh_from_db()
    assert whole.waiting_since == today()
    set_deadline(actor=world.actor("head"), assignment_id=part.pk, day=days_from(today(), 3), reason="Thêm thời gian")
    whole.refresh_from_db()
    assert whole.waiting_since == days_from(today(), 4)


def test_stopped_part_ends_the_wait(world: World, whole: Assignment) -> None:
    part = part_of(world, whole)
    wait_for(world, whole, part)
    stop_assignment(actor=world.actor("head"), assignment_id=part.pk, reason="Không cần nữa")
    assert whole.waits.get().ended_at is not None


def test_one_wait_at_a_time_and_only_for_an_open_part_of_this_work(world: World, whole: Assignment) -> None:
    part, stranger = part_of(world, whole), make_assignment(world.units["ubnd"], world.units["ubnd_b"])
    with pytest.raises(DomainError) as foreign:
        wait_for(world, whole, stranger)
    assert foreign.value.code == "not-a-part"
    wait_for(world, whole, part)
    with pytest.raises(Conflict) as second:
        wait_for(world, whole, part)
    assert second.value.code == "already-waiting"
    with pytest.raises(NotVisible):
        end_wait(actor=world.actor("office_b"), assignment_id=whole.pk)


def test_days_between_hand_in_and_return_are_the_givers(world: World, whole: Assignment) -> None:
    hand_in_product(actor=world.actor("office_a"), assignment_id=whole.pk, hand_in=HandIn(text="Bản đầu"))
    ProductVersion.objects.filter(assignment=whole).update(handed_in_at=now() - dt.timedelta(days=4))
    return_product(actor=world.actor("head"), assignment_id=whole.pk, kind=ReturnKind.FORM, reason="Sai thể thức")
    whole.refresh_from_db()
    assert whole.held_days == 4


def test_handing_in_while_a_part_is_open_needs_a_word_on_it(world: World, whole: Assignment) -> None:
    part = part_of(world, whole)
    office = world.actor("office_a")
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=office, assignment_id=whole.pk, hand_in=HandIn(text="Kết quả"))
    assert (refused.value.code, refused.value.field) == ("parts-open", "open_parts_reason")
    assert part.code in refused.value.message
    product = hand_in_product(
        actor=office, assignment_id=whole.pk, hand_in=HandIn(text="Kết quả", open_parts_reason="Phường gửi sau")
    )
    assert product.open_parts_reason == "Phường gửi sau"


def test_delivered_parts_ask_for_nothing(world: World, whole: Assignment) -> None:
    part = part_of(world, whole)
    Assignment.objects.filter(pk=part.pk).update(state=AssignmentState.HANDED_IN)
    product = hand_in_product(
        actor=world.actor("office_a"),
        assignment_id=whole.pk,
        hand_in=HandIn(text="Kết quả", open_parts_reason="thừa"),
    )
    assert product.open_parts_reason == ""


def test_own_wait_ends_with_the_hand_in(world: World, whole: Assignment) -> None:
    part = part_of(world, whole)
    began(wait_for(world, whole, part), days_ago=1)
    hand_in_product(
        actor=world.actor("office_a"), assignment_id=whole.pk, hand_in=HandIn(text="x", open_parts_reason="Gửi sau")
    )
    whole.refresh_from_db()
    assert (whole.held_days, whole.waiting_since) == (1, None)


def test_coordinator_of_several_leads_is_owed_to_each_of_them(world: World) -> None:
    document = make_document(world.units["ubnd"], many_tasks(1))
    columns = {"state": AssignmentState.ACCEPTED, "obligation": document.obligations.get()}
    giver, units = world.units["ubnd"], world.units
    first, second = (make_assignment(giver, units[name], **columns) for name in ("ubnd_a", "snv"))
    part = make_assignment(giver, units["ubnd_b"], role=BodyRole.COORDINATOR, **columns)
    assert [list(awaited_parts(one)) for one in (first, second, part)] == [[part], [part], []]
    began(wait_for(world, first, part), days_ago=2)
    wait = begin_wait(actor=world.actor("snv_head"), assignment_id=second.pk, part_id=part.pk, reason="Chờ số liệu")
    began(wait, days_ago=3)
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=world.actor("office_a"), assignment_id=first.pk, hand_in=HandIn(text="Danh mục"))
    assert refused.value.field == "open_parts_reason"
    hand_in_product(actor=world.actor("office_b"), assignment_id=part.pk, hand_in=HandIn(text="Số liệu"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.held_days, second.held_days, first.waiting_since) == (2, 3, None)

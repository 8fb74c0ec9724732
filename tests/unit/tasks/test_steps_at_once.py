"""Two acts on one piece of work at the same moment, with real transactions: nothing is lost, doubled or left hanging.

Which of two comes first is for the machine to say, so each test plays several rounds and states what holds either way.
"""

from __future__ import annotations

from functools import partial

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.plans.models import PlanItem
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import BodyRole
from sauro.tasks.models import Assignment
from sauro.tasks.services.deadlines import ask_extension, grant_extension, set_deadline
from sauro.tasks.services.delegation import delegate_part
from sauro.tasks.services.lifecycle import accept_assignment, name_person, question_assignment, stop_assignment
from sauro.tasks.services.products import HandIn, hand_in_product
from sauro.tasks.services.waits import begin_wait, end_wait

ROUNDS = range(4)

pytestmark = pytest.mark.django_db(transaction=True)


def whole_of(world: World, state: State = State.ACCEPTED, **columns: object) -> Assignment:
    due = days_from(today(), -1)
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=state, due_on=due, **columns)


def part_of(world: World, whole: Assignment, role: BodyRole = BodyRole.COORDINATOR) -> Assignment:
    """A coordinator's part, given by the province, or one that the commune gave to a division without an account."""
    if role == BodyRole.COORDINATOR:
        giver, unit, kept = world.units["ubnd"], world.units["ubnd_b"], False
    else:
        giver, unit, kept = world.units["ubnd_a"], world.units["pkt_a"], True
    return make_assignment(giver, unit, parent=whole, role=role, state=State.ACCEPTED, is_kept_by_giver=kept)


def at_work_on(world: World, role: BodyRole) -> Actor:
    return world.actor("office_b" if role == BodyRole.COORDINATOR else "office_a")


def hand_in(actor: Actor, row: Assignment, word: str = "") -> object:
    content = HandIn(text="Kết quả", open_parts_reason=word)
    return hand_in_product(actor=actor, assignment_id=row.pk, hand_in=content)


def wait(actor: Actor, whole: Assignment, part: Assignment) -> object:
    return begin_wait(actor=actor, assignment_id=whole.pk, part_id=part.pk, reason="Chờ số liệu")


@pytest.mark.parametrize("role", [BodyRole.COORDINATOR, BodyRole.LEAD])
def test_nobody_waits_for_a_part_that_is_being_delivered(committed_world: World, role: BodyRole) -> None:
    world = committed_world
    lead, coordinator = world.actor("office_a"), at_work_on(world, role)
    for _round in ROUNDS:
        whole = whole_of(world)
        part = part_of(world, whole, role)
        outcomes = at_once(partial(wait, lead, whole, part), partial(hand_in, coordinator, part))
        assert outcomes in (["ok", "ok"], ["not-a-part", "ok"])
        whole.refresh_from_db()
        assert whole.waiting_since is None
        assert not whole.waits.filter(ended_at__isnull=True).exists()


@pytest.mark.parametrize("role", [BodyRole.COORDINATOR, BodyRole.LEAD])
def test_wait_ends_once_when_whole_and_part_are_handed_in_together(committed_world: World, role: BodyRole) -> None:
    world = committed_world
    lead, coordinator = world.actor("office_a"), at_work_on(world, role)
    for _round in ROUNDS:
        whole = whole_of(world)
        part = part_of(world, whole, role)
        wait(lead, whole, part)
        outcomes = at_once(partial(hand_in, lead, whole, "Bổ sung sau"), partial(hand_in, coordinator, part))
        assert outcomes == ["ok", "ok"]
        whole.refresh_from_db()
        ended = whole.waits.get()
        assert (whole.state, whole.waiting_since, whole.held_days) == (State.HANDED_IN, None, ended.counted_days)
        assert AuditEvent.objects.filter(object_id=whole.pk, code="tasks.wait.ended").count() == 1


def test_wait_that_is_being_ended_is_not_begun_again_by_a_moved_deadline(committed_world: World) -> None:
    world = committed_world
    lead, giver = world.actor("office_a"), world.actor("head")
    for _round in ROUNDS:
        whole = whole_of(world)
        part = part_of(world, whole)
        wait(lead, whole, part)
        day = days_from(today(), 5)
        outcomes = at_once(
            partial(end_wait, actor=lead, assignment_id=whole.pk),
            partial(set_deadline, actor=giver, assignment_id=part.pk, day=day, reason="Thêm thời gian"),
        )
        assert outcomes == ["ok", "ok"]
        whole.refresh_from_db()
        assert whole.waiting_since is None


def test_of_accepting_and_questioning_at_once_the_state_is_that_of_the_last(committed_world: World) -> None:
    world = committed_world
    first, second = world.actor("office_a"), world.actor("office_a")
    for _round in ROUNDS:
        row = whole_of(world, State.GIVEN)
        outcomes = at_once(
            partial(accept_assignment, actor=first, assignment_id=row.pk),
            partial(question_assignment, actor=second, assignment_id=row.pk, reason="Không thuộc thẩm quyền"),
        )
        row.refresh_from_db()
        # Accepting after a question takes the question back; questioning after accepting is too late.
        assert row.state == State.ACCEPTED
        assert outcomes in (["ok", "ok"], ["ok", "step-not-allowed"])


def test_of_stopping_and_handing_in_at_once_the_stop_has_the_last_word(committed_world: World) -> None:
    world = committed_world
    giver, body = world.actor("head"), world.actor("office_a")
    for _round in ROUNDS:
        row = whole_of(world)
        outcomes = at_once(
            partial(stop_assignment, actor=giver, assignment_id=row.pk, reason="Không còn cần"),
            partial(hand_in, body, row),
        )
        row.refresh_from_db()
        assert row.state == State.STOPPED
        assert outcomes == ["ok", "ok"] if row.products.exists() else ["ok", "step-not-allowed"]


def test_part_delegated_beside_the_hand_in_is_told_or_refused(committed_world: World) -> None:
    world = committed_world
    first, second, below = world.actor("office_a"), world.actor("office_a"), world.units["pkt_a"].pk
    for _round in ROUNDS:
        row = whole_of(world)
        outcomes = at_once(
            partial(delegate_part, actor=first, assignment_id=row.pk, unit_id=below, wording="Khảo sát"),
            partial(hand_in, second, row),
        )
        # What was handed in is split no more; delegating first asks for a word on the part.
        assert outcomes in (["handed-in", "ok"], ["ok", "parts-open"])
        assert row.parts.count() == (0 if "handed-in" in outcomes else 1)


def test_of_two_people_named_at_once_one_is_in_charge_and_the_other_gave_it_back(committed_world: World) -> None:
    world = committed_world
    actor, posts = world.actor("office_a"), [post_of("Bùi Thị Mẫu A"), post_of("Ngô Văn Thử A")]
    row = whole_of(world)
    outcomes = at_once(
        *[partial(name_person, actor=actor, assignment_id=row.pk, appointment_id=post.pk) for post in posts]
    )
    assert outcomes == ["ok", "ok"]
    row.refresh_from_db()
    # Whoever was named first has given the work back in the plan of the month; nobody holds it twice.
    held = PlanItem.objects.filter(assignment=row, given_back_at__isnull=True)
    assert {item.plan.appointment_id for item in held} == {row.person_id}
    assert PlanItem.objects.filter(assignment=row, given_back_at__isnull=False).count() == 1


def test_request_is_answered_once_when_the_giver_grants_and_sets_at_once(committed_world: World) -> None:
    world = committed_world
    head, chair = world.actor("head"), world.actor("chair")
    for _round in ROUNDS:
        row = whole_of(world)
        asked, other = days_from(today(), 3), days_from(today(), 9)
        ask_extension(actor=world.actor("office_a"), assignment_id=row.pk, day=asked, reason="Chờ dự toán")
        outcomes = at_once(
            partial(grant_extension, actor=head, assignment_id=row.pk, day=asked),
            partial(set_deadline, actor=chair, assignment_id=row.pk, day=other, reason="Việc gấp"),
        )
        row.refresh_from_db()
        assert outcomes in (["ok", "ok"], ["no-extension", "ok"])
        assert row.due_on == other
        assert not row.deadline_changes.filter(answer="pending").exists()

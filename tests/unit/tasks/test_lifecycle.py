"""The steps of an assignment: who may take them, what they leave behind, and who wins when two act at once."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.enums import AssignmentState, Decision, ReturnKind
from sauro.tasks.models import Assignment
from sauro.tasks.services.lifecycle import (
    accept_assignment,
    insist_on_assignment,
    name_person,
    question_assignment,
    report_progress,
    stop_assignment,
)
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product


@pytest.fixture
def assignment(world: World) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"])


def events_of(assignment: Assignment) -> list[str]:
    return list(AuditEvent.objects.filter(object_id=assignment.pk).order_by("sequence").values_list("code", flat=True))


def test_work_goes_from_given_to_confirmed_and_every_step_leaves_an_event(world: World, assignment: Assignment) -> None:
    office, servant, head = world.actor("office_a"), world.actor("servant_a"), world.actor("head")
    accept_assignment(actor=office, assignment_id=assignment.pk)
    name_person(actor=office, assignment_id=assignment.pk, appointment_id=post_of("Bùi Thị Mẫu A").pk)
    report_progress(actor=servant, assignment_id=assignment.pk, progress=40, text="Đã khảo sát 4 trạm.")
    hand_in_product(actor=servant, assignment_id=assignment.pk, hand_in=HandIn(text="Danh mục gồm 7 trạm bơm."))
    confirm_product(actor=head, assignment_id=assignment.pk)

    assignment.refresh_from_db()
    assert (assignment.state, assignment.progress) == (AssignmentState.CONFIRMED, 100)
    assert assignment.closed_at is not None
    assert events_of(assignment) == [
        "tasks.assignment.accepted",
        "tasks.assignment.person_named",
        "tasks.assignment.reported",
        "tasks.assignment.handed_in",
        "tasks.assignment.confirmed",
    ]


def test_neighbour_and_outsider_do_not_even_see_the_assignment(world: World, assignment: Assignment) -> None:
    for persona in ("office_b", "servant_b", "outsider", "party_a", "party_clerk", "snv_head"):
        with pytest.raises(NotVisible):
            accept_assignment(actor=world.actor(persona), assignment_id=assignment.pk)
    assert events_of(assignment) == []


def test_civil_servant_sees_only_work_they_are_in_charge_of(world: World, assignment: Assignment) -> None:
    servant = world.actor("servant_a")
    with pytest.raises(NotVisible):
        report_progress(actor=servant, assignment_id=assignment.pk, progress=1, text="x")
    assignment.person = post_of("Bùi Thị Mẫu A")
    assignment.state = AssignmentState.ACCEPTED
    assignment.save()
    assert report_progress(actor=servant, assignment_id=assignment.pk, progress=1, text="x").progress == 1


def test_clerk_of_the_giver_sees_but_does_not_decide(world: World, assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(state=AssignmentState.HANDED_IN)
    with pytest.raises(NotAllowed):
        confirm_product(actor=world.actor("clerk"), assignment_id=assignment.pk)
    with pytest.raises(NotAllowed):
        stop_assignment(actor=world.actor("office_a"), assignment_id=assignment.pk, reason="không làm")


def test_empty_hand_in_is_refused_unless_no_product_is_needed(world: World, assignment: Assignment) -> None:
    office = world.actor("office_a")
    accept_assignment(actor=office, assignment_id=assignment.pk)
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=office, assignment_id=assignment.pk, hand_in=HandIn())
    assert refused.value.code == "product-needed"
    Assignment.objects.filter(pk=assignment.pk).update(no_product_needed=True)
    assert hand_in_product(actor=office, assignment_id=assignment.pk, hand_in=HandIn()).number == 1


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://may/tep", "khong-phai-dia-chi"])
def test_only_web_links_are_taken(world: World, assignment: Assignment, link: str) -> None:
    office = world.actor("office_a")
    accept_assignment(actor=office, assignment_id=assignment.pk)
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=office, assignment_id=assignment.pk, hand_in=HandIn(link=link))
    assert refused.value.code == "link-invalid"


def test_return_needs_reason_and_leads_to_a_second_version(world: World, assignment: Assignment) -> None:
    office, head = world.actor("office_a"), world.actor("head")
    accept_assignment(actor=office, assignment_id=assignment.pk)
    hand_in_product(actor=office, assignment_id=assignment.pk, hand_in=HandIn(text="Bản đầu"))
    with pytest.raises(Conflict):
        return_product(actor=head, assignment_id=assignment.pk, kind=ReturnKind.FORM, reason=" ")
    return_product(actor=head, assignment_id=assignment.pk, kind=ReturnKind.CONTENT, reason="Thiếu dự toán")
    second = hand_in_product(actor=office, assignment_id=assignment.pk, hand_in=HandIn(text="Bản hai"))
    first = assignment.products.get(number=1)
    assert (first.decision, first.return_kind, first.reason) == (Decision.RETURNED, ReturnKind.CONTENT, "Thiếu dự toán")
    assert (second.number, second.decision) == (2, Decision.PENDING)


def test_question_is_answered_by_insisting_or_taken_back_by_accepting(world: World, assignment: Assignment) -> None:
    office, head = world.actor("office_a"), world.actor("head")
    question_assignment(actor=office, assignment_id=assignment.pk, reason="Thuộc thẩm quyền của sở")
    insist_on_assignment(actor=head, assignment_id=assignment.pk, reason="Xã quản lý trạm bơm")
    with pytest.raises(NotAllowed):
        insist_on_assignment(actor=office, assignment_id=assignment.pk, reason="tự trả lời")
    assert accept_assignment(actor=office, assignment_id=assignment.pk).state == AssignmentState.ACCEPTED


def test_who_handed_in_does_not_confirm(world: World) -> None:
    own = make_assignment(world.units["ubnd_a"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED)
    office = world.actor("office_a")
    hand_in_product(actor=office, assignment_id=own.pk, hand_in=HandIn(text="Kết quả"))
    with pytest.raises(DomainError) as refused:
        confirm_product(actor=office, assignment_id=own.pk)
    assert refused.value.code == "same-person"


def test_person_in_charge_comes_from_the_unit_or_below(world: World, assignment: Assignment) -> None:
    with pytest.raises(DomainError) as refused:
        name_person(
            actor=world.actor("office_a"), assignment_id=assignment.pk, appointment_id=post_of("Bùi Thị Mẫu B").pk
        )
    assert refused.value.code == "not-in-unit"


@pytest.mark.parametrize("progress", [-1, 101])
def test_progress_outside_percent_is_refused(world: World, assignment: Assignment, progress: int) -> None:
    accept_assignment(actor=world.actor("office_a"), assignment_id=assignment.pk)
    with pytest.raises(DomainError) as refused:
        report_progress(actor=world.actor("office_a"), assignment_id=assignment.pk, progress=progress, text="x")
    assert refused.value.code == "progress-range"


def test_body_without_account_is_kept_by_the_giver(world: World) -> None:
    kept = make_assignment(world.units["ubnd"], world.units["stc"], is_kept_by_giver=True)
    accept_assignment(actor=world.actor("clerk"), assignment_id=kept.pk)
    hand_in_product(actor=world.actor("head"), assignment_id=kept.pk, hand_in=HandIn(text="Sở gửi bản giấy số 12"))
    assert confirm_product(actor=world.actor("head"), assignment_id=kept.pk).state == AssignmentState.CONFIRMED


@pytest.mark.django_db(transaction=True)
def test_of_confirming_and_returning_at_once_exactly_one_wins(committed_world: World) -> None:
    world = committed_world
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED)
    hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=HandIn(text="Kết quả"))
    head, chair = world.actor("head"), world.actor("chair")
    outcomes = at_once(
        lambda: confirm_product(actor=head, assignment_id=row.pk),
        lambda: return_product(actor=chair, assignment_id=row.pk, kind=ReturnKind.CONTENT, reason="Thiếu phụ lục"),
    )
    assert outcomes == ["ok", "step-not-allowed"]
    row.refresh_from_db()
    decided = row.products.get().decision
    assert {row.state, decided} in ({"confirmed"}, {"returned"})
    assert len(events_of(row)) == 2


@pytest.mark.django_db(transaction=True)
def test_product_handed_in_twice_at_once_is_one_version(committed_world: World) -> None:
    world = committed_world
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED)
    office = world.actor("office_a")
    act = lambda: hand_in_product(actor=office, assignment_id=row.pk, hand_in=HandIn(text="Kết quả"))  # noqa: E731 - two equal acts
    assert at_once(act, act) == ["ok", "step-not-allowed"]
    assert row.products.count() == 1

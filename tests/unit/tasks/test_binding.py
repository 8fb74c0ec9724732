"""One thing asked by several documents: proposed, bound, answered once, each giver with its own; and taken apart."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.enums import AssignmentState, PairState, ReturnKind
from sauro.tasks.models import Assignment, BoundAssignment, LikelyPair
from sauro.tasks.selectors.bindings import bound_work_of
from sauro.tasks.selectors.likely import find_likely, likely_of
from sauro.tasks.services.binding import bind_assignments, unbind_assignment
from sauro.tasks.services.delegation import PartPlan, split_assignment
from sauro.tasks.services.lifecycle import report_progress, stop_assignment
from sauro.tasks.services.likely import dismiss_pair, propose_likely
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product

PUMPS = "Rà soát, lập danh mục trạm bơm hư hỏng cần sửa chữa, kèm dự toán, báo cáo trước ngày 20/12/2026."
PUMPS_AGAIN = "Đề nghị Ủy ban nhân dân các xã lập danh mục trạm bơm hư hỏng cần sửa chữa và dự toán gửi về Sở."
OTHER = "Tổ chức tập huấn chữ ký số cho công chức bộ phận một cửa trong quý IV."


def given(world: World, wording: str, letter: str, giver: str = "ubnd", **columns: object) -> Assignment:
    """Work of commune A from a letter of its own."""
    held = {"state": AssignmentState.ACCEPTED, "source_text": f"Công văn {letter}, mục 1"}
    return make_assignment(world.units[giver], world.units["ubnd_a"], wording=wording, **{**held, **columns})


@pytest.fixture
def first(world: World) -> Assignment:
    return given(world, PUMPS, "12/UBND-KT", due_on=days_from(today(), 20))


@pytest.fixture
def second(world: World, first: Assignment) -> Assignment:
    """The same asked by a department, taken over by nobody yet."""
    return given(world, PUMPS_AGAIN, "35/SNV-VP", "snv", state=AssignmentState.GIVEN, due_on=days_from(today(), 5))


def bind(world: World, one: Assignment, other: Assignment, persona: str = "office_a") -> None:
    bind_assignments(
        actor=world.actor(persona), assignment_id=one.pk, other_id=other.pk, reason="Cùng hỏi danh mục trạm bơm"
    )


def test_same_work_from_another_letter_is_found_and_nothing_else(
    world: World, first: Assignment, second: Assignment
) -> None:
    given(world, OTHER, "40/UBND-KT")
    given(world, PUMPS, "12/UBND-KT")
    given(world, PUMPS, "9/UBND-KT", given_at=now() - dt.timedelta(days=300))
    given(world, PUMPS, "8/UBND-KT", state=AssignmentState.STOPPED)
    make_assignment(world.units["ubnd"], world.units["ubnd_b"], wording=PUMPS, source_text="Công văn 50/UBND-KT")
    make_assignment(world.units["ubnd_a"], world.units["ubnd_a"], wording=PUMPS, parent=first, share=50)
    found = find_likely(first)
    assert [row for row, _likeness in found] == [second]
    assert "lập danh mục trạm bơm hư hỏng" in found[0][1].words


def test_two_sentences_of_one_document_are_never_proposed(world: World) -> None:
    tasks = [TaskSpec(PUMPS, section="1", leads=("Xã",)), TaskSpec(PUMPS_AGAIN, section="2", leads=("Xã",))]
    document = make_document(world.units["ubnd"], DocumentSpec(list(tasks)))
    rows = [given(world, one.text, "12/UBND-KT", obligation=one) for one in document.obligations.order_by("position")]
    assert find_likely(rows[0]) == []


def test_pair_is_proposed_once_and_what_was_said_is_remembered(
    world: World, first: Assignment, second: Assignment
) -> None:
    assert propose_likely([first.pk, second.pk]) == 1
    (seen,) = likely_of(world.actor("office_a"), second)
    assert (seen.other, seen.pair.first) == (first, first)
    dismiss_pair(actor=world.actor("office_a"), pair_id=seen.pair.pk)
    assert propose_likely([first.pk]) == 0
    assert likely_of(world.actor("office_a"), first) == []
    with pytest.raises(Conflict):
        dismiss_pair(actor=world.actor("office_a"), pair_id=seen.pair.pk)


def test_givers_and_neighbours_learn_of_no_pair_and_of_no_binding(
    world: World, first: Assignment, second: Assignment
) -> None:
    propose_likely([first.pk])
    pair = LikelyPair.objects.get()
    bind(world, first, second)
    for persona in ("head", "clerk", "snv_head", "office_b", "party_a", "outsider", "servant_a"):
        actor = world.actor(persona)
        assert likely_of(actor, first) == []
        assert bound_work_of(actor, first) is None
        with pytest.raises(NotVisible):
            dismiss_pair(actor=actor, pair_id=pair.pk)
    codes = set(AuditEvent.objects.filter(object_id__in=[first.pk, second.pk]).values_list("code", flat=True))
    assert codes == {"tasks.assignment.accepted"}
    work = bound_work_of(world.actor("office_a"), first)
    assert work is not None
    assert {row.pk for _member, row in work.members} == {first.pk, second.pk}


def test_binding_takes_over_what_was_only_given_and_shares_who_is_in_charge(
    world: World, first: Assignment, second: Assignment
) -> None:
    Assignment.objects.filter(pk=first.pk).update(person=post_of("Bùi Thị Mẫu A"))
    bind(world, first, second)
    second.refresh_from_db()
    assert (second.state, second.person) == (AssignmentState.ACCEPTED, post_of("Bùi Thị Mẫu A"))
    event = AuditEvent.objects.get(code="tasks.binding.bound")
    assert (event.reason, event.changes["assignments"][1]) == (
        "Cùng hỏi danh mục trạm bơm",
        [first.code, second.code],
    )


def test_one_hand_in_answers_every_giver_and_each_confirms_its_own(
    world: World, first: Assignment, second: Assignment
) -> None:
    bind(world, first, second)
    office = world.actor("office_a")
    report_progress(actor=office, assignment_id=second.pk, progress=60, text="Đã khảo sát 6 trạm")
    hand_in_product(actor=office, assignment_id=first.pk, hand_in=HandIn(text="Danh mục 9 trạm bơm"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert {first.state, second.state} == {AssignmentState.HANDED_IN}
    assert {first.progress, second.progress} == {60}
    original, copy = first.products.get(), second.products.get()
    assert (copy.copy_of, copy.text, copy.number) == (original, "Danh mục 9 trạm bơm", 1)
    assert first.reports.get().copy_of == second.reports.get()
    confirm_product(actor=world.actor("head"), assignment_id=first.pk)
    return_product(
        actor=world.actor("snv_head"), assignment_id=second.pk, kind=ReturnKind.CONTENT, reason="Thiếu dự toán"
    )
    hand_in_product(actor=office, assignment_id=second.pk, hand_in=HandIn(text="Danh mục kèm dự toán"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (AssignmentState.CONFIRMED, AssignmentState.HANDED_IN)
    assert (first.products.count(), second.products.count()) == (1, 2)
    assert second.due_on == days_from(today(), 5)


def test_open_part_of_any_bound_work_is_asked_about(world: World, first: Assignment, second: Assignment) -> None:
    bind(world, first, second)
    office = world.actor("office_a")
    plan = PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk)
    (part,) = split_assignment(actor=office, assignment_id=second.pk, parts=[plan])
    with pytest.raises(DomainError) as asked:
        hand_in_product(actor=office, assignment_id=first.pk, hand_in=HandIn(text="Danh mục"))
    assert (asked.value.code, part.code in asked.value.message) == ("parts-open", True)
    hand_in_product(
        actor=office, assignment_id=first.pk, hand_in=HandIn(text="Danh mục", open_parts_reason="Phòng gửi sau")
    )
    assert (first.products.get().open_parts_reason, second.products.get().open_parts_reason) == ("", "Phòng gửi sau")


def test_split_work_keeps_the_progress_of_its_parts_when_the_other_reports(
    world: World, first: Assignment, second: Assignment
) -> None:
    bind(world, first, second)
    office = world.actor("office_a")
    plan = PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk, share=100)
    split_assignment(actor=office, assignment_id=second.pk, parts=[plan])
    report_progress(actor=office, assignment_id=first.pk, progress=60, text="Đã khảo sát 6 trạm")
    second.refresh_from_db()
    assert (second.progress, second.reports.count()) == (0, 0)


def test_who_may_work_on_one_only_does_not_answer_for_the_other(
    world: World, first: Assignment, second: Assignment
) -> None:
    bind(world, first, second)
    Assignment.objects.filter(pk=first.pk).update(person=post_of("Bùi Thị Mẫu A"))
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=world.actor("servant_a"), assignment_id=first.pk, hand_in=HandIn(text="Danh mục"))
    assert refused.value.code == "bound-work"
    assert not first.products.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": AssignmentState.QUESTIONED}, "not-bindable"),
        ({"state": AssignmentState.STOPPED}, "not-bindable"),
        ({"is_recurring": True}, "recurring"),
    ],
)
def test_what_cannot_be_one_work_is_not_bound(
    world: World, first: Assignment, second: Assignment, change: dict[str, object], code: str
) -> None:
    Assignment.objects.filter(pk=second.pk).update(**change)
    with pytest.raises(DomainError) as refused:
        bind(world, first, second)
    assert refused.value.code == code
    assert not BoundAssignment.objects.exists()


def test_binding_needs_a_reason_one_unit_two_trees_and_the_lead(
    world: World, first: Assignment, second: Assignment
) -> None:
    office = world.actor("office_a")
    foreign = make_assignment(world.units["ubnd_a"], world.units["ubnd_b"], state=AssignmentState.ACCEPTED)
    part = given(world, PUMPS, "12/UBND-KT", "ubnd_a", parent=first, share=50)
    for one, other, reason, code in (
        (first, second, " ", "reason-needed"),
        (first, first, "Trùng", "same-assignment"),
        (first, part, "Trùng", "one-tree"),
    ):
        with pytest.raises(DomainError) as refused:
            bind_assignments(actor=office, assignment_id=one.pk, other_id=other.pk, reason=reason)
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        bind_assignments(actor=office, assignment_id=first.pk, other_id=foreign.pk, reason="Trùng")
    with pytest.raises(NotVisible):
        bind(world, first, second, "head")


def test_third_joins_and_two_bindings_are_not_joined_silently(
    world: World, first: Assignment, second: Assignment
) -> None:
    third, fourth = given(world, PUMPS, "77/UBND-KT"), given(world, PUMPS, "78/UBND-KT")
    bind(world, first, second)
    bind(world, third, second)
    work = bound_work_of(world.actor("office_a"), third)
    assert work is not None
    assert len(work.members) == 3
    with pytest.raises(Conflict) as twice:
        bind(world, first, third)
    fifth = given(world, PUMPS, "79/UBND-KT")
    bind(world, fourth, fifth)
    with pytest.raises(Conflict) as two:
        bind(world, fourth, first)
    assert (twice.value.code, two.value.code) == ("already-bound", "both-bound")


def test_taken_out_work_is_its_own_again_and_is_not_proposed_again(
    world: World, first: Assignment, second: Assignment
) -> None:
    propose_likely([first.pk])
    bind(world, first, second)
    assert LikelyPair.objects.get().state == PairState.BOUND
    office = world.actor("office_a")
    with pytest.raises(DomainError):
        unbind_assignment(actor=office, assignment_id=second.pk, reason="")
    unbind_assignment(actor=office, assignment_id=second.pk, reason="Sở chỉ hỏi trạm bơm điện")
    assert LikelyPair.objects.get().state == PairState.DISMISSED
    assert not BoundAssignment.objects.filter(unbound_at__isnull=True).exists()
    hand_in_product(actor=office, assignment_id=first.pk, hand_in=HandIn(text="Danh mục"))
    second.refresh_from_db()
    assert second.state == AssignmentState.ACCEPTED
    with pytest.raises(Conflict) as gone:
        unbind_assignment(actor=office, assignment_id=second.pk, reason="Nhầm")
    assert gone.value.code == "not-bound"


def test_stopped_work_leaves_the_rest_bound(world: World, first: Assignment, second: Assignment) -> None:
    bind(world, first, second)
    stop_assignment(actor=world.actor("head"), assignment_id=first.pk, reason="Không cần nữa")
    hand_in_product(actor=world.actor("office_a"), assignment_id=second.pk, hand_in=HandIn(text="Danh mục"))
    first.refresh_from_db()
    assert (first.state, first.products.count()) == (AssignmentState.STOPPED, 0)

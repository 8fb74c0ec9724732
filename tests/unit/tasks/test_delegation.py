"""Splitting work among divisions and people, and what becomes of the parts: nothing of it is ever lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.organizations import make_user
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.enums import AssignmentState, BodyRole, PartsFate
from sauro.tasks.models import Assignment
from sauro.tasks.parts import split_of
from sauro.tasks.services.delegation import PartPlan, delegate_part, people_near, split_assignment
from sauro.tasks.services.lifecycle import accept_assignment, report_progress, stop_assignment
from sauro.tasks.services.part_moves import give_back_part, move_part
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product


@pytest.fixture
def whole(world: World) -> Assignment:
    make_user("truongphong.a", "Lâm Văn Thử", (Role.UNIT_HEAD, world.units["pkt_a"]), unit=world.units["pkt_a"])
    world.users["division_a"] = make_user("pho.a", "Cù Thị Mẫu", (Role.UNIT_HEAD, world.units["pkt_a"]))
    return make_assignment(
        world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=days_from(today(), 20)
    )


@pytest.fixture
def office(world: World, whole: Assignment) -> Actor:
    return world.actor("office_a")


@pytest.fixture
def division(world: World, whole: Assignment) -> Actor:
    return world.actor("division_a")


def in_two(world: World, office: Actor, whole: Assignment, first: int = 40, second: int = 60) -> list[Assignment]:
    """Split the whole between the division and a civil servant of the commune."""
    plans = [
        PartPlan("Khảo sát trạm bơm", unit_id=world.units["pkt_a"].pk, share=first),
        PartPlan("Lập dự toán", appointment_id=post_of("Bùi Thị Mẫu A").pk, share=second, due_on=days_from(today(), 9)),
    ]
    return split_assignment(actor=office, assignment_id=whole.pk, parts=plans)


def test_split_gives_every_receiver_a_part_with_share_and_deadline(
    world: World, office: Actor, whole: Assignment
) -> None:
    first, second = in_two(world, office, whole)
    whole.refresh_from_db()
    assert (first.unit, first.person, first.share, first.due_on) == (world.units["pkt_a"], None, 40, whole.due_on)
    assert (second.unit, second.person, second.share) == (whole.unit, post_of("Bùi Thị Mẫu A"), 60)
    assert second.due_on == days_from(today(), 9)
    assert {first.giver_unit, second.giver_unit} == {whole.unit}
    # Who has the part from the lead of their own unit has nothing left to accept.
    assert (first.state, second.state) == (AssignmentState.GIVEN, AssignmentState.ACCEPTED)
    assert whole.kept_share == 0
    told = AuditEvent.objects.filter(code="tasks.assignment.delegated", object_id=whole.pk).order_by("sequence")
    assert [event.changes["part"][1] for event in told] == [first.code, second.code]


def test_progress_of_the_whole_is_that_of_its_parts_by_share(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, second = in_two(world, office, whole)
    accept_assignment(actor=division, assignment_id=first.pk)
    report_progress(actor=division, assignment_id=first.pk, progress=50, text="Đã khảo sát một nửa")
    report_progress(actor=world.actor("servant_a"), assignment_id=second.pk, progress=10, text="Đang lấy báo giá")
    whole.refresh_from_db()
    assert whole.progress == 26
    assert whole.reported_at is not None
    hand_in_product(actor=division, assignment_id=first.pk, hand_in=HandIn(text="Kết quả khảo sát"))
    confirm_product(actor=office, assignment_id=first.pk)
    whole.refresh_from_db()
    assert whole.progress == 46


def test_progress_climbs_through_every_level(world: World, office: Actor, division: Actor, whole: Assignment) -> None:
    part = delegate_part(actor=office, assignment_id=whole.pk, unit_id=world.units["pkt_a"].pk, wording="Khảo sát")
    accept_assignment(actor=division, assignment_id=part.pk)
    plan = PartPlan("Đo đạc", appointment_id=post_of("Lâm Văn Thử").pk, share=100)
    (leaf,) = split_assignment(actor=division, assignment_id=part.pk, parts=[plan])
    report_progress(actor=division, assignment_id=leaf.pk, progress=80, text="Đo xong phần lớn")
    part.refresh_from_db()
    whole.refresh_from_db()
    assert (part.progress, whole.progress) == (80, 40)


def test_splitting_changes_nothing_of_what_was_done(world: World, office: Actor, whole: Assignment) -> None:
    report_progress(actor=office, assignment_id=whole.pk, progress=30, text="Đã thu thập số liệu")
    parts = in_two(world, office, whole, 30, 50)
    whole.refresh_from_db()
    assert (whole.progress, whole.kept_share, whole.kept_progress) == (30, 20, Decimal(30))
    assert [part.progress for part in parts] == [30, 30]


@pytest.mark.parametrize(("shares", "expected", "kept"), [((None, None), (33, 33), 34), ((50, None), (50, 25), 25)])
def test_shares_nobody_named_are_equal_with_what_the_body_keeps(
    world: World,
    office: Actor,
    whole: Assignment,
    shares: tuple[int | None, ...],
    expected: tuple[int, ...],
    kept: int,
) -> None:
    plans = [PartPlan("Một phần", unit_id=world.units["pkt_a"].pk, share=share) for share in shares]
    made = split_assignment(actor=office, assignment_id=whole.pk, parts=plans)
    whole.refresh_from_db()
    assert (tuple(part.share for part in made), whole.kept_share) == (expected, kept)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"share": 0}, "share-range", "parts-1-share"),
        ({"share": 101}, "share-range", "parts-1-share"),
        ({"wording": "  "}, "wording-needed", "parts-1-wording"),
        ({"due_on": days_from(today(), 21)}, "due-after-whole", "parts-1-due_on"),
        ({"unit_id": None}, "receiver-needed", "parts-1-receiver"),
    ],
)
def test_one_wrong_row_stops_the_whole_split(
    world: World, office: Actor, whole: Assignment, change: dict[str, object], code: str, field: str
) -> None:
    right = {"wording": "Khảo sát", "unit_id": world.units["pkt_a"].pk}
    plans = [PartPlan(**right), PartPlan(**{**right, **change})]  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(DomainError) as refused:
        split_assignment(actor=office, assignment_id=whole.pk, parts=plans)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not whole.parts.exists()


def test_parts_go_to_nobody_outside_the_unit(world: World, office: Actor, whole: Assignment) -> None:
    for outside, code in (
        ({"unit_id": world.units["pkt_b"].pk}, "not-below"),
        ({"unit_id": world.units["ubnd_a"].pk}, "not-below"),
        ({"unit_id": world.units["du_a"].pk}, "not-below"),
        ({"appointment_id": post_of("Bùi Thị Mẫu B").pk}, "not-in-unit"),
        ({"unit_id": world.units["pkt_a"].pk, "appointment_id": post_of("Bùi Thị Mẫu A").pk}, "receiver-needed"),
    ):
        with pytest.raises(DomainError) as refused:
            split_assignment(actor=office, assignment_id=whole.pk, parts=[PartPlan("Khảo sát", **outside)])
        assert refused.value.code == code
    assert {str(post.person) for post in people_near(whole)} == {"Bùi Thị Mẫu A", "Ngô Văn Thử A", "Lâm Văn Thử"}


def test_who_may_not_lead_may_not_split(world: World, whole: Assignment) -> None:
    plans = [PartPlan("Khảo sát", unit_id=world.units["pkt_a"].pk)]
    with pytest.raises(NotAllowed):
        split_assignment(actor=world.actor("head"), assignment_id=whole.pk, parts=plans)
    with pytest.raises(NotVisible):
        split_assignment(actor=world.actor("office_b"), assignment_id=whole.pk, parts=plans)


@pytest.mark.parametrize("state", [AssignmentState.HANDED_IN, AssignmentState.CONFIRMED, AssignmentState.STOPPED])
def test_delivered_work_is_not_split_any_more(
    world: World, office: Actor, whole: Assignment, state: AssignmentState
) -> None:
    Assignment.objects.filter(pk=whole.pk).update(state=state)
    with pytest.raises(Conflict):
        in_two(world, office, whole)


def test_report_of_the_whole_within_what_the_parts_allow_needs_no_reason(
    world: World, office: Actor, whole: Assignment
) -> None:
    in_two(world, office, whole, 30, 30)
    report = report_progress(actor=office, assignment_id=whole.pk, progress=20, text="Phần giữ lại xong một nửa")
    whole.refresh_from_db()
    assert (whole.progress, whole.kept_progress, whole.is_progress_own) == (20, Decimal(50), False)
    assert (report.parts_progress, report.differs_reason) == (0, "")


def test_report_against_the_parts_needs_a_reason_and_holds_until_the_next(
    world: World, office: Actor, whole: Assignment
) -> None:
    _first, second = in_two(world, office, whole)
    with pytest.raises(DomainError) as refused:
        report_progress(actor=office, assignment_id=whole.pk, progress=70, text="Gần xong")
    assert (refused.value.code, refused.value.field) == ("differs-from-parts", "differs_reason")
    report = report_progress(
        actor=office, assignment_id=whole.pk, progress=70, text="Gần xong", differs_reason="Các phòng chưa cập nhật"
    )
    assert (report.parts_progress, report.differs_reason) == (0, "Các phòng chưa cập nhật")
    report_progress(actor=world.actor("servant_a"), assignment_id=second.pk, progress=50, text="Một nửa")
    whole.refresh_from_db()
    assert (whole.progress, whole.is_progress_own, split_of(whole).shown) == (70, True, 30)
    report_progress(actor=office, assignment_id=whole.pk, progress=30, text="Theo các phần việc")
    whole.refresh_from_db()
    assert (whole.progress, whole.is_progress_own) == (30, False)


def test_part_given_back_is_its_givers_again_with_all_that_was_done(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, _second = in_two(world, office, whole)
    accept_assignment(actor=division, assignment_id=first.pk)
    report_progress(actor=division, assignment_id=first.pk, progress=50, text="Đã khảo sát một nửa")
    with pytest.raises(DomainError) as silent:
        give_back_part(actor=division, assignment_id=first.pk, reason=" ")
    assert silent.value.code == "reason-needed"
    give_back_part(actor=division, assignment_id=first.pk, reason="Ngoài chuyên môn của phòng")
    first.refresh_from_db()
    whole.refresh_from_db()
    assert (first.state, first.state_reason) == (AssignmentState.STOPPED, "Ngoài chuyên môn của phòng")
    assert (whole.kept_share, whole.kept_progress, whole.progress) == (40, Decimal(50), 20)
    event = AuditEvent.objects.get(code="tasks.assignment.given_back")
    assert (event.object_id, event.reason) == (first.pk, "Ngoài chuyên môn của phòng")


def test_only_parts_are_given_back_and_no_late_ones(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    with pytest.raises(DomainError) as root:
        give_back_part(actor=office, assignment_id=whole.pk, reason="Khó")
    first, _second = in_two(world, office, whole)
    Assignment.objects.filter(pk=first.pk).update(due_on=days_from(today(), -1))
    with pytest.raises(DomainError) as late:
        give_back_part(actor=division, assignment_id=first.pk, reason="Khó")
    assert (root.value.code, late.value.code) == ("not-a-part", "part-overdue")


def test_moved_part_goes_on_elsewhere_and_both_stay_on_record(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, _second = in_two(world, office, whole)
    accept_assignment(actor=division, assignment_id=first.pk)
    report_progress(actor=division, assignment_id=first.pk, progress=50, text="Đã khảo sát một nửa")
    moved = move_part(
        actor=office, assignment_id=first.pk, unit_id=world.units["vp_a"].pk, reason="Phòng đang thiếu người"
    )
    first.refresh_from_db()
    whole.refresh_from_db()
    assert (first.state, first.state_reason) == (
        AssignmentState.STOPPED,
        "Chuyển cho Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã A Thử.",
    )
    assert (moved.continues, moved.share, moved.progress, moved.unit) == (first, 40, 50, world.units["vp_a"])
    assert (whole.progress, whole.kept_share) == (20, 0)
    event = AuditEvent.objects.get(code="tasks.assignment.moved")
    assert (event.reason, event.changes["part"]) == ("Phòng đang thiếu người", [first.code, moved.code])


def test_part_moves_only_below_its_giver_and_never_to_where_it_is(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, _second = in_two(world, office, whole)
    for unit, code in (("pkt_b", "not-below"), ("pkt_a", "same-receiver")):
        with pytest.raises(DomainError) as refused:
            move_part(actor=office, assignment_id=first.pk, unit_id=world.units[unit].pk, reason="Chuyển")
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        move_part(actor=division, assignment_id=first.pk, unit_id=world.units["vp_a"].pk, reason="Chuyển")


def test_part_that_was_split_itself_neither_goes_back_nor_moves(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, _second = in_two(world, office, whole)
    accept_assignment(actor=division, assignment_id=first.pk)
    plan = PartPlan("Đo đạc", appointment_id=post_of("Lâm Văn Thử").pk)
    split_assignment(actor=division, assignment_id=first.pk, parts=[plan])
    for act in (
        lambda: give_back_part(actor=division, assignment_id=first.pk, reason="Khó"),
        lambda: move_part(actor=office, assignment_id=first.pk, unit_id=world.units["vp_a"].pk, reason="Chuyển"),
    ):
        with pytest.raises(DomainError) as refused:
            act()
        assert refused.value.code == "parts-open"


def test_stopping_asks_what_becomes_of_the_parts(world: World, office: Actor, whole: Assignment) -> None:
    in_two(world, office, whole)
    with pytest.raises(DomainError) as asked:
        stop_assignment(actor=world.actor("head"), assignment_id=whole.pk, reason="Không cần nữa")
    assert (asked.value.code, asked.value.field) == ("parts-open", "parts_fate")


@pytest.mark.parametrize(
    ("fate", "states"),
    [
        (PartsFate.STOP, {AssignmentState.STOPPED}),
        (PartsFate.CONTINUE, {AssignmentState.GIVEN, AssignmentState.ACCEPTED}),
    ],
)
def test_parts_stop_with_the_whole_or_go_on_as_the_giver_says(
    world: World, office: Actor, whole: Assignment, fate: PartsFate, states: set[AssignmentState]
) -> None:
    parts = in_two(world, office, whole)
    stop_assignment(actor=world.actor("head"), assignment_id=whole.pk, reason="Không cần nữa", parts_fate=fate)
    found = Assignment.objects.filter(pk__in=[part.pk for part in parts])
    assert {part.state for part in found} == states
    stopped = AuditEvent.objects.filter(code="tasks.assignment.stopped", reason="Không cần nữa")
    assert stopped.count() == (3 if fate == PartsFate.STOP else 1)


def test_whole_tree_stops_down_to_its_leaves_but_not_what_is_confirmed(
    world: World, office: Actor, division: Actor, whole: Assignment
) -> None:
    first, second = in_two(world, office, whole)
    accept_assignment(actor=division, assignment_id=first.pk)
    plan = PartPlan("Đo đạc", appointment_id=post_of("Lâm Văn Thử").pk)
    (leaf,) = split_assignment(actor=division, assignment_id=first.pk, parts=[plan])
    Assignment.objects.filter(pk=second.pk).update(state=AssignmentState.CONFIRMED)
    stop_assignment(actor=world.actor("head"), assignment_id=whole.pk, reason="Hết cần", parts_fate=PartsFate.STOP)
    states = dict(Assignment.objects.filter(pk__in=[first.pk, second.pk, leaf.pk]).values_list("pk", "state"))
    assert states == {first.pk: "stopped", leaf.pk: "stopped", second.pk: "confirmed"}


def test_stopped_part_returns_its_share(world: World, office: Actor, whole: Assignment) -> None:
    first, _second = in_two(world, office, whole)
    stop_assignment(actor=office, assignment_id=first.pk, reason="Làm chung với phần kia")
    whole.refresh_from_db()
    assert (whole.kept_share, split_of(whole).total) == (40, 100)


def test_coordinators_part_does_not_roll_up(world: World, office: Actor, whole: Assignment) -> None:
    make_assignment(
        world.units["ubnd"],
        world.units["ubnd_b"],
        parent=whole,
        role=BodyRole.COORDINATOR,
        state=AssignmentState.ACCEPTED,
    )
    row = Assignment.objects.get(parent=whole)
    report_progress(actor=world.actor("office_b"), assignment_id=row.pk, progress=90, text="Gần xong")
    whole.refresh_from_db()
    assert (whole.progress, whole.reported_at) == (0, None)


def test_closed_work_stays_as_it_was_closed(world: World, office: Actor, division: Actor, whole: Assignment) -> None:
    first, _second = in_two(world, office, whole)
    hand_in_product(
        actor=office, assignment_id=whole.pk, hand_in=HandIn(text="Báo cáo", open_parts_reason="Phòng gửi sau")
    )
    confirm_product(actor=world.actor("head"), assignment_id=whole.pk)
    accept_assignment(actor=division, assignment_id=first.pk)
    report_progress(actor=division, assignment_id=first.pk, progress=10, text="Mới bắt đầu")
    give_back_part(actor=division, assignment_id=first.pk, reason="Việc chung đã xong")
    whole.refresh_from_db()
    assert (whole.progress, whole.state, whole.kept_share) == (100, AssignmentState.CONFIRMED, 0)

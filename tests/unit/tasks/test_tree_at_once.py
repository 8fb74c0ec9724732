"""Several people in one tree at the same moment, in real transactions: nothing is lost, nobody waits for ever."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.common.clock import now
from sauro.tasks.enums import AssignmentState, PartsFate
from sauro.tasks.models import Assignment, Wait
from sauro.tasks.parts import split_of
from sauro.tasks.services.delegation import PartPlan, split_assignment
from sauro.tasks.services.lifecycle import report_progress, stop_assignment
from sauro.tasks.services.part_moves import give_back_part, move_part
from sauro.tasks.services.products import HandIn, hand_in_product

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def whole(committed_world: World) -> Assignment:
    units = committed_world.units
    return make_assignment(units["ubnd"], units["ubnd_a"], state=AssignmentState.ACCEPTED)


def plan(share: int) -> PartPlan:
    """A part for the civil servant of the commune: who gets it may report at once."""
    return PartPlan("Một phần việc", appointment_id=post_of("Bùi Thị Mẫu A").pk, share=share)


def test_two_who_split_at_once_both_take_from_what_is_really_left(committed_world: World, whole: Assignment) -> None:
    office = committed_world.actor("office_a")
    outcomes = at_once(
        lambda: split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(60)]),
        lambda: split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(30), plan(20)]),
    )
    whole.refresh_from_db()
    assert outcomes == ["ok", "ok"]
    assert (whole.kept_share, split_of(whole).total, whole.parts.count()) == (0, 110, 3)


def test_work_is_never_handed_in_over_a_part_that_was_just_given(committed_world: World, whole: Assignment) -> None:
    office = committed_world.actor("office_a")
    outcomes = at_once(
        lambda: split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50)]),
        lambda: hand_in_product(actor=office, assignment_id=whole.pk, hand_in=HandIn(text="Kết quả")),
    )
    whole.refresh_from_db()
    if whole.state == AssignmentState.HANDED_IN:
        assert (outcomes, whole.parts.count()) == (["handed-in", "ok"], 0)
    else:
        assert (outcomes, whole.parts.count()) == (["ok", "parts-open"], 1)


def test_reports_of_two_parts_at_once_both_count(committed_world: World, whole: Assignment) -> None:
    office, servant = committed_world.actor("office_a"), committed_world.actor("servant_a")
    first, second = split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50), plan(50)])
    outcomes = at_once(
        lambda: report_progress(actor=servant, assignment_id=first.pk, progress=40, text="Một phần"),
        lambda: report_progress(actor=servant, assignment_id=second.pk, progress=80, text="Phần kia"),
    )
    whole.refresh_from_db()
    assert (outcomes, whole.progress) == (["ok", "ok"], 60)


def test_part_and_whole_are_handed_in_at_once_while_one_waits_for_the_other(
    committed_world: World, whole: Assignment
) -> None:
    office, servant = committed_world.actor("office_a"), committed_world.actor("servant_a")
    (part,) = split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50)])
    Wait.objects.create(assignment=whole, part=part, reason="Chờ số liệu", began_at=now(), began_by_name="x")
    hand_in = HandIn(text="Kết quả", open_parts_reason="Nộp trước")
    outcomes = at_once(
        lambda: hand_in_product(actor=servant, assignment_id=part.pk, hand_in=HandIn(text="Phần việc")),
        lambda: hand_in_product(actor=office, assignment_id=whole.pk, hand_in=hand_in),
    )
    assert outcomes == ["ok", "ok"]
    assert Wait.objects.filter(ended_at__isnull=True).count() == 0
    whole.refresh_from_db()
    assert (whole.state, whole.waiting_since) == (AssignmentState.HANDED_IN, None)


def test_stopping_the_tree_and_reporting_in_it_at_once_leaves_nothing_open(
    committed_world: World, whole: Assignment
) -> None:
    office, servant = committed_world.actor("office_a"), committed_world.actor("servant_a")
    parts = split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50), plan(50)])
    outcomes = at_once(
        lambda: stop_assignment(
            actor=committed_world.actor("head"), assignment_id=whole.pk, reason="Hết cần", parts_fate=PartsFate.STOP
        ),
        lambda: report_progress(actor=servant, assignment_id=parts[1].pk, progress=40, text="Một phần"),
    )
    assert outcomes in (["ok", "ok"], ["ok", "step-not-allowed"])
    assert set(Assignment.objects.values_list("state", flat=True)) == {AssignmentState.STOPPED}


def test_part_given_while_the_tree_is_stopped_does_not_escape(committed_world: World, whole: Assignment) -> None:
    office = committed_world.actor("office_a")
    split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50)])
    outcomes = at_once(
        lambda: stop_assignment(
            actor=committed_world.actor("head"), assignment_id=whole.pk, reason="Hết cần", parts_fate=PartsFate.STOP
        ),
        lambda: split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(20)]),
    )
    assert outcomes in (["ok", "ok"], ["assignment-closed", "ok"], ["ok", "parts-changed"])
    states = set(Assignment.objects.values_list("state", flat=True))
    assert states == ({AssignmentState.STOPPED} if "parts-changed" not in outcomes else {AssignmentState.ACCEPTED})


def test_part_given_back_and_moved_at_once_goes_one_way_only(committed_world: World, whole: Assignment) -> None:
    office = committed_world.actor("office_a")
    (part,) = split_assignment(actor=office, assignment_id=whole.pk, parts=[plan(50)])
    outcomes = at_once(
        lambda: give_back_part(actor=office, assignment_id=part.pk, reason="Khó"),
        lambda: move_part(
            actor=office, assignment_id=part.pk, unit_id=committed_world.units["pkt_a"].pk, reason="Thiếu người"
        ),
    )
    whole.refresh_from_db()
    assert outcomes == ["ok", "part-closed"]
    assert split_of(whole).total == 100
    assert whole.kept_share + sum(part.share for part in split_of(whole).parts) == 100

"""Binding, taking apart, handing in and proposing at the same moment, in real transactions."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment, BoundAssignment, LikelyPair
from sauro.tasks.services.binding import bind_assignments, unbind_assignment
from sauro.tasks.services.likely import propose_likely
from sauro.tasks.services.products import HandIn, hand_in_product

pytestmark = pytest.mark.django_db(transaction=True)

WORDING = "Rà soát, lập danh mục trạm bơm hư hỏng cần sửa chữa, kèm dự toán."


@pytest.fixture
def rows(committed_world: World) -> list[Assignment]:
    units = committed_world.units
    return [
        make_assignment(
            units["ubnd"],
            units["ubnd_a"],
            state=AssignmentState.ACCEPTED,
            wording=WORDING,
            source_text=f"Công văn {number}",
        )
        for number in range(3)
    ]


def bind(world: World, one: Assignment, other: Assignment) -> None:
    bind_assignments(actor=world.actor("office_a"), assignment_id=one.pk, other_id=other.pk, reason="Cùng một việc")


def hand_in(world: World, row: Assignment) -> None:
    hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=HandIn(text="Danh mục"))


def states(rows: list[Assignment]) -> list[str]:
    found = dict(Assignment.objects.values_list("pk", "state"))
    return [found[row.pk] for row in rows]


def test_work_bound_while_it_is_handed_in_is_handed_in_wholly_or_before(
    committed_world: World, rows: list[Assignment]
) -> None:
    first, second, _third = rows
    outcomes = at_once(lambda: bind(committed_world, first, second), lambda: hand_in(committed_world, second))
    assert outcomes in (["ok", "ok"], ["binding-changed", "ok"])
    bound = BoundAssignment.objects.filter(unbound_at__isnull=True).count() == 2
    assert bound
    # Handed in first, or the one who handed in was told, or both went together: never one of two bound by oversight.
    if "binding-changed" in outcomes:
        assert states(rows[:2]) == ["accepted", "accepted"]
    else:
        assert states(rows[:2]) in (["accepted", "handed_in"], ["handed_in", "handed_in"])


def test_two_who_hand_in_bound_work_at_once_hand_it_in_once(committed_world: World, rows: list[Assignment]) -> None:
    first, second, _third = rows
    bind(committed_world, first, second)
    outcomes = at_once(lambda: hand_in(committed_world, first), lambda: hand_in(committed_world, second))
    assert outcomes == ["ok", "step-not-allowed"]
    assert [row.products.count() for row in (first, second)] == [1, 1]


def test_two_who_bind_at_once_make_one_binding_of_three(committed_world: World, rows: list[Assignment]) -> None:
    first, second, third = rows
    outcomes = at_once(lambda: bind(committed_world, first, second), lambda: bind(committed_world, third, second))
    live = BoundAssignment.objects.filter(unbound_at__isnull=True)
    assert outcomes == ["ok", "ok"]
    assert (live.count(), live.values("binding").distinct().count()) == (3, 1)


def test_taking_out_and_handing_in_at_once_never_hands_in_what_was_out(
    committed_world: World, rows: list[Assignment]
) -> None:
    first, second, _third = rows
    bind(committed_world, first, second)
    office = committed_world.actor("office_a")
    outcomes = at_once(
        lambda: unbind_assignment(actor=office, assignment_id=second.pk, reason="Khác việc"),
        lambda: hand_in(committed_world, first),
    )
    if "binding-changed" in outcomes:
        assert states(rows[:2]) == ["accepted", "accepted"]
    else:
        assert outcomes == ["ok", "ok"]
        assert states(rows[:2]) in (["handed_in", "handed_in"], ["handed_in", "accepted"])


def test_same_pair_found_by_two_jobs_is_written_down_once(committed_world: World, rows: list[Assignment]) -> None:
    first, second, third = rows
    outcomes = at_once(lambda: propose_likely([first.pk]), lambda: propose_likely([second.pk, third.pk]))
    assert outcomes == ["ok", "ok"]
    assert LikelyPair.objects.count() == 3

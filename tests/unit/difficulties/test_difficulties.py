"""Difficulties: raised to the giver, passed upwards with their history, answered once for all who ask the same."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import get_page, visible_difficulties
from sauro.difficulties.services.difficulties import (
    answer_difficulty,
    forward_difficulty,
    join_difficulty,
    raise_difficulty,
    withdraw_difficulty,
)


def raised(world: World, letter: str = "a", text: str = "Thiếu kinh phí sửa trạm bơm") -> Difficulty:
    row = make_assignment(world.units["ubnd"], world.units[f"ubnd_{letter}"], state="accepted")
    return raise_difficulty(
        actor=world.actor(f"office_{letter}"), assignment_id=row.pk, text=text, request="Bố trí bổ sung"
    )


def delegated(world: World) -> Difficulty:
    """One that a division of commune A raised on work the commune's committee gave it."""
    row = make_assignment(world.units["ubnd_a"], world.units["pkt_a"], state="accepted", is_kept_by_giver=True)
    return raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, text="Vượt thẩm quyền xã")


def test_raised_on_work_it_goes_to_the_giver_with_a_clock(world: World) -> None:
    one = raised(world)
    assert (one.at_unit, one.unit, one.due_on) == (
        world.units["ubnd"],
        world.units["ubnd_a"],
        add_working_days(today(), 10),
    )
    assert AuditEvent.objects.get(object_id=one.pk).code == "difficulties.difficulty.raised"


def test_only_those_concerned_see_it(world: World) -> None:
    one = raised(world)
    seen = {name for name in world.users if visible_difficulties(world.actor(name)).filter(pk=one.pk).exists()}
    assert seen == {"office_a", "head", "chair", "clerk", "inspector"}
    with pytest.raises(NotVisible):
        get_page(world.actor("office_b"), one.pk)


def test_outsiders_cannot_raise_on_work_they_do_not_see(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted")
    with pytest.raises(NotVisible):
        raise_difficulty(actor=world.actor("office_b"), assignment_id=row.pk, text="x")
    with pytest.raises(NotAllowed):
        raise_difficulty(actor=world.actor("head"), assignment_id=row.pk, text="x")
    with pytest.raises(DomainError) as empty:
        raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, text=" ")
    assert empty.value.field == "text"


def test_answer_says_whether_the_cause_is_objective(world: World) -> None:
    one = raised(world)
    with pytest.raises(NotAllowed):
        answer_difficulty(actor=world.actor("office_a"), difficulty_id=one.pk, text="tự trả lời", cause=Cause.OBJECTIVE)
    answer_difficulty(actor=world.actor("head"), difficulty_id=one.pk, text="Bố trí quý I", cause=Cause.OBJECTIVE)
    one.refresh_from_db()
    assert (one.state, one.cause, one.answer) == (DifficultyState.ANSWERED, Cause.OBJECTIVE, "Bố trí quý I")
    with pytest.raises(Conflict):
        answer_difficulty(actor=world.actor("head"), difficulty_id=one.pk, text="lần nữa", cause=Cause.OBJECTIVE)


def test_answer_reaches_everybody_who_asked_the_same(world: World) -> None:
    first, second, third = raised(world, "a"), raised(world, "b"), raised(world, "a")
    head = world.actor("head")
    join_difficulty(actor=head, difficulty_id=second.pk, other_id=first.pk)
    join_difficulty(actor=head, difficulty_id=third.pk, other_id=second.pk)
    answered = answer_difficulty(actor=head, difficulty_id=third.pk, text="Bố trí quý I", cause=Cause.UNDECIDED)
    assert {one.pk for one in answered} == {first.pk, second.pk, third.pk}
    assert set(Difficulty.objects.values_list("answer", flat=True)) == {"Bố trí quý I"}


def test_two_that_are_joined_are_not_joined_the_other_way_round(world: World) -> None:
    first, second = raised(world, "a"), raised(world, "b")
    head = world.actor("head")
    join_difficulty(actor=head, difficulty_id=second.pk, other_id=first.pk)
    with pytest.raises(DomainError) as refused:
        join_difficulty(actor=head, difficulty_id=first.pk, other_id=second.pk)
    assert refused.value.code == "not-joinable"


def test_what_is_beyond_authority_goes_up_with_its_history(world: World) -> None:
    one = delegated(world)
    assert one.at_unit == world.units["ubnd_a"]
    with pytest.raises(DomainError) as refused:
        forward_difficulty(actor=world.actor("office_a"), difficulty_id=one.pk, reason="")
    assert refused.value.field == "reason"
    forward_difficulty(
        actor=world.actor("office_a"),
        difficulty_id=one.pk,
        reason="Thuộc thẩm quyền cấp tỉnh",
        to_unit_id=world.units["ubnd"].pk,
    )
    page = get_page(world.actor("head"), one.pk)
    assert [(step.from_unit.code, step.to_unit.code) for step in page.forwardings] == [("XA.UBND", "T.UBND")]
    assert page.may_answer
    # The commune still sees what became of it.
    assert not get_page(world.actor("office_a"), one.pk).may_answer


def test_no_forwarding_into_another_domain_or_to_itself(world: World) -> None:
    one = raised(world)
    head = world.actor("head")
    for unit in ("tu", "province", "ubnd", "ubnd_a"):
        with pytest.raises(DomainError):
            forward_difficulty(actor=head, difficulty_id=one.pk, reason="x", to_unit_id=world.units[unit].pk)


def test_nobody_stands_above_the_provinces_committee(world: World) -> None:
    one = raised(world)
    with pytest.raises(DomainError) as refused:
        forward_difficulty(actor=world.actor("head"), difficulty_id=one.pk, reason="x")
    assert refused.value.code == "top"


def test_withdrawing_leaves_the_others_in_the_queue(world: World) -> None:
    first, second, third = raised(world, "a"), raised(world, "b"), raised(world, "b")
    head = world.actor("head")
    for one in (second, third):
        join_difficulty(actor=head, difficulty_id=one.pk, other_id=first.pk)
    withdraw_difficulty(actor=world.actor("office_a"), difficulty_id=first.pk)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.same_as_id, third.same_as_id) == (None, second.pk)
    with pytest.raises(NotAllowed):
        withdraw_difficulty(actor=head, difficulty_id=second.pk)


@pytest.mark.django_db(transaction=True)
def test_of_answering_and_withdrawing_at_once_exactly_one_wins(committed_world: World) -> None:
    world = committed_world
    one = raised(world)
    head, office = world.actor("head"), world.actor("office_a")
    outcomes = at_once(
        lambda: answer_difficulty(actor=head, difficulty_id=one.pk, text="Có", cause=Cause.UNDECIDED),
        lambda: withdraw_difficulty(actor=office, difficulty_id=one.pk),
    )
    assert outcomes == ["difficulty-closed", "ok"]

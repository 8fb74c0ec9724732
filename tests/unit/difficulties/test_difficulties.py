"""Difficulties: raised to the giver, passed upwards with their history, answered once for all who ask the same."""

from __future__ import annotations

from functools import partial

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
from sauro.difficulties.services.answering import (
    answer_alike,
    answer_difficulty,
    forward_difficulty,
    join_difficulties,
    withdraw_difficulty,
)
from sauro.difficulties.services.raising import Trouble, raise_difficulty


def raised(world: World, letter: str = "a", text: str = "Thiếu kinh phí sửa trạm bơm") -> Difficulty:
    row = make_assignment(world.units["ubnd"], world.units[f"ubnd_{letter}"], state="accepted")
    trouble = Trouble(text, "Bố trí bổ sung")
    return raise_difficulty(actor=world.actor(f"office_{letter}"), assignment_id=row.pk, trouble=trouble)


def joined(world: World, head: Difficulty, *others: Difficulty) -> None:
    join_difficulties(actor=world.actor("head"), difficulty_id=head.pk, other_ids=[one.pk for one in others])


def delegated(world: World) -> Difficulty:
    """One that a division of commune A raised on work the commune's committee gave it."""
    row = make_assignment(world.units["ubnd_a"], world.units["pkt_a"], state="accepted", is_kept_by_giver=True)
    return raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, trouble=Trouble("Vượt thẩm quyền xã"))


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
        raise_difficulty(actor=world.actor("office_b"), assignment_id=row.pk, trouble=Trouble("x"))
    with pytest.raises(NotAllowed):
        raise_difficulty(actor=world.actor("head"), assignment_id=row.pk, trouble=Trouble("x"))
    with pytest.raises(DomainError) as empty:
        raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, trouble=Trouble(" "))
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
    joined(world, first, second)
    joined(world, second, third)
    answered = answer_difficulty(actor=head, difficulty_id=third.pk, text="Bố trí quý I", cause=Cause.UNDECIDED)
    assert {one.pk for one in answered} == {first.pk, second.pk, third.pk}
    assert set(Difficulty.objects.values_list("answer", flat=True)) == {"Bố trí quý I"}


def test_two_groups_become_one_with_all_their_members(world: World) -> None:
    first, second, third, fourth = (raised(world, letter) for letter in "abab")
    joined(world, first, second)
    joined(world, third, fourth)
    joined(world, second, fourth)
    assert set(Difficulty.objects.exclude(pk=first.pk).values_list("same_as", flat=True)) == {first.pk}


def test_only_what_lies_open_with_the_same_body_is_joined(world: World) -> None:
    one, elsewhere, done = raised(world, "a"), delegated(world), raised(world, "b")
    answer_difficulty(actor=world.actor("head"), difficulty_id=done.pk, text="Bố trí", cause=Cause.UNDECIDED)
    with pytest.raises(NotVisible):
        joined(world, one, elsewhere)
    with pytest.raises(DomainError) as refused:
        joined(world, one, done)
    assert refused.value.code == "not-joinable"
    with pytest.raises(DomainError) as empty:
        joined(world, one)
    assert empty.value.field == "others"


def test_neighbour_joined_with_it_stays_unseen(world: World) -> None:
    first, second = raised(world, "a"), raised(world, "b")
    joined(world, first, second)
    page = get_page(world.actor("office_b"), second.pk)
    assert (page.is_joined, page.head, list(page.joined)) == (True, None, [])
    assert get_page(world.actor("head"), second.pk).head == first


def test_earlier_answer_is_given_again(world: World) -> None:
    first, second, third = raised(world, "a"), raised(world, "b"), raised(world, "b", "Chưa có bản đồ địa chính")
    head = world.actor("head")
    with pytest.raises(DomainError) as early:
        answer_alike(actor=head, difficulty_id=second.pk, other_id=first.pk)
    assert early.value.code == "not-answered"
    answer_difficulty(actor=head, difficulty_id=first.pk, text="Bố trí quý I", cause=Cause.OBJECTIVE)
    assert [like.difficulty for like in get_page(head, second.pk).answered_alike] == [first]
    assert list(get_page(head, third.pk).answered_alike) == []
    answer_alike(actor=head, difficulty_id=second.pk, other_id=first.pk)
    second.refresh_from_db()
    assert (second.answer, second.cause) == ("Bố trí quý I", Cause.OBJECTIVE)


def test_likely_equals_come_first_and_are_marked(world: World) -> None:
    one = raised(world, "a", "Thiếu kinh phí sửa chữa các trạm bơm thoát nước của xã")
    far = raised(world, "b", "Phần mềm chứng thực điện tử thường xuyên mất kết nối")
    near = raised(world, "b", "Chưa được bố trí kinh phí sửa chữa trạm bơm thoát nước")
    alike = get_page(world.actor("head"), one.pk).alike
    assert [like.difficulty for like in alike] == [near, far]
    assert [like.is_likely for like in alike] == [True, False]


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
    for unit in ("tu", "province", "ubnd", "ubnd_a", "stc", "pkt_b"):
        with pytest.raises(DomainError):
            forward_difficulty(actor=head, difficulty_id=one.pk, reason="x", to_unit_id=world.units[unit].pk)


def test_all_who_ask_the_same_go_up_together(world: World) -> None:
    first, second = delegated(world), delegated(world)
    office = world.actor("office_a")
    join_difficulties(actor=office, difficulty_id=first.pk, other_ids=[second.pk])
    unit = world.units["ubnd"].pk
    forward_difficulty(actor=office, difficulty_id=second.pk, reason="Thuộc cấp tỉnh", to_unit_id=unit)
    assert set(Difficulty.objects.values_list("at_unit", flat=True)) == {unit}
    assert first.forwardings.count() == second.forwardings.count() == 1


def test_nobody_stands_above_the_provinces_committee(world: World) -> None:
    one = raised(world)
    with pytest.raises(DomainError) as refused:
        forward_difficulty(actor=world.actor("head"), difficulty_id=one.pk, reason="x")
    assert refused.value.code == "top"


def test_withdrawing_leaves_the_others_in_the_queue(world: World) -> None:
    first, second, third = raised(world, "a"), raised(world, "b"), raised(world, "b")
    head = world.actor("head")
    joined(world, first, second, third)
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


@pytest.mark.django_db(transaction=True)
def test_answers_to_head_and_member_at_once_are_one_answer(committed_world: World) -> None:
    world = committed_world
    head, chair = world.actor("head"), world.actor("chair")
    for _round in range(4):
        first, second = raised(world, "a"), raised(world, "b")
        joined(world, first, second)
        outcomes = at_once(
            partial(answer_difficulty, actor=head, difficulty_id=first.pk, text="Một", cause=Cause.UNDECIDED),
            partial(answer_difficulty, actor=chair, difficulty_id=second.pk, text="Hai", cause=Cause.UNDECIDED),
        )
        assert outcomes == ["difficulty-closed", "ok"]
        first.refresh_from_db()
        second.refresh_from_db()
        assert first.answer == second.answer


@pytest.mark.django_db(transaction=True)
def test_joining_beside_an_answer_leaves_nobody_without_one(committed_world: World) -> None:
    world = committed_world
    head, chair = world.actor("head"), world.actor("chair")
    for _round in range(4):
        first, second = raised(world, "a"), raised(world, "b")
        outcomes = at_once(
            partial(join_difficulties, actor=head, difficulty_id=first.pk, other_ids=[second.pk]),
            partial(answer_difficulty, actor=chair, difficulty_id=first.pk, text="Bố trí", cause=Cause.UNDECIDED),
        )
        second.refresh_from_db()
        # Joined in time it has the answer; too late it waits for one of its own.
        expected = (first.pk, "answered") if outcomes == ["ok", "ok"] else (None, "open")
        assert (second.same_as_id, second.state) == expected


@pytest.mark.django_db(transaction=True)
def test_joined_both_ways_at_once_makes_one_group(committed_world: World) -> None:
    world = committed_world
    head, chair = world.actor("head"), world.actor("chair")
    for _round in range(4):
        first, second = raised(world, "a"), raised(world, "b")
        outcomes = at_once(
            partial(join_difficulties, actor=head, difficulty_id=first.pk, other_ids=[second.pk]),
            partial(join_difficulties, actor=chair, difficulty_id=second.pk, other_ids=[first.pk]),
        )
        assert outcomes in (["ok", "ok"], ["difficulty-closed", "ok"])
        heads = Difficulty.objects.filter(pk__in=[first.pk, second.pk]).values_list("same_as", flat=True)
        assert sorted(value is None for value in heads) == [False, True]

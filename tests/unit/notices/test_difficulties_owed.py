"""Overdue answers to difficulties: the body that owes one is urged, then its head, then the next level; each once."""

from __future__ import annotations

import datetime as dt

from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.common.clock import now, today
from sauro.difficulties.enums import Cause
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import visible_difficulties
from sauro.difficulties.services.answering import answer_difficulty, forward_difficulty
from sauro.notices.models import Notice
from sauro.notices.services.reminding import remind


def owed(world: World, late: int, at: str = "ubnd_a", **columns: object) -> Difficulty:
    """Make a difficulty of the division of commune A whose answer is so many days late."""
    row = make_assignment(world.units["ubnd_a"], world.units["pkt_a"], state="accepted")
    return Difficulty.objects.create(
        code=f"KN-2026-{row.code[-6:]}", domain="state", unit=row.unit, assignment=row, at_unit=world.units[at],
        text="Thiếu kinh phí", raised_at=now(), raised_by_name="Ngô Văn Thử A",
        due_on=today() - dt.timedelta(days=late), **columns,
    )  # fmt: skip


def told(world: World) -> list[tuple[str, str]]:
    names = {user.pk: name for name, user in world.users.items()}
    return sorted((names[row.user_id], row.kind) for row in Notice.objects.all())


def test_body_is_urged_once_a_stage_and_not_before_the_day_has_passed(world: World) -> None:
    owed(world, 0)
    remind()
    assert told(world) == []
    Difficulty.objects.update(due_on=today() - dt.timedelta(days=1))
    remind()
    remind()
    assert told(world) == [("office_a", "answer_overdue")]


def test_one_that_stands_for_several_is_urged_alone(world: World) -> None:
    first = owed(world, 1)
    owed(world, 1, same_as=first)
    remind()
    assert [row.difficulty for row in Notice.objects.all()] == [first]


def test_next_level_is_told_sees_it_and_may_answer(world: World) -> None:
    one = owed(world, 60)
    head = world.actor("head")
    assert not visible_difficulties(head).exists()
    remind()
    remind()
    one.refresh_from_db()
    assert one.escalated_to == world.units["ubnd"]
    kinds = told(world)
    assert kinds.count(("office_a", "answer_overdue")) == 1
    assert {name for name, kind in kinds if kind == "escalated"} & {"chair", "head"}
    assert visible_difficulties(head).get() == one
    for outside in ("office_b", "snv_head", "party_a"):
        assert not visible_difficulties(world.actor(outside)).exists()
    answer_difficulty(actor=head, difficulty_id=one.pk, text="Bố trí quý I", cause=Cause.OBJECTIVE)
    Notice.objects.all().delete()
    remind()
    assert told(world) == []


def test_passed_upwards_it_begins_anew_there(world: World) -> None:
    one = owed(world, 60)
    remind()
    forward_difficulty(actor=world.actor("office_a"), difficulty_id=one.pk, reason="Vượt thẩm quyền")
    one.refresh_from_db()
    assert (one.at_unit, one.escalated_to) == (world.units["ubnd"], None)
    assert not one.is_late

"""Assignments of every kind for the tests of the board."""

from __future__ import annotations

import datetime as dt
import random

from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import VIETNAM, today
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment, WorkField


def make_some(world: World, count: int, seed: int = 1) -> list[Assignment]:
    """Make assignments of every state, with and without deadline, field, held days and waiting."""
    chance = random.Random(seed)  # noqa: S311 -- test data
    fields = [None, *(_field(code, name) for code, name in (("dat-dai", "Đất đai"), ("giao-duc", "Giáo dục")))]
    made = []
    for _number in range(count):
        due = chance.choice([None, days_from(today(), chance.randint(-120, 60))])
        handed = dt.datetime.combine(days_from(today(), chance.randint(-100, 0)), dt.time(23), tzinfo=VIETNAM)
        state = chance.choice(AssignmentState.values)
        made.append(
            make_assignment(
                world.units[chance.choice(["ubnd", "snv", "ubnd_a"])],
                world.units[chance.choice(["ubnd_a", "ubnd_b", "snv", "pkt_a", "pkt_b"])],
                state=state,
                due_on=due,
                held_days=chance.choice([0, 0, 3]),
                handed_in_at=handed if state in ("handed_in", "confirmed", "returned") else None,
                waiting_since=chance.choice([None, None, days_from(today(), chance.randint(-3, 3))]),
                is_recurring=due is None and chance.random() < 0.3,
                field=chance.choice(fields),
            )
        )
    return made


def _field(code: str, name: str) -> WorkField:
    return WorkField.objects.get_or_create(code=code, defaults={"name": name})[0]

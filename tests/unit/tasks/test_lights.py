"""The light: its rules in Python and in SQL are the same, and green has to be earned."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.lights import RULES, Light, light_of
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import with_timeliness
from sauro.tasks.timeliness import Timeliness

TODAY = dt.date(2026, 8, 14)


@pytest.mark.parametrize(
    ("state", "timeliness", "untouched", "expected"),
    [
        (State.CONFIRMED, Timeliness.DONE_LATE, 99, Light.GREEN),
        (State.STOPPED, Timeliness.STOPPED, 0, Light.NONE),
        (State.IN_PROGRESS, Timeliness.OVERDUE, 0, Light.RED),
        (State.IN_PROGRESS, Timeliness.OVERDUE, 99, Light.RED),
        (State.IN_PROGRESS, Timeliness.IN_TIME, 14, Light.BLUE),
        (State.IN_PROGRESS, Timeliness.IN_TIME, 15, Light.GREY),
        (State.GIVEN, Timeliness.NO_DEADLINE, 15, Light.GREY),
        (State.HANDED_IN, Timeliness.WAITING, 99, Light.BLUE),
        (State.RETURNED, Timeliness.IN_TIME, 0, Light.AMBER),
        (State.QUESTIONED, Timeliness.NO_DEADLINE, 0, Light.AMBER),
        (State.ACCEPTED, Timeliness.DUE_SOON, 0, Light.AMBER),
        (State.ACCEPTED, Timeliness.WAITING_OTHERS, 0, Light.AMBER),
    ],
)
def test_first_rule_that_holds_decides(state: str, timeliness: str, untouched: int, expected: Light) -> None:
    assert light_of(state=state, timeliness=timeliness, untouched_days=untouched) == expected


def test_progress_of_a_hundred_percent_earns_no_green(world: World) -> None:
    make_assignment(world.units["ubnd"], world.units["snv"], state=State.IN_PROGRESS, progress=100)
    row = with_timeliness(Assignment.objects.all(), today=TODAY).get()
    assert row.light != Light.GREEN


def test_database_and_python_agree_for_every_combination(world: World) -> None:
    late_evening = dt.time(23, 30, tzinfo=VIETNAM)
    touches = ["reported_at", "commented_at"]
    every = product(State, [None, -1, 2, 9], [0, 14, 15], [False, True], touches)
    for state, due, touched, recurring, column in every:
        given = dt.datetime.combine(days_from(TODAY, -40), late_evening)
        make_assignment(
            world.units["ubnd"],
            world.units["snv"],
            state=state,
            due_on=None if due is None or recurring else days_from(TODAY, due),
            is_recurring=recurring,
            given_at=given,
            **{column: dt.datetime.combine(days_from(TODAY, -touched), late_evening)},
        )
    rows = list(with_timeliness(Assignment.objects.all(), today=TODAY))
    assert len(rows) == len(State) * 48
    for row in rows:
        expected = light_of(
            state=row.state,
            timeliness=row.timeliness,
            untouched_days=(TODAY - row.touched_day).days,
            is_recurring=row.is_recurring,
        )
        assert row.light == expected, (row.state, row.due_on, row.touched_day)


@pytest.mark.parametrize("column", ["given_at", "accepted_at", "reported_at", "handed_in_at", "commented_at"])
def test_latest_touch_of_any_kind_counts(world: World, column: str) -> None:
    morning = dt.time(9, tzinfo=VIETNAM)
    long_ago, lately = (dt.datetime.combine(days_from(TODAY, -ago), morning) for ago in (90, 3))
    make_assignment(world.units["ubnd"], world.units["snv"], **{"given_at": long_ago, column: lately})
    row = with_timeliness(Assignment.objects.all(), today=TODAY).get()
    assert row.touched_day == days_from(TODAY, -3)


def test_every_light_has_a_rule_to_read() -> None:
    assert list(RULES) == list(Light)

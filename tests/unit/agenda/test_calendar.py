"""Deadlines by day: counted like the list counts them, with the kind of each day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.agenda.selectors.calendar import Day, deadlines
from sauro.calendars.models import CalendarDay
from sauro.common.clock import today
from sauro.tasks.lights import Light
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.work import visible_assignments


def _give(world: World, unit: str = "ubnd_a", **columns: Any) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units[unit], **columns)


def _day(world: World, persona: str, day: dt.date, *, shown: int = 2) -> Day:
    found = deadlines(visible_assignments(world.actor(persona)), day, day, shown=shown)
    assert len(found.days) == 1
    return found.days[0]


def test_lights_of_a_day_stand_in_the_order_of_need(world: World) -> None:
    yesterday = today() - dt.timedelta(days=1)
    _give(world, due_on=yesterday)
    _give(world, due_on=yesterday)
    _give(world, due_on=yesterday, state="confirmed")
    _give(world, due_on=today())
    day = _day(world, "office_a", yesterday)
    assert list(day.lights.items()) == [(Light.RED, 2), (Light.GREEN, 1)]
    assert day.total == 3


def test_first_rows_are_named_and_the_rest_is_counted(world: World) -> None:
    rows = [_give(world, due_on=today()) for _number in range(4)]
    day = _day(world, "office_a", today(), shown=3)
    assert [row.pk for row in day.rows] == [row.pk for row in rows[:3]]
    assert day.more == 1


def test_nobody_sees_the_deadlines_of_a_neighbour(world: World) -> None:
    _give(world, due_on=today())
    for persona in ("office_b", "party_a", "outsider"):
        day = _day(world, persona, today())
        assert (day.total, list(day.rows)) == (0, [])


def test_work_without_a_deadline_is_counted_apart(world: World) -> None:
    _give(world)
    found = deadlines(visible_assignments(world.actor("office_a")), today(), today(), shown=1)
    assert (found.without_deadline, found.days[0].total) == (1, 0)


def test_days_say_what_kind_they_are(world: World) -> None:
    CalendarDay.objects.create(day=dt.date(2028, 1, 27), kind="holiday", name="Tết Nguyên đán")
    CalendarDay.objects.create(day=dt.date(2028, 1, 29), kind="worked", name="Hoán đổi")
    rows = visible_assignments(world.actor("office_a"))
    days = deadlines(rows, dt.date(2028, 1, 27), dt.date(2028, 1, 31), shown=1).days
    assert [(day.cell.state, day.cell.name) for day in days] == [
        ("off", "Tết Nguyên đán"),
        ("worked", ""),
        ("moved", "Hoán đổi"),
        ("weekend", ""),
        ("worked", ""),
    ]
    assert deadlines(rows, dt.date(2027, 1, 1), dt.date(2027, 1, 1), shown=1).days[0].cell.state == "off"


def test_number_of_queries_does_not_grow(world: World) -> None:
    counts = []
    for _round in range(2):
        _give(world, due_on=today())
        with CaptureQueriesContext(connection) as captured:
            days = deadlines(visible_assignments(world.actor("office_a")), today(), today(), shown=5).days
            assert [row.unit.name for row in days[0].rows]
        counts.append(len(captured))
    assert counts[0] == counts[1]

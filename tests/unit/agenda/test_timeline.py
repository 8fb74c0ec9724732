"""The timeline: who had what when, by unit for those who may see the work, by person for their line of command."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.assignments import make_assignment, post_of
from tests.personas import World

from sauro.agenda.enums import RowsBy
from sauro.agenda.selectors.timeline import LANES, ROWS_PER_PAGE, Shown, Timeline, timeline
from sauro.common.clock import now, today
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import alive_between
from sauro.tasks.selectors.work import visible_assignments

WEEK = dt.timedelta(days=7)


def _give(world: World, unit: str = "ubnd_a", *, weeks_ago: int = 2, **columns: Any) -> Assignment:
    columns.setdefault("given_at", now() - weeks_ago * WEEK)
    return make_assignment(world.units["ubnd"], world.units[unit], **columns)


def _timeline(world: World, persona: str, by: RowsBy = RowsBy.UNIT, *, page: int = 1) -> Timeline:
    shown = Shown(today() - 4 * WEEK, today() + 8 * WEEK, today())
    actor = world.actor(persona)
    return timeline(visible_assignments(actor), shown, by, actor, page=page)


def _names(found: Timeline) -> list[tuple[str, int]]:
    return [(row.name, row.number) for row in found.rows]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"weeks_ago": 10}, True),
        ({"weeks_ago": -1}, False),
        ({"weeks_ago": 10, "state": "confirmed", "handed_in_at": now() - 3 * WEEK}, False),
        ({"weeks_ago": 10, "state": "confirmed", "handed_in_at": now() - WEEK}, True),
        ({"weeks_ago": 10, "state": "handed_in", "handed_in_at": now() - 3 * WEEK}, False),
        ({"weeks_ago": 10, "state": "stopped", "closed_at": now() - 3 * WEEK}, False),
        ({"weeks_ago": 10, "state": "stopped", "closed_at": now() - WEEK}, True),
        ({"weeks_ago": 10, "state": "returned"}, True),
    ],
)
def test_work_is_shown_while_somebody_had_it(world: World, columns: dict[str, Any], expected: bool) -> None:
    _give(world, **columns)
    alive = alive_between(today() - 2 * WEEK, today(), today=today())
    assert Assignment.objects.filter(alive).exists() is expected


def test_days_to_come_hold_only_what_is_due_then_or_later(world: World) -> None:
    ahead = alive_between(today() + WEEK, today() + 2 * WEEK, today=today())
    _give(world)
    _give(world, due_on=today() + dt.timedelta(days=1))
    late = _give(world, due_on=today() + 3 * WEEK)
    assert [row.pk for row in Assignment.objects.filter(ahead)] == [late.pk]


def test_units_are_rows_with_their_bars(world: World) -> None:
    _give(world, due_on=today() + WEEK)
    _give(world, "ubnd_b", due_on=today() - WEEK)
    found = _timeline(world, "head")
    assert [number for _name, number in _names(found)] == [1, 1]
    bars = {row.key: row.bars[0].bar for row in found.rows}
    own, late = bars[world.units["ubnd_a"].code], bars[world.units["ubnd_b"].code]
    assert (own.last, own.late_from) == (today() + WEEK, None)
    assert (late.last, late.late_from) == (today(), today() - WEEK + dt.timedelta(days=1))
    assert [row.key for row in _timeline(world, "office_a").rows] == [world.units["ubnd_a"].code]


def test_held_days_move_the_deadline_of_the_bar(world: World) -> None:
    _give(world, due_on=today() - WEEK, held_days=10)
    assert _timeline(world, "head").rows[0].bars[0].bar.late_from is None


def test_bars_beyond_the_lanes_are_counted(world: World) -> None:
    for _number in range(LANES + 2):
        _give(world, due_on=today() + WEEK)
    row = _timeline(world, "head").rows[0]
    assert (row.number, len(row.bars)) == (LANES + 2, LANES)


def test_people_are_rows_only_in_the_line_of_command(world: World) -> None:
    _give(world, person=post_of("Bùi Thị Mẫu A"))
    _give(world)
    assert _names(_timeline(world, "office_a", RowsBy.PERSON)) == [("", 1), ("Bùi Thị Mẫu A", 1)]
    assert _names(_timeline(world, "servant_a", RowsBy.PERSON)) == [("Bùi Thị Mẫu A", 1)]
    # The giver sees the work, and not who does it there.
    assert _names(_timeline(world, "chair", RowsBy.UNIT)) == [("Ủy ban nhân dân xã A Thử", 2)]
    assert _names(_timeline(world, "chair", RowsBy.PERSON)) == []


def test_rows_come_in_pages(world: World) -> None:
    for number in range(ROWS_PER_PAGE + 1):
        post = post_of("Bùi Thị Mẫu A")
        post.pk, post.person = None, post.person
        person = type(post.person).objects.create(full_name=f"Người Thử {number:02}", sort_key=f"x{number:02}")
        post.id = None  # type: ignore[assignment]  # a copy with an identity of its own
        made = type(post).objects.create(person=person, position=post.position, unit=post.unit, valid=post.valid)
        _give(world, person=made)
    first, second = (_timeline(world, "office_a", RowsBy.PERSON, page=page) for page in (1, 2))
    assert (len(first.rows), first.has_more) == (ROWS_PER_PAGE, True)
    assert (len(second.rows), second.has_more) == (1, False)


def test_number_of_queries_does_not_grow(world: World) -> None:
    counts = []
    for unit in ("ubnd_a", "ubnd_b"):
        _give(world, unit, due_on=today())
        with CaptureQueriesContext(connection) as captured:
            assert [row.bars[0].bar.item.unit.name for row in _timeline(world, "head").rows]
        counts.append(len(captured))
    assert counts[0] == counts[1]

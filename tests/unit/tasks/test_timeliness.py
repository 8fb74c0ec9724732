"""On time or late: the rule in Python and the rule in SQL are the same rule."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import with_timeliness
from sauro.tasks.timeliness import Timeliness, timeliness_of

TODAY = dt.date(2026, 8, 14)


@pytest.mark.parametrize(
    ("state", "due", "handed_in", "expected"),
    [
        ("given", -1, None, Timeliness.OVERDUE),
        ("accepted", 0, None, Timeliness.DUE_SOON),
        ("in_progress", 3, None, Timeliness.DUE_SOON),
        ("in_progress", 4, None, Timeliness.IN_TIME),
        ("given", None, None, Timeliness.NO_DEADLINE),
        ("returned", -1, None, Timeliness.OVERDUE),
        ("handed_in", -5, -6, Timeliness.WAITING),
        ("confirmed", -5, -5, Timeliness.DONE_ON_TIME),
        ("confirmed", -5, -4, Timeliness.DONE_LATE),
        ("confirmed", None, -4, Timeliness.DONE_ON_TIME),
        ("stopped", -5, None, Timeliness.STOPPED),
    ],
)
def test_timeliness_follows_the_official_columns(
    state: str, due: int | None, handed_in: int | None, expected: Timeliness
) -> None:
    day = None if due is None else days_from(TODAY, due)
    handed = None if handed_in is None else days_from(TODAY, handed_in)
    assert timeliness_of(state=state, due_on=day, handed_in_on=handed, today=TODAY) == expected


def test_database_and_python_agree_for_every_combination(world: World) -> None:
    offsets = [None, -4, -1, 0, 1, 3, 4]
    # 23:30 in Vietnam is still the day before in UTC plus seven hours: the day of hand-in must be Vietnam's.
    late_evening = dt.time(23, 30, tzinfo=VIETNAM)
    for state, due, handed in product(AssignmentState, offsets, offsets):
        make_assignment(
            world.units["ubnd"],
            world.units["snv"],
            state=state,
            due_on=None if due is None else days_from(TODAY, due),
            handed_in_at=None if handed is None else dt.datetime.combine(days_from(TODAY, handed), late_evening),
        )
    rows = list(with_timeliness(Assignment.objects.all(), today=TODAY))
    assert len(rows) == len(AssignmentState) * len(offsets) ** 2
    for row in rows:
        handed_on = row.handed_in_at.astimezone(VIETNAM).date() if row.handed_in_at else None
        expected = timeliness_of(state=row.state, due_on=row.due_on, handed_in_on=handed_on, today=TODAY)
        assert row.timeliness == expected, (row.state, row.due_on, row.handed_in_at)

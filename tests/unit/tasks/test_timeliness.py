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
from sauro.tasks.selectors.deadlines import standing_of
from sauro.tasks.timeliness import DOING, Standing, Timeliness, days_late, timeliness_condition, timeliness_of

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
    assert timeliness_of(Standing(state, day, handed), today=TODAY) == expected


@pytest.mark.parametrize(
    ("state", "due", "handed_in", "held", "waiting", "expected"),
    [
        ("in_progress", -2, None, 2, None, Timeliness.DUE_SOON),
        ("in_progress", -3, None, 2, None, Timeliness.OVERDUE),
        ("in_progress", -3, None, 0, 0, Timeliness.WAITING_OTHERS),
        # The coordinator is still in time: the lead is not excused yet.
        ("in_progress", -3, None, 0, 1, Timeliness.OVERDUE),
        ("in_progress", None, None, 0, -1, Timeliness.NO_DEADLINE),
        ("confirmed", -5, -3, 2, None, Timeliness.DONE_ON_TIME),
        ("confirmed", -5, -2, 2, None, Timeliness.DONE_LATE),
    ],
)
def test_days_that_others_held_the_work_are_not_the_bodys(
    state: str, due: int | None, handed_in: int | None, held: int, waiting: int | None, expected: Timeliness
) -> None:
    days = [None if offset is None else days_from(TODAY, offset) for offset in (due, handed_in, waiting)]
    assert timeliness_of(Standing(state, days[0], days[1], held, days[2]), today=TODAY) == expected


def test_head_of_recurring_work_stands_outside_every_share() -> None:
    assert timeliness_of(Standing("accepted", None, is_recurring=True), today=TODAY) == Timeliness.RECURRING
    assert timeliness_of(Standing("stopped", None, is_recurring=True), today=TODAY) == Timeliness.STOPPED


@pytest.mark.parametrize(
    ("state", "day", "handed_in", "held", "late"),
    [
        ("in_progress", -4, None, 0, 4),
        ("in_progress", -4, None, 3, 1),
        ("in_progress", 2, None, 0, 0),
        ("confirmed", -9, -4, 2, 3),
        ("confirmed", None, -4, 0, 0),
        ("stopped", -9, None, 0, 0),
    ],
)
def test_days_late_are_counted_to_the_hand_in_without_what_others_held(
    state: str, day: int | None, handed_in: int | None, held: int, late: int
) -> None:
    due = None if day is None else days_from(TODAY, day)
    handed = None if handed_in is None else days_from(TODAY, handed_in)
    assert days_late(due, Standing(state, due, handed, held), today=TODAY) == late


def test_database_and_python_agree_for_every_combination(world: World) -> None:
    offsets = [None, -4, -1, 0, 1, 3, 4]
    # 23:30 in Vietnam is still the day before in UTC plus seven hours: the day of hand-in must be Vietnam's.
    late_evening = dt.time(23, 30, tzinfo=VIETNAM)
    for state, due, handed, others in product(AssignmentState, offsets, offsets, [(0, None), (3, 0), (0, 1)]):
        make_assignment(
            world.units["ubnd"],
            world.units["snv"],
            state=state,
            due_on=None if due is None else days_from(TODAY, due),
            held_days=others[0],
            is_recurring=others == (0, 1),
            waiting_since=None if others[1] is None else days_from(TODAY, others[1]),
            handed_in_at=None if handed is None else dt.datetime.combine(days_from(TODAY, handed), late_evening),
        )
    rows = list(with_timeliness(Assignment.objects.all(), today=TODAY))
    assert len(rows) == len(AssignmentState) * len(offsets) ** 2 * 3
    for row in rows:
        expected = timeliness_of(standing_of(row), today=TODAY)
        assert row.timeliness == expected, (row.state, row.due_on, row.handed_in_at)
    # What filters say of states and deadlines leaves out nothing, alone or with others.
    together = (DOING, [Timeliness.NO_DEADLINE, Timeliness.RECURRING], [Timeliness.OVERDUE, Timeliness.DUE_SOON])
    for kinds in (*([kind] for kind in Timeliness), *together):
        found = with_timeliness(Assignment.objects.all(), today=TODAY).filter(timeliness_condition(kinds, today=TODAY))
        assert {row.pk for row in found} == {row.pk for row in rows if row.timeliness in kinds}, kinds

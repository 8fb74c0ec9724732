"""What the system counts for a report: the figures balance, whatever the work looks like, and each has its rows."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.common.clock import VIETNAM
from sauro.difficulties.models import Difficulty
from sauro.periodic_reports.figure_sources import Window, all_sources, find_source
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment

WINDOW = Window(dt.date(2026, 10, 15), dt.date(2026, 11, 14))
CLOSED = ("tasks.done_on_time", "tasks.done_late", "tasks.stopped")
STILL_OPEN = ("tasks.waiting", "tasks.in_time", "tasks.overdue", "tasks.no_deadline")


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=VIETNAM)


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


def give(world: World, given: dt.date, unit: str = "ubnd_a", **columns: object) -> Assignment:
    return make_assignment(world.units["ubnd"], world.units[unit], given_at=noon(given), **columns)


def counted(world: World, code: str, unit: str = "ubnd_a") -> list[str]:
    source = find_source(code)
    assert source is not None, code
    return list(source.count([world.units[unit].pk], WINDOW).get(world.units[unit].pk, ()))


def test_every_figure_counts_what_it_says(world: World) -> None:
    early, within = day(9, 1), day(10, 20)
    rows = {
        "tasks.done_on_time": give(
            world, early, state=State.CONFIRMED, due_on=day(11, 1), handed_in_at=noon(day(11, 1)),
            closed_at=noon(day(11, 3)),
        ),
        "tasks.done_late": give(
            world, within, state=State.CONFIRMED, due_on=day(10, 25), handed_in_at=noon(day(10, 27)),
            closed_at=noon(day(11, 14)),
        ),
        "tasks.stopped": give(world, within, state=State.STOPPED, closed_at=noon(day(10, 30))),
        "tasks.waiting": give(world, within, state=State.HANDED_IN, handed_in_at=noon(day(11, 13))),
        "tasks.in_time": give(world, within, state=State.ACCEPTED, due_on=day(11, 14)),
        "tasks.overdue": give(world, early, state=State.RETURNED, due_on=day(11, 13), handed_in_at=noon(day(11, 1))),
        "tasks.no_deadline": give(world, within),
    }  # fmt: skip
    # Before the window, after it, or not the unit's own: in no figure.
    give(world, early, state=State.CONFIRMED, handed_in_at=noon(day(10, 1)), closed_at=noon(day(10, 14)))
    give(world, day(11, 15))
    give(world, within, unit="ubnd_b")
    give(world, within, unit="pkt_a")
    give(world, within, is_recurring=True)
    for code, row in rows.items():
        assert counted(world, code) == [row.code], code
    assert counted(world, "tasks.carried_over") == sorted(rows[c].code for c in ("tasks.done_on_time", "tasks.overdue"))
    given = {row.code for code, row in rows.items() if code not in ("tasks.done_on_time", "tasks.overdue")}
    assert set(counted(world, "tasks.given")) == given


def test_the_state_told_is_that_of_the_last_day(world: World) -> None:
    later = give(
        world, day(10, 20), state=State.CONFIRMED, due_on=day(11, 10), handed_in_at=noon(day(11, 12)),
        closed_at=noon(day(11, 16)),
    )  # fmt: skip
    assert counted(world, "tasks.waiting") == [later.code]
    assert counted(world, "tasks.done_late") == []
    moved = give(world, day(10, 20), state=State.IN_PROGRESS, due_on=day(11, 10), held_days=10)
    waiting = give(world, day(10, 20), state=State.IN_PROGRESS, due_on=day(11, 1), waiting_since=day(11, 5))
    assert counted(world, "tasks.in_time") == sorted([moved.code, waiting.code])


@pytest.mark.parametrize("seed", range(4))
def test_figures_balance_whatever_the_work_looks_like(world: World, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- work made up for a test
    for _number in range(60):
        given = day(9, 1) + dt.timedelta(days=chance.randrange(90))
        state = chance.choice(list(State))
        handed = noon(given + dt.timedelta(days=chance.randrange(60))) if chance.random() < 0.7 else None
        is_closed = state in (State.CONFIRMED, State.STOPPED)
        closed = (handed or noon(given)) + dt.timedelta(days=chance.randrange(30)) if is_closed else None
        give(
            world, given, state=state, handed_in_at=handed, closed_at=closed,
            due_on=given + dt.timedelta(days=chance.randrange(60)) if chance.random() < 0.8 else None,
            held_days=chance.choice([0, 0, 5]),
            waiting_since=given + dt.timedelta(days=chance.randrange(60)) if chance.random() < 0.2 else None,
        )  # fmt: skip
    at_hand = [code for name in ("tasks.carried_over", "tasks.given") for code in counted(world, name)]
    outcome = [code for name in (*CLOSED, *STILL_OPEN) for code in counted(world, name)]
    assert sorted(at_hand) == sorted(outcome)
    assert len(set(outcome)) == len(outcome) > 20


def test_many_units_are_counted_in_one_query(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rows = [give(world, day(10, 20), unit=unit) for unit in ("ubnd_a", "ubnd_b", "snv")]
    units = [world.units[name].pk for name in ("ubnd_a", "ubnd_b", "snv", "stc")]
    source = find_source("tasks.given")
    assert source is not None
    with django_assert_num_queries(1):
        found = source.count(units, WINDOW)
    assert {unit: list(codes) for unit, codes in found.items()} == {row.unit_id: [row.code] for row in rows}


def raise_difficulty(world: World, number: int, **columns: object) -> Difficulty:
    held = {"raised_at": noon(day(10, 20)), "due_on": day(11, 1), "state": "open", **columns}
    return Difficulty.objects.create(
        code=f"KN-2026-{number:06}", domain="state", unit=world.units["ubnd_a"], at_unit=world.units["ubnd"],
        text="Thiếu kinh phí", raised_by_name="Ngô Văn Thử", **held,
    )  # fmt: skip


def test_difficulties_are_counted_by_when_they_were_raised_and_answered(world: World) -> None:
    old = raise_difficulty(world, 1, raised_at=noon(day(9, 1)))
    new = raise_difficulty(world, 2, state="answered", answered_at=noon(day(11, 2)))
    late = raise_difficulty(world, 3, state="answered", answered_at=noon(day(11, 15)))
    raise_difficulty(world, 4, state="withdrawn")
    raise_difficulty(world, 5, raised_at=noon(day(11, 15)))
    assert counted(world, "difficulties.raised") == [new.code, late.code]
    assert counted(world, "difficulties.answered") == [new.code]
    assert counted(world, "difficulties.waiting") == [old.code, late.code]


def test_sources_have_names_of_their_own_and_say_what_they_count() -> None:
    sources = all_sources()
    assert len({one.code for one in sources}) == len(sources) >= 12
    assert all(str(one.label).strip() and str(one.explanation).strip() for one in sources)
    assert find_source("tasks.of-the-moon") is None

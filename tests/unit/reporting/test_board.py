"""The figures of the board are those of the lists behind them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.common.clock import VIETNAM
from sauro.organizations.comparison import UnitGroup
from sauro.reporting.enums import BoardSide
from sauro.reporting.selectors.board import get_board
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.selectors.scope import BoardScope
from sauro.tasks.models import Assignment
from sauro.tasks.timeliness import Timeliness

TODAY = dt.date(2026, 11, 20)
GIVEN, ALL = BoardScope(BoardSide.GIVEN), BoardScope(BoardSide.ALL)


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sauro.tasks.selectors.work.today", lambda: TODAY)


def give(world: World, unit: str, due: int | None, state: str = "accepted", handed: int | None = None) -> Assignment:
    day = None if due is None else days_from(TODAY, due)
    noon = None if handed is None else dt.datetime.combine(days_from(TODAY, handed), dt.time(12), tzinfo=VIETNAM)
    return make_assignment(world.units["ubnd"], world.units[unit], state=state, due_on=day, handed_in_at=noon)


@pytest.fixture
def work(world: World) -> World:
    give(world, "ubnd_a", -1)
    give(world, "ubnd_a", -40)
    give(world, "ubnd_a", 2)
    give(world, "ubnd_a", -5, "confirmed", -6)
    give(world, "ubnd_b", -5, "confirmed", -3)
    give(world, "ubnd_b", None)
    give(world, "snv", None, "confirmed", -3)
    give(world, "snv", 60)
    return world


def test_units_are_counted_by_timeliness_in_their_groups(work: World) -> None:
    board = get_board(work.actor("head"), GIVEN, today=TODAY)
    counted = {unit.code: (unit.group, dict(unit.figures.counts)) for unit in board.units}
    assert counted == {
        "T.SNV": (UnitGroup.DEPARTMENTS, {"done_on_time": 1, "in_time": 1}),
        "XA.UBND": (UnitGroup.COMMUNES, {"overdue": 2, "due_soon": 1, "done_on_time": 1}),
        "XB.UBND": (UnitGroup.WARDS, {"done_late": 1, "no_deadline": 1}),
    }
    assert board.whole.total == 8
    assert list(board.groups) == [UnitGroup.DEPARTMENTS, UnitGroup.COMMUNES, UnitGroup.WARDS]


def test_share_counts_only_what_had_a_deadline_and_is_over(work: World) -> None:
    board = get_board(work.actor("head"), GIVEN, today=TODAY)
    assert (board.whole.on_time, board.whole.judged) == (1, 4)
    assert board.whole.share == 25
    assert Figures().share is None
    departments = board.groups[UnitGroup.DEPARTMENTS]
    assert (departments.judged, departments.share) == (0, None)


def test_neighbour_counts_only_own_work(work: World) -> None:
    board = get_board(work.actor("office_b"), ALL, today=TODAY)
    assert [unit.code for unit in board.units] == ["XB.UBND"]
    assert board.whole.total == 2
    for persona in ("outsider", "party_clerk", "servant_a"):
        assert get_board(work.actor(persona), ALL, today=TODAY).whole.total == 0


def test_coming_days_and_ages(work: World) -> None:
    board = get_board(work.actor("head"), GIVEN, today=TODAY)
    assert [number for _day, number in board.coming] == [0, 0, 1, *[0] * 11]
    assert [(first, number) for first, _last, number in board.ages] == [(1, 1), (8, 0), (31, 1), (91, 0)]


def test_trend_tells_the_month_in_which_work_was_due(work: World) -> None:
    trend = get_board(work.actor("head"), GIVEN, today=TODAY).trend
    assert [f"{month:%Y-%m}" for month, _figures in trend] == [
        "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11",
    ]  # fmt: skip
    judged = {f"{month:%m}": (figures.on_time, figures.judged) for month, figures in trend if figures.judged}
    assert judged == {"10": (0, 1), "11": (1, 3)}


def test_one_directive_alone_and_nothing_of_a_document_one_may_not_open(world: World) -> None:
    document = make_document(world.units["ubnd"], DocumentSpec([TaskSpec("Sở Nội vụ rà soát.", leads=("Sở Nội vụ",))]))
    obligation = document.obligations.get()
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], obligation=obligation)
    give(world, "ubnd_a", 1)
    scope = BoardScope(BoardSide.ALL, document.pk)
    assert get_board(world.actor("head"), scope, today=TODAY).whole.total == 1
    assert get_board(world.actor("office_a"), scope, today=TODAY).whole.total == 0


def test_every_kind_of_timeliness_is_a_column(world: World) -> None:
    from sauro.reporting.web.board import COLUMNS  # noqa: PLC0415 -- the page is tested elsewhere, this is its promise

    assert set(COLUMNS) == set(Timeliness)

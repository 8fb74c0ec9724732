"""The figures of the board are those of the lists behind them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.common.clock import VIETNAM
from sauro.organizations.comparison import UnitGroup
from sauro.reporting.due_spans import parse_span
from sauro.reporting.enums import BoardSide
from sauro.reporting.selectors.board import by_timeliness, coming_days, month_trend
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.selectors.scope import BoardScope, Reader
from sauro.reporting.web.board_table import KINDS
from sauro.tasks.models import Assignment
from sauro.tasks.timeliness import Timeliness

TODAY = dt.date(2026, 11, 20)
GIVEN, ALL = BoardScope(BoardSide.GIVEN), BoardScope(BoardSide.ALL)


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


def reader(world: World, persona: str, scope: BoardScope = ALL) -> Reader:
    return Reader(world.actor(persona), scope, TODAY)


def total(world: World, persona: str, scope: BoardScope = ALL) -> int:
    return by_timeliness(reader(world, persona, scope)).whole.whole.total


def test_units_are_counted_by_timeliness_in_their_groups(work: World) -> None:
    table = by_timeliness(reader(work, "head", GIVEN))
    counted = {
        (group, one.unit.code): dict(one.line.whole.counts) for group, lines in table.groups.items() for one in lines
    }
    assert counted == {
        (UnitGroup.DEPARTMENTS, "T.SNV"): {"done_on_time": 1, "in_time": 1},
        (UnitGroup.COMMUNES, "XA.UBND"): {"overdue": 2, "due_soon": 1, "done_on_time": 1},
        (UnitGroup.WARDS, "XB.UBND"): {"done_late": 1, "no_deadline": 1},
    }
    assert table.whole.whole.total == 8
    assert list(table.groups) == [UnitGroup.DEPARTMENTS, UnitGroup.COMMUNES, UnitGroup.WARDS]


def test_share_counts_only_what_had_a_deadline_and_is_over(work: World) -> None:
    table = by_timeliness(reader(work, "head", GIVEN))
    whole = table.whole.whole
    assert (whole.on_time, whole.judged, whole.share) == (1, 4, 25)
    assert Figures().share is None
    departments = table.sums[UnitGroup.DEPARTMENTS].whole
    assert (departments.judged, departments.share) == (0, None)


def test_neighbour_counts_only_own_work(work: World) -> None:
    table = by_timeliness(reader(work, "office_b"))
    assert [one.unit.code for lines in table.groups.values() for one in lines] == ["XB.UBND"]
    assert table.whole.whole.total == 2
    for persona in ("outsider", "party_clerk", "servant_a"):
        assert total(work, persona) == 0


def test_coming_days_and_ages(work: World) -> None:
    given = reader(work, "head", GIVEN)
    assert [number for _day, number in coming_days(given)] == [0, 0, 1, *[0] * 11]
    assert dict(by_timeliness(given).whole.whole.ages) == {1: 1, 31: 1}


def test_trend_tells_the_month_in_which_work_was_due(work: World) -> None:
    trend = month_trend(reader(work, "head", GIVEN))
    assert [f"{month:%Y-%m}" for month, _figures in trend] == [
        "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11",
    ]  # fmt: skip
    judged = {f"{month:%m}": (figures.on_time, figures.judged) for month, figures in trend if figures.judged}
    assert judged == {"10": (0, 1), "11": (1, 3)}


def test_trend_of_a_unit_compares_two_spans(work: World) -> None:
    give(work, "ubnd_a", -150, "confirmed", -160)
    give(work, "ubnd_b", -150, "confirmed", -140)
    give(work, "ubnd_b", -20, "confirmed", -25)
    trends = {
        one.unit.code: one.trend
        for lines in by_timeliness(reader(work, "head", GIVEN)).groups.values()
        for one in lines
    }
    # Commune A: 1 of 3 after 1 of 1; ward B: 1 of 2 after 0 of 1; nothing of the department is judged.
    assert trends["XA.UBND"] == pytest.approx(100 / 3 - 100)
    assert trends["XB.UBND"] == 50
    assert trends["T.SNV"] is None


def test_trend_under_a_span_compares_with_the_span_before(work: World) -> None:
    scope = BoardScope(BoardSide.GIVEN, due=parse_span("2026-11"))
    table = by_timeliness(reader(work, "head", scope))
    assert table.whole.whole.total == 4
    trends = {one.unit.code: one.trend for lines in table.groups.values() for one in lines}
    assert trends["XA.UBND"] == 50


def test_one_directive_alone_and_nothing_of_a_document_one_may_not_open(world: World) -> None:
    document = make_document(world.units["ubnd"], DocumentSpec([TaskSpec("Sở Nội vụ rà soát.", leads=("Sở Nội vụ",))]))
    obligation = document.obligations.get()
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], obligation=obligation)
    give(world, "ubnd_a", 1)
    scope = BoardScope(BoardSide.ALL, document.pk)
    assert total(world, "head", scope) == 1
    assert total(world, "office_a", scope) == 0


def test_every_kind_of_timeliness_is_in_one_column() -> None:
    kinds = [kind for _word, _label, kinds in KINDS for kind in kinds]
    assert sorted(kinds) == sorted(Timeliness)

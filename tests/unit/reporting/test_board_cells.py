"""The cells of the board say at every moment what the assignments say, and what their row history says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from tests.factories.assignments import days_from, make_assignment
from tests.factories.at_once import at_once
from tests.personas import World
from tests.unit.reporting.board_stage import make_some

from sauro.common.clock import today
from sauro.common.ids import new_id
from sauro.reporting.enums import CellSource
from sauro.reporting.models import BoardCell, BoardChange, BoardDay, FieldSlotSum, UnitSum
from sauro.reporting.selectors.drift import board_drift
from sauro.reporting.services.board_cells import SUMS, fold_changes, rebuild_board
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment
from sauro.tasks.querysets import with_timeliness

BOTH = list(CellSource)


def cells_are_right() -> bool:
    return [board_drift(source) for source in BOTH] == [[], []]


def test_every_kind_of_write_is_noted(world: World) -> None:
    made = make_some(world, 30)
    assert cells_are_right()
    row = made[0]
    row.state, row.due_on = AssignmentState.STOPPED, days_from(today(), 2)
    row.save()
    Assignment.objects.filter(pk__in=[one.pk for one in made[:20]]).update(held_days=F("held_days") + 1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tasks_assignment SET state = 'confirmed' WHERE id = %s", [made[25].pk])
        cursor.execute("DELETE FROM tasks_assignment WHERE id = %s", [made[26].pk])
    columns = {field.attname: getattr(made[3], field.attname) for field in Assignment._meta.fields}
    Assignment.objects.bulk_create(
        Assignment(**{**columns, "id": new_id(), "code": f"NV-{number}"}) for number in range(2)
    )
    assert cells_are_right()
    assert sum(BoardChange.objects.values_list("number", flat=True)) == Assignment.objects.count() == 31


def test_a_write_that_changes_nothing_counted_leaves_no_change(world: World) -> None:
    row = make_some(world, 1)[0]
    before = BoardChange.objects.count()
    row.progress, row.wording = 70, "Nội dung khác"
    row.save()
    assert BoardChange.objects.count() == before


def test_a_write_that_is_undone_is_not_counted(world: World) -> None:
    make_some(world, 3)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_assignment(world.units["ubnd"], world.units["snv"])
        Assignment.objects.update(progress=101)
    assert cells_are_right()


def test_folding_moves_and_loses_nothing(world: World) -> None:
    made = make_some(world, 40)
    assert fold_changes() > 0
    assert not BoardChange.objects.exists()
    assert cells_are_right()
    for row in made[::3]:
        row.state = AssignmentState.CONFIRMED
        row.save()
    made[1].delete()
    assert BoardChange.objects.exists()
    assert cells_are_right()
    fold_changes()
    assert cells_are_right()
    assert fold_changes() == 0


def sums() -> list[set[tuple[object, ...]]]:
    """The rows of all sums that count anything."""
    found = []
    for table in SUMS:
        columns = [field.attname for field in table._meta.fields if field.name != "id"]
        rows = table.objects.values_list(*columns)  # type: ignore[attr-defined]  # a concrete model
        found.append({row for row in rows if any(value for value in row if isinstance(value, int))})
    return found


def test_sums_kept_by_folding_are_those_made_anew(world: World) -> None:
    made = make_some(world, 40)
    fold_changes()
    for row in made[::2]:
        row.state, row.due_on = AssignmentState.ACCEPTED, days_from(today(), -9)
        row.save()
    fold_changes()
    kept = sums()
    assert rebuild_board() == 0
    assert sums() == kept
    assert all(kept)


def test_sums_of_yesterday_are_made_anew_by_the_first_fold(world: World) -> None:
    make_some(world, 30)
    fold_changes()
    BoardDay.objects.update(day=days_from(today(), -1))
    UnitSum.objects.update(overdue=99)
    make_some(world, 5, seed=2)
    fold_changes()
    assert BoardDay.objects.get().day == today()
    kept = sums()
    rebuild_board()
    assert sums() == kept


@pytest.mark.parametrize("source", BOTH)
def test_rebuilding_mends_cells_that_were_tampered_with(world: World, source: CellSource) -> None:
    make_some(world, 30)
    fold_changes()
    wrong = BoardCell.objects.order_by("pk").first()
    assert wrong is not None
    BoardCell.objects.filter(pk=wrong.pk).update(number=F("number") + 5)
    FieldSlotSum.objects.all().delete()
    assert len(board_drift(source)) == 1
    assert rebuild_board(source=source) == 1
    assert cells_are_right()
    assert FieldSlotSum.objects.exists()


def test_cells_agree_with_the_timeliness_of_lists(world: World) -> None:
    make_some(world, 200, seed=7)
    fold_changes()
    listed: dict[str, int] = {}
    for row in with_timeliness(Assignment.objects.all(), today=today()):
        listed[row.timeliness] = listed.get(row.timeliness, 0) + 1
    summed = {kind: sum(getattr(row, kind) for row in UnitSum.objects.all()) for kind in listed}
    assert summed == listed
    assert len(listed) == 10


@pytest.mark.django_db(transaction=True)
def test_writers_and_folds_at_once_lose_nothing(committed_world: World) -> None:
    made = make_some(committed_world, 24)

    def writer(rows: list[Assignment]) -> Callable[[], None]:
        def write() -> None:
            for step, row in enumerate(rows * 4):
                with transaction.atomic():
                    Assignment.objects.filter(pk=row.pk).update(
                        state=AssignmentState.values[step % 8], due_on=days_from(today(), step - 10)
                    )

        return write

    def fold() -> None:
        for _time in range(12):
            fold_changes()

    def rebuild() -> None:
        for _time in range(4):
            assert rebuild_board() == 0

    outcomes = at_once(writer(made[::2]), writer(made[1::2]), writer(made[::3]), fold, fold, rebuild)
    assert outcomes == ["ok"] * 6
    assert cells_are_right()
    fold_changes()
    assert cells_are_right()
    kept = sums()
    rebuild_board()
    assert sums() == kept


@pytest.mark.django_db(transaction=True)
def test_a_fold_that_is_killed_leaves_everything_as_it_was(committed_world: World) -> None:
    make_some(committed_world, 10)
    before = sorted(BoardChange.objects.values_list("pk", flat=True))
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        fold_changes()
        raise KeyboardInterrupt
    assert sorted(BoardChange.objects.values_list("pk", flat=True)) == before
    assert not BoardCell.objects.exists()
    assert cells_are_right()

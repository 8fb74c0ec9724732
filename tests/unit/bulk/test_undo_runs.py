"""Taking a run back: each row that nobody touched since, as a run of its own."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings
from tests.factories.at_once import at_once
from tests.personas import World
from tests.unit.bulk.stage import carry_out, give, outcomes, prepare, rows_of

from sauro.audit.models import AuditEvent
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run
from sauro.bulk.services import runs
from sauro.bulk.services.performing import perform_run
from sauro.common.errors import Conflict
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment
from sauro.tasks.services import lifecycle


def _undo(world: World, persona: str, run: Run) -> Run:
    undoing = runs.undo_run(actor=world.actor(persona), run_id=run.pk)
    perform_run(undoing.pk)
    undoing.refresh_from_db()
    return undoing


def _states() -> list[str]:
    return sorted(Assignment.objects.values_list("state", flat=True))


def test_rows_go_back_and_those_acted_on_since_are_told(world: World) -> None:
    rows = [give(world) for _number in range(3)]
    run = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, rows))
    lifecycle.report_progress(actor=world.actor("office_a"), assignment_id=rows[0].pk, progress=10, text="Đang làm")
    undoing = _undo(world, "office_a", run)
    assert (undoing.state, undoing.undoes, undoing.act) == (RunState.DONE, run, Act.TAKE_BACK)
    assert sorted(outcomes(undoing)) == [Outcome.DONE, Outcome.DONE, Outcome.FAILED]
    failed = next(row for row in rows_of(undoing) if row.outcome == Outcome.FAILED)
    assert failed.assignment_id == rows[0].pk
    assert failed.message == "Đã có người thao tác với nhiệm vụ này sau đó nên không hoàn tác được."
    assert _states() == [State.GIVEN, State.GIVEN, State.IN_PROGRESS]


def test_what_was_taken_back_is_not_offered_again(world: World) -> None:
    run = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, [give(world)]))
    undoing = _undo(world, "office_a", run)
    assert list(runs.undoable_rows(run)) == []
    with pytest.raises(Conflict) as raised:
        runs.undo_run(actor=world.actor("office_a"), run_id=run.pk)
    assert raised.value.code == "nothing-to-undo"
    with pytest.raises(Conflict):
        runs.undo_run(actor=world.actor("office_a"), run_id=undoing.pk)


def test_time_runs_out_for_the_whole_run(world: World, settings: Settings) -> None:
    run = carry_out(world, "office_a", prepare(world, "office_a", Act.ACCEPT, [give(world)]))
    settings.UNDO_MINUTES = 0
    with pytest.raises(Conflict):
        runs.undo_run(actor=world.actor("office_a"), run_id=run.pk)


def test_acts_without_a_way_back_offer_none(world: World) -> None:
    run = carry_out(world, "head", prepare(world, "head", Act.REMIND, [give(world)]))
    assert outcomes(run) == [Outcome.DONE]
    assert list(runs.undoable_rows(run)) == []


@pytest.mark.django_db(transaction=True)
def test_two_people_and_two_workers_at_once_do_each_row_once(committed_world: World) -> None:
    world = committed_world
    rows = [give(world) for _number in range(4)]
    runs_made = [prepare(world, persona, Act.ACCEPT, rows) for persona in ("office_a", "head")]
    assert outcomes(runs_made[1]) == [Outcome.REFUSED] * 4, "the giver does not accept for a body with accounts"
    stopping = prepare(world, "head", Act.STOP, rows, reason="Trùng")
    for persona, run in (("office_a", runs_made[0]), ("head", stopping)):
        runs.start_run(actor=world.actor(persona), run_id=run.pk)
    accept, stop = runs_made[0].pk, stopping.pk
    outcome = at_once(*(lambda pk=pk: perform_run(pk) for pk in (accept, accept, stop)))
    assert outcome == ["ok", "ok", "ok"]
    accepted = {row.assignment_id: row.outcome for row in rows_of(runs_made[0])}
    assert outcomes(stopping) == [Outcome.DONE] * 4
    assert set(accepted.values()) <= {Outcome.DONE, Outcome.FAILED}
    for row in rows:
        events = _codes(row)
        assert events.count("tasks.assignment.accepted") == (accepted[row.pk] == Outcome.DONE)
        assert events.count("tasks.assignment.stopped") == 1
    assert Run.objects.get(pk=accept).state == RunState.DONE


def _codes(row: Assignment) -> list[str]:
    return list(AuditEvent.objects.filter(object_id=row.pk).order_by("sequence").values_list("code", flat=True))

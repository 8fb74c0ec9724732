"""The two jobs of a run: rehearsing its rows, and doing them. Both bear to be killed and to run twice.

Each row is done in a transaction together with the note that it is done, so that it happens once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from uuid import UUID

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run, RunRow
from sauro.bulk.services.rehearsing import Deed, perform, perform_undo, rehearse
from sauro.common.clock import now
from sauro.jobs.queue import defer
from sauro.tasks.services.undoing import Mark

CHECK_JOB = "bulk.check"
RUN_JOB = "bulk.run"
SLICE_SECONDS = 20
"""How long one job works before it lets others have their turn; a row begun is finished."""
_BATCH = 20


def check_run(run_id: UUID, *, slice_seconds: float = SLICE_SECONDS) -> None:
    """Rehearse the rows not yet rehearsed, for a while."""
    _work_on(run_id, RunState.CHECKING, Outcome.UNCHECKED, CHECK_JOB, check_rows, slice_seconds)


def perform_run(run_id: UUID, *, slice_seconds: float = SLICE_SECONDS) -> None:
    """Do the rows not yet done, for a while."""
    _work_on(run_id, RunState.RUNNING, Outcome.WILL_DO, RUN_JOB, _do_rows, slice_seconds)


def check_rows(run: Run, actor: Actor, rows: Iterable[RunRow]) -> None:
    """Rehearse rows and note what will come of each; after the last one the run is ready."""
    for row in rows:
        deed = rehearse(actor, Act(run.act), run.arguments, row.assignment_id)
        _note(row, deed, Outcome.WILL_DO, Outcome.REFUSED)
    _finish(run.pk, RunState.CHECKING, Outcome.UNCHECKED, RunState.READY)


def _do_rows(run: Run, actor: Actor, rows: Iterable[RunRow]) -> None:
    for row in rows:
        _do_row(run, actor, row.pk)
    _finish(run.pk, RunState.RUNNING, Outcome.WILL_DO, RunState.DONE)


@transaction.atomic
def _do_row(run: Run, actor: Actor, row_id: UUID) -> None:
    row = RunRow.objects.select_for_update(of=("self",)).select_related("undoes").filter(pk=row_id).first()
    if row is None or row.outcome != Outcome.WILL_DO:
        return
    deed = _undo(actor, row) if row.undoes else perform(actor, Act(run.act), run.arguments, row.assignment_id)
    if deed.before is not None and deed.after is not None:
        row.before_version, row.before_event = deed.before.version, deed.before.event
        row.after_version, row.after_event = deed.after.version, deed.after.event
    _note(row, deed, Outcome.DONE, Outcome.FAILED)


def _undo(actor: Actor, row: RunRow) -> Deed:
    done = row.undoes
    if done is None or done.before_version is None or done.after_version is None:
        return Deed(fault=_("Thao tác này không hoàn tác được."))
    before, after = Mark(done.before_version, done.before_event), Mark(done.after_version, done.after_event)
    return perform_undo(actor, row.assignment_id, before, after)


def _note(row: RunRow, deed: Deed, good: Outcome, bad: Outcome) -> None:
    row.outcome = bad if deed.fault else good
    row.message = deed.fault
    row.effects = deed.effects
    if good == Outcome.WILL_DO:
        row.way_back = deed.way_back
    row.save()


def _work_on(
    run_id: UUID,
    state: RunState,
    outcome: Outcome,
    job: str,
    work: Callable[[Run, Actor, Iterable[RunRow]], None],
    slice_seconds: float,
) -> None:
    run = Run.objects.select_related("owner__person").filter(pk=run_id, state=state).first()
    if run is None:
        return
    actor = _owner_of(run)
    ends = time.monotonic() + slice_seconds
    with pghistory.context(user=str(actor.user_id), request=actor.request_id, door=str(actor.door)):
        while rows := list(run.rows.filter(outcome=outcome)[:_BATCH]):
            work(run, actor, rows)
            if time.monotonic() > ends:
                defer(job, run_id=str(run_id))
                return
    _finish(run_id, state, outcome, RunState.READY if state == RunState.CHECKING else RunState.DONE)


def _owner_of(run: Run) -> Actor:
    """The owner with the rights of this moment. Of a closed account none are left, so every row is refused."""
    actor = load_actor(user=run.owner, door=Door.JOB, request_id=f"bulk-{run.pk}", acting_unit_id=run.acting_unit_id)
    if run.owner.is_active:
        return actor
    return Actor(user_id=actor.user_id, name=actor.name, door=actor.door, request_id=actor.request_id)


@transaction.atomic
def _finish(run_id: UUID, state: RunState, outcome: Outcome, then: RunState) -> None:
    run = Run.objects.select_for_update(of=("self",)).filter(pk=run_id, state=state).first()
    if run is None or run.rows.filter(outcome=outcome).exists():
        return
    run.state = then
    if then == RunState.DONE:
        run.finished_at = now()
    run.save()

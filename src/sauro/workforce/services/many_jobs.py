"""The two jobs of a change for many people: trying it for each, and writing it. Both bear to run twice.

It is written in one transaction: one dossier that refuses now, though it did not when it was tried, leaves all of them
as they were.
"""

from __future__ import annotations

from uuid import UUID

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.workforce.enums import RunOutcome, RunState
from sauro.workforce.models import PeopleRun, PeopleRunRow
from sauro.workforce.services.many_acts import MANY_ACTS

CHECK_JOB, RUN_JOB = "workforce.check_many", "workforce.change_many"


class _RefusedError(Exception):
    """Ends the writing of a run: a dossier refuses."""

    def __init__(self, row: PeopleRunRow, message: str) -> None:
        super().__init__(message)
        self.row, self.message = row, message


def check_run(run_id: UUID) -> None:
    """Try what a run says for its dossiers."""
    run = PeopleRun.objects.select_related("owner__person").filter(pk=run_id, state=RunState.CHECKING).first()
    if run is None:
        return
    actor = _owner_of(run)
    with pghistory.context(user=str(actor.user_id), request=actor.request_id, door=str(actor.door)):
        check_rows(run, actor)


@transaction.atomic
def check_rows(run: PeopleRun, actor: Actor) -> None:
    """Try a run for all its dossiers together, note what would come of each, and undo it; the run is ready then.

    Together, because they may want the same: of the last vacant post only the first can be told that it is free.
    """
    rows = list(run.rows.select_related("dossier__tenure__post", "dossier__tenure__unit"))
    wanted = MANY_ACTS[run.act].wanted(run.arguments)[:900]
    with transaction.atomic():
        for row in rows:
            row.after = wanted
            _try(run, actor, row)
        transaction.set_rollback(True)
    PeopleRunRow.objects.bulk_update(rows, ["outcome", "before", "after", "message"])
    PeopleRun.objects.filter(pk=run.pk, state=RunState.CHECKING).update(state=RunState.READY)


def _try(run: PeopleRun, actor: Actor, row: PeopleRunRow) -> None:
    act = MANY_ACTS[run.act]
    before, is_already = act.words(row.dossier, run.arguments)
    row.before, row.message = before[:500], ""
    if is_already:
        row.outcome = RunOutcome.ALREADY
        return
    try:
        with transaction.atomic():
            act.do(actor, row.dossier_id, run.arguments)
        row.outcome = RunOutcome.WILL_CHANGE
    except DomainError as error:
        row.outcome, row.message = RunOutcome.REFUSED, error.message


def perform_run(run_id: UUID) -> None:
    """Write a run for all dossiers that it was found to fit, or for none: then it says who refused and why."""
    run = PeopleRun.objects.select_related("owner__person").filter(pk=run_id, state=RunState.RUNNING).first()
    if run is None:
        return
    actor = _owner_of(run)
    with pghistory.context(user=str(actor.user_id), request=actor.request_id, door=str(actor.door)):
        try:
            _write(run_id, actor)
        except _RefusedError as refused:
            _give_up(run_id, refused)


@transaction.atomic
def _write(run_id: UUID, actor: Actor) -> None:
    run = PeopleRun.objects.select_for_update(of=("self",)).filter(pk=run_id, state=RunState.RUNNING).first()
    if run is None:
        return
    act, rows = MANY_ACTS[run.act], run.rows.filter(outcome=RunOutcome.WILL_CHANGE)
    for row in rows.select_related("dossier"):
        try:
            act.do(actor, row.dossier_id, run.arguments)
        except DomainError as error:
            raise _RefusedError(row, error.message) from error
    rows.update(outcome=RunOutcome.DONE)
    run.state, run.finished_at = RunState.DONE, now()
    run.save()


@transaction.atomic
def _give_up(run_id: UUID, refused: _RefusedError) -> None:
    run = PeopleRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    words = _("%(code)s: %(why)s Chưa ghi cho ai. Hãy xem lại rồi ghi cho những người còn lại.")
    run.failure = words % {"code": refused.row.dossier.code, "why": refused.message}
    run.state = RunState.READY
    run.save()
    run.rows.filter(pk=refused.row.pk).update(outcome=RunOutcome.REFUSED, message=refused.message)


def _owner_of(run: PeopleRun) -> Actor:
    """The owner with the rights of this moment. Of a closed account none are left, so everything is refused."""
    actor = load_actor(user=run.owner, door=Door.JOB, request_id=f"many-{run.pk}", acting_unit_id=run.acting_unit_id)
    if run.owner.is_active:
        return actor
    return Actor(user_id=actor.user_id, name=actor.name, door=actor.door, request_id=actor.request_id)

"""Making a run from a choice in a list, telling beforehand what it will do, starting it, and taking it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.bulk import events
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run, RunRow
from sauro.bulk.policies import run_policy
from sauro.bulk.selectors.choosing import Choice, chosen_rows
from sauro.bulk.services.acts import ACTS, Arguments, acts_for
from sauro.bulk.services.performing import CHECK_JOB, RUN_JOB, check_rows
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.jobs.queue import defer

CHECKED_AT_ONCE = 10
"""So many rows are rehearsed while the page is waited for; more in the background."""
_LONGEST_QUERY = 8000
_KEPT_UNSTARTED = dt.timedelta(days=1)


@transaction.atomic
def prepare_run(*, actor: Actor, act: Act, list_name: str, query: str, chosen: Sequence[UUID] | None) -> Run:
    """Freeze a choice of assignments: those ``chosen``, or with None all that the list shows for ``query``.

    An act that needs nothing more is rehearsed at once.
    """
    owner_id = _owner_for(actor, act)
    choice = chosen_rows(actor, list_name, QueryDict(query), chosen)
    return _freeze(actor, Run(owner_id=owner_id, act=act, list_name=list_name, query=query[:_LONGEST_QUERY]), choice)


@transaction.atomic
def continue_run(*, actor: Actor, run_id: UUID) -> Run:
    """Choose what a run left out because too much matched; what it was given for all of them is given again.

    That is all that the list shows now and no run of the last day from the same choice has taken.
    """
    run = run_policy.get_visible(actor, run_id)
    run_policy.require(actor, "act", run)
    if not run.is_cut:
        raise Conflict("nothing-left", _("Lần này đã lấy hết nhiệm vụ khớp."))
    act = Act(run.act)
    owner_id = _owner_for(actor, act)
    same = {"owner_id": run.owner_id, "act": act, "list_name": run.list_name, "query": run.query}
    alike = Run.objects.filter(**same, created_at__gte=run.created_at - _KEPT_UNSTARTED)
    taken = RunRow.objects.filter(run__in=alike)
    choice = chosen_rows(actor, run.list_name, QueryDict(run.query), None, left_out=taken)
    made = _freeze(actor, Run(owner_id=owner_id, act=act, list_name=run.list_name, query=run.query), choice)
    return fill_run(actor=actor, run_id=made.pk, arguments=run.arguments)


def _owner_for(actor: Actor, act: Act) -> UUID:
    if act not in acts_for(actor) or actor.user_id is None:
        raise NotAllowed("not-allowed", _("Bạn không có quyền làm thao tác này."))
    return actor.user_id


def _freeze(actor: Actor, run: Run, choice: Choice) -> Run:
    """Save a run with the rows of a choice."""
    if not choice.pks:
        raise DomainError("nothing-chosen", _("Chưa chọn nhiệm vụ nào."))
    run.acting_unit_id, run.created_at = actor.unit_id, now()
    run.total, run.is_cut = len(choice.pks), choice.is_cut
    run.save(force_insert=True)
    RunRow.objects.bulk_create(
        RunRow(run=run, assignment_id=pk, position=number) for number, pk in enumerate(choice.pks, start=1)
    )
    return run


@transaction.atomic
def fill_run(*, actor: Actor, run_id: UUID, arguments: Arguments) -> Run:
    """Set what the act needs and rehearse every row with it. Until the run is started this can be done again."""
    run = _begin(actor, run_id, RunState.DRAFT, RunState.READY)
    run.arguments = dict(arguments)
    run.state = RunState.CHECKING
    run.save()
    run.rows.update(outcome=Outcome.UNCHECKED, message="", effects=[], way_back="")
    if run.total <= CHECKED_AT_ONCE:
        check_rows(run, actor, list(run.rows.all()))
        run.refresh_from_db()
    else:
        defer(CHECK_JOB, run_id=str(run.pk))
    return run


@transaction.atomic
def start_run(*, actor: Actor, run_id: UUID) -> Run:
    """Let a rehearsed run happen, in the background. Rows that were refused are left alone."""
    run = _begin(actor, run_id, RunState.READY)
    if not run.rows.filter(outcome=Outcome.WILL_DO).exists():
        raise DomainError("nothing-to-do", _("Không có nhiệm vụ nào làm được thao tác này."))
    _start(actor, run)
    return run


@transaction.atomic
def undo_run(*, actor: Actor, run_id: UUID) -> Run:
    """Take back what a run did, row by row, as a run of its own that begins at once."""
    run = _begin(actor, run_id, RunState.DONE)
    rows = list(undoable_rows(run))
    if not rows or actor.user_id is None:
        raise Conflict("nothing-to-undo", _("Không còn thao tác nào hoàn tác được."))
    undoing = Run.objects.create(
        owner_id=actor.user_id,
        acting_unit_id=actor.unit_id,
        act=Act.TAKE_BACK,
        list_name=run.list_name,
        total=len(rows),
        undoes=run,
        created_at=now(),
    )
    RunRow.objects.bulk_create(
        RunRow(
            run=undoing,
            assignment_id=row.assignment_id,
            position=number,
            outcome=Outcome.WILL_DO,
            undoes=row,
            way_back=_("Việc hoàn tác không hoàn tác được nữa."),
        )
        for number, row in enumerate(rows, start=1)
    )
    _start(actor, undoing)
    return undoing


def undoable_rows(run: Run) -> QuerySet[RunRow]:
    """Return the rows that may still be taken back, as far as the run itself knows; none when the time is over."""
    is_over = run.finished_at is None or now() - run.finished_at > dt.timedelta(minutes=settings.UNDO_MINUTES)
    if run.act == Act.TAKE_BACK or is_over or not ACTS[Act(run.act)].has_way_back:
        return run.rows.none()
    undone = RunRow.objects.filter(undoes__run=run).exclude(outcome=Outcome.FAILED)
    return run.rows.filter(outcome=Outcome.DONE, way_back="").exclude(pk__in=undone.values("undoes"))


def drop_unstarted() -> int:
    """Throw away runs of yesterday that nobody started: nothing happened by them. Returns how many."""
    old = Run.objects.filter(started_at__isnull=True, created_at__lt=now() - _KEPT_UNSTARTED)
    return old.delete()[1].get("bulk.Run", 0)


def _begin(actor: Actor, run_id: UUID, *states: RunState) -> Run:
    run = run_policy.get_locked(actor, run_id)
    run_policy.require(actor, "act", run)
    if run.state not in states:
        raise Conflict("run-moved-on", _("Thao tác này đã chuyển bước. Hãy tải lại trang để xem mới nhất."))
    return run


def _start(actor: Actor, run: Run) -> None:
    run.state = RunState.RUNNING
    run.started_at = now()
    run.save()
    record_event(
        actor=actor,
        event=events.RUN_STARTED,
        obj=run,
        domain=run.acting_unit.domain if run.acting_unit else "",
        changes={"act": [None, str(run.act)], "rows": [None, run.total]},
    )
    defer(RUN_JOB, run_id=str(run.pk))

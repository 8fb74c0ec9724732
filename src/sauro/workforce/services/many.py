"""One change for many people: chosen, tried for each and shown, then written for all it can be written for, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.jobs.queue import defer
from sauro.workforce import events
from sauro.workforce.enums import RunOutcome, RunState
from sauro.workforce.models import PeopleRun, PeopleRunRow
from sauro.workforce.policies import dossier_policy, run_policy
from sauro.workforce.services.many_acts import MANY_ACTS, Arguments
from sauro.workforce.services.many_jobs import CHECK_JOB, RUN_JOB, check_rows

MOST_AT_ONCE = 500
"""A run takes no more people; when it is done it goes on with the others."""

TRIED_AT_ONCE = 20
"""So many people are tried while the page is waited for; more in the background."""

KEPT_UNSTARTED = dt.timedelta(days=1)


@transaction.atomic
def prepare_run(
    *, actor: Actor, act: str, chosen: Sequence[UUID], query: str = "", takes_all: bool = False, is_cut: bool = False
) -> PeopleRun:
    """Freeze a choice of dossiers, as far as the actor sees them. Raises ``nobody-chosen``."""
    if act not in MANY_ACTS or actor.user_id is None or not actor.holds("workforce.record"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    seen = list(_in_order(actor, chosen))
    if not seen:
        raise DomainError("nobody-chosen", _("Chưa chọn người nào."))
    run = PeopleRun.objects.create(
        owner_id=actor.user_id, acting_unit_id=actor.unit_id, act=act, query=query, takes_all=takes_all, is_cut=is_cut,
        total=len(seen),
    )  # fmt: skip
    PeopleRunRow.objects.bulk_create(
        PeopleRunRow(run=run, dossier_id=pk, position=number) for number, pk in enumerate(seen, start=1)
    )
    return run


def _in_order(actor: Actor, chosen: Sequence[UUID]) -> Sequence[UUID]:
    """Return the dossiers in the order in which they are locked, the same for everybody who acts on many."""
    rows = dossier_policy.visible(actor).filter(pk__in=list(chosen)[:MOST_AT_ONCE])
    return list(rows.order_by("sort_key", "pk").values_list("pk", flat=True))


def taken_by_alike(run: PeopleRun) -> Sequence[UUID]:
    """Return the dossiers that runs of the last day from the same choice have taken."""
    alike = PeopleRun.objects.filter(
        owner=run.owner_id,
        act=run.act,
        query=run.query,
        takes_all=True,
        created_at__gte=run.created_at - KEPT_UNSTARTED,
    )
    return list(PeopleRunRow.objects.filter(run__in=alike).values_list("dossier", flat=True))


@transaction.atomic
def fill_run(*, actor: Actor, run_id: UUID, arguments: Arguments) -> PeopleRun:
    """Set what is to be written and try it for everybody. Until the run is started this can be done again."""
    run = _begin(actor, run_id, RunState.DRAFT, RunState.READY)
    run.arguments, run.state, run.failure = dict(arguments), RunState.CHECKING, ""
    run.save()
    run.rows.update(outcome=RunOutcome.UNCHECKED, message="", before="", after="")
    if run.total <= TRIED_AT_ONCE:
        check_rows(run, actor)
        run.refresh_from_db()
    else:
        defer(CHECK_JOB, run_id=str(run.pk))
    return run


@transaction.atomic
def start_run(*, actor: Actor, run_id: UUID) -> PeopleRun:
    """Let a run that was tried be written, in the background. Raises ``nothing-to-do``."""
    run = _begin(actor, run_id, RunState.READY)
    rows = run.rows.filter(outcome=RunOutcome.WILL_CHANGE).count()
    if not rows:
        raise DomainError("nothing-to-do", _("Không có ai để ghi thay đổi này."))
    run.state, run.failure = RunState.RUNNING, ""
    run.save()
    record_event(
        actor=actor, event=events.RUN_STARTED, obj=run, domain=run.acting_unit.domain if run.acting_unit else "",
        changes={"act": run.act, "rows": rows},
    )  # fmt: skip
    defer(RUN_JOB, run_id=str(run.pk))
    return run


def drop_unstarted() -> int:
    """Throw away runs of yesterday that nobody started. Returns how many."""
    old = PeopleRun.objects.filter(state__in=(RunState.DRAFT, RunState.READY), created_at__lt=now() - KEPT_UNSTARTED)
    return old.delete()[1].get(PeopleRun._meta.label, 0)


def _begin(actor: Actor, run_id: UUID, *states: RunState) -> PeopleRun:
    run = run_policy.get_locked(actor, run_id)
    run_policy.require(actor, "act", run)
    if run.state not in states:
        raise Conflict("run-moved-on", _("Lần ghi này đã chuyển bước. Hãy tải lại trang để xem mới nhất."))
    return run

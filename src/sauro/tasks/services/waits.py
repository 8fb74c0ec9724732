"""Waiting for another unit's part: recorded, and not charged to the one who waits (docs/adr/0012)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import VIETNAM, now
from sauro.common.errors import Conflict, DomainError
from sauro.tasks import events
from sauro.tasks.models import Assignment, Wait
from sauro.tasks.parts import awaited_parts, first_counted_day
from sauro.tasks.policies import assignment_policy
from sauro.tasks.transitions import WORKING_STATES


@transaction.atomic
def begin_wait(*, actor: Actor, assignment_id: UUID, part_id: UUID, reason: str) -> Wait:
    """Note that the work waits for the part of another unit. One wait at a time."""
    assignment_policy.get_visible(actor, assignment_id)
    # The part first, as everybody locks who works on it: from below upwards.
    part = Assignment.objects.select_for_update(of=("self",)).filter(pk=part_id).first()
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    if assignment.state not in WORKING_STATES:
        raise Conflict("not-working", _("Chỉ ghi nhận chờ khi nhiệm vụ đang được thực hiện."))
    if part is None or not awaited_parts(assignment).filter(pk=part.pk).exists():
        raise DomainError("not-a-part", _("Phần việc này không còn mở hoặc không thuộc nhiệm vụ."), field="part")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi đang chờ gì."), field="reason")
    if assignment.waits.filter(ended_at__isnull=True).exists():
        raise Conflict("already-waiting", _("Nhiệm vụ đang ghi nhận chờ một đơn vị khác."))
    wait = Wait.objects.create(
        assignment=assignment,
        part=part,
        reason=reason.strip(),
        began_at=now(),
        began_by_name=actor.name,
        began_by_id=actor.user_id,
    )
    assignment.waiting_since = first_counted_day(wait)
    assignment.save()
    record_event(
        actor=actor,
        event=events.WAIT_BEGUN,
        obj=assignment,
        object_text=assignment.code,
        changes={"part": [None, part.code]},
        reason=reason.strip(),
    )
    return wait


@transaction.atomic
def end_wait(*, actor: Actor, assignment_id: UUID) -> Assignment:
    """Note that the work goes on."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    if not end_own_wait(actor=actor, assignment=assignment):
        raise Conflict("not-waiting", _("Nhiệm vụ không còn ghi nhận chờ ai."))
    assignment.save()
    return assignment


def end_own_wait(*, actor: Actor, assignment: Assignment) -> bool:
    """End the open wait of a locked assignment and add its days; the caller saves. Tells whether there was one."""
    wait = assignment.waits.select_for_update(of=("self",)).select_related("part").filter(ended_at__isnull=True).first()
    if wait is None:
        return False
    _end(wait, assignment, actor)
    return True


def end_waits_for(*, actor: Actor, part: Assignment) -> None:
    """End every wait for a part that was just delivered or stopped. Needs a transaction and the part locked."""
    for assignment, wait in _locked_waits_for(part):
        _end(wait, assignment, actor)
        assignment.save()


def refresh_waits_for(part: Assignment) -> None:
    """After the deadline of ``part`` moved, count its open waits anew. Needs what ``end_waits_for`` does."""
    for assignment, wait in _locked_waits_for(part):
        assignment.waiting_since = first_counted_day(wait)
        assignment.save()


def _locked_waits_for(part: Assignment) -> Iterator[tuple[Assignment, Wait]]:
    """Yield each assignment that waits for ``part`` and then its wait, locked in the order in which whoever hands that
    assignment in locks them. A wait that somebody else has just ended is left out."""
    waiting = Wait.objects.filter(part=part, ended_at__isnull=True).order_by("assignment_id")
    for assignment_id in list(waiting.values_list("assignment_id", flat=True)):
        assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment_id)
        open_waits = assignment.waits.select_for_update(of=("self",)).select_related("part")
        wait = open_waits.filter(part=part, ended_at__isnull=True).first()
        if wait is not None:
            yield assignment, wait


def _end(wait: Wait, assignment: Assignment, actor: Actor) -> None:
    wait.ended_at = now()
    wait.ended_by_name = actor.name
    wait.counted_days = max(0, (_day(wait.ended_at) - first_counted_day(wait)).days)
    wait.save()
    assignment.held_days += wait.counted_days
    assignment.waiting_since = None
    record_event(
        actor=actor,
        event=events.WAIT_ENDED,
        obj=assignment,
        object_text=assignment.code,
        changes={"part": [wait.part.code, None], "held_days": [None, wait.counted_days]},
    )


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(VIETNAM).date()

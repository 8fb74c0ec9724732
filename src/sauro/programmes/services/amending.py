"""Amending a line after the issue: its day moves, and with it the deadline of the task it became, on record."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.programmes import events
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.models import Entry
from sauro.programmes.policies import programme_policy
from sauro.programmes.services.common import check_text, entry_of, refresh_figures
from sauro.programmes.services.marking import mark_entries
from sauro.programmes.services.versions import store_version
from sauro.tasks.services.deadlines import set_deadline
from sauro.tasks.transitions import OPEN_STATES


@transaction.atomic
def amend_entry(*, actor: Actor, programme_id: UUID, entry_id: UUID, day: dt.date, reason: str) -> Entry:
    """Give a line of an issued document another last day, and its open tasks with it. A version is kept before."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "decide", programme)
    if programme.state != ProgrammeState.ISSUED:
        raise Conflict("not-issued", _("Chỉ điều chỉnh văn bản đã ban hành và còn hiệu lực."))
    entry = entry_of(programme, entry_id)
    held = check_text(reason, field="reason", message=_("Hãy ghi căn cứ, lý do điều chỉnh."))
    if day.year > programme.last_year:
        raise DomainError("due-after-programme", _("Thời hạn sau năm cuối của văn bản."), field="day")
    store_version(actor, programme, _("Trước điều chỉnh: %(reason)s") % {"reason": held})
    before = entry.due_on
    entry.due_on, entry.due_text = day, ""
    entry.version += 1
    entry.changed_at, entry.changed_by_name = now(), actor.name
    entry.save()
    for link in entry.given.select_related("assignment"):
        task = link.assignment
        if task.state in OPEN_STATES and task.due_on != day:
            set_deadline(actor=actor, assignment_id=task.pk, day=day, reason=held)
    record_event(
        actor=actor, event=events.ENTRY_AMENDED, obj=programme, object_text=programme.code,
        changes={"due_on": [str(before or ""), str(day)]}, reason=held,
    )  # fmt: skip
    mark_entries(actor, programme, [entry])
    refresh_figures(programme)
    return entry

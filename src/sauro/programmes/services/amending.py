"""Amending a line after the issue: its words, lead, time or coordinators change, or it is withdrawn.

Its tasks follow, each change on record with the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.programmes import events
from sauro.programmes.digests import entry_digest
from sauro.programmes.enums import DemandState, EntryKind, ProgrammeState
from sauro.programmes.models import Entry, EntryAssignment, Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.services.common import check_text, entry_of, refresh_figures
from sauro.programmes.services.entries import check_bodies, units_of_domain
from sauro.programmes.services.giving import may_receive, plan_of
from sauro.programmes.services.marking import mark_entries
from sauro.programmes.services.versions import store_version
from sauro.tasks.enums import BodyRole, PartsFate
from sauro.tasks.models import Assignment
from sauro.tasks.parts import open_parts
from sauro.tasks.schedule import Schedule
from sauro.tasks.services.deadlines import set_deadline
from sauro.tasks.services.lifecycle import stop_assignment
from sauro.tasks.services.lines import give_lines, give_to_coordinators
from sauro.tasks.services.recurring import Recurrence, set_recurrence
from sauro.tasks.services.rewording import reword_assignment
from sauro.tasks.transitions import OPEN_STATES
from vanban.text.normalize import nfc


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads: a unit of the register, or a name where it has none; and who is responsible there, likewise."""

    unit_id: UUID | None = None
    text: str = ""
    person_id: UUID | None = None
    person_text: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a line says from now on: last day, rhythm, who coordinates; and on what ground.

    ``work``, ``product`` and ``lead`` stay as they are where they are None. ``still_answers`` is the person's word that
    the line answers what it was said to answer; without it that is to be looked at again.
    """

    reason: str
    work: str | None = None
    product: str | None = None
    lead: Lead | None = None
    day: dt.date | None = None
    rhythm: str = ""
    coordinator_ids: Sequence[UUID] = ()
    still_answers: bool = False


@transaction.atomic
def amend_entry(*, actor: Actor, programme_id: UUID, entry_id: UUID, amendment: Amendment) -> Entry:
    """Give a line of an issued document other words, another lead, time or other coordinators, and its tasks with it.

    A version is kept before. Open tasks keep the history of their words and deadlines; a coordinator that leaves has
    its part stopped. Under another lead all open tasks stop and the line is given anew.
    """
    programme, entry, reason = _begin(actor, programme_id, entry_id, amendment.reason)
    if entry.kind != EntryKind.TASK:
        raise DomainError("not-a-task", _("Dòng này là chỉ tiêu. Hãy điều chỉnh ở trang lập chỉ tiêu."))
    _check_time(programme, entry, amendment)
    store_version(actor, programme, _("Trước điều chỉnh: %(reason)s") % {"reason": reason})
    before = _told(entry)
    led_by = entry.lead_unit_id
    _set_words(programme, entry, amendment)
    units = units_of_domain(programme, amendment.coordinator_ids, lead_id=entry.lead_unit_id)
    if (amendment.day, amendment.rhythm) != (entry.due_on, entry.rhythm):
        entry.due_on, entry.rhythm, entry.due_text = amendment.day, amendment.rhythm, ""
    _write(actor, entry)
    entry.coordinator_units.set(units)
    if entry.lead_unit_id == led_by:
        _carry_to_tasks(actor, programme, entry, reason)
    else:
        _give_anew(actor, programme, entry, reason)
    if amendment.still_answers:
        still_answers(actor, entry)
    record_amendment(actor, programme, entry, before, _told(entry), reason)
    return entry


@transaction.atomic
def withdraw_entry(*, actor: Actor, programme_id: UUID, entry_id: UUID, reason: str) -> Entry:
    """Take a line out of an issued document: its open tasks stop, and what it answered is open again."""
    programme, entry, held = _begin(actor, programme_id, entry_id, reason)
    store_version(actor, programme, _("Trước khi bãi bỏ dòng: %(reason)s") % {"reason": held})
    entry.is_removed, entry.removed_reason = True, held
    _write(actor, entry)
    for task in _open_tasks(entry):
        _stop(actor, task, held)
    for answer in entry.answers.select_related("demand"):
        demand = answer.demand
        answer.delete()
        if not demand.answers.exists():
            demand.state = DemandState.OPEN
            demand.save(update_fields=["state"])
    record_event(
        actor=actor, event=events.ENTRY_WITHDRAWN, obj=programme, object_text=programme.code, reason=held
    )  # fmt: skip
    refresh_figures(programme)
    return entry


def _begin(actor: Actor, programme_id: UUID, entry_id: UUID, reason: str) -> tuple[Programme, Entry, str]:
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "decide", programme)
    if programme.state != ProgrammeState.ISSUED:
        raise Conflict("not-issued", _("Chỉ điều chỉnh văn bản đã ban hành và còn hiệu lực."))
    held = check_text(reason, field="reason", message=_("Hãy ghi căn cứ, lý do điều chỉnh."))
    return programme, entry_of(programme, entry_id), held


def _told(entry: Entry) -> dict[str, object]:
    """What the event tells: no words, those are in the version kept before."""
    return {
        "due_on": str(entry.due_on or ""), "rhythm": entry.rhythm, "coordinators": entry.coordinator_units.count(),
        "lead": str(entry.lead_unit_id or ""),
    }  # fmt: skip


def _set_words(programme: Programme, entry: Entry, amendment: Amendment) -> None:
    if amendment.work is not None:
        message = _("Hãy ghi việc phải làm hoặc tên chỉ tiêu.")
        entry.work = check_text(amendment.work, field="work", message=message)
    if amendment.product is not None:
        entry.product = nfc(amendment.product).strip()
    if amendment.lead is not None:
        name_lead(programme, entry, amendment.lead)


def name_lead(programme: Programme, entry: Entry, lead: Lead) -> None:
    """Let a line name who leads and who is responsible. Raises ``DomainError`` for those of another side or place."""
    entry.lead_unit_id, entry.lead_text = lead.unit_id, nfc(lead.text).strip()
    entry.person_id, entry.person_text = lead.person_id, nfc(lead.person_text).strip()
    check_bodies(programme, entry)


def record_amendment(
    actor: Actor,
    programme: Programme,
    entry: Entry,
    before: Mapping[str, object],
    after: Mapping[str, object],
    reason: str,
) -> None:
    """Record what an amendment changed of a line, and mark and count the line as it is now."""
    record_event(
        actor=actor, event=events.ENTRY_AMENDED, obj=programme, object_text=programme.code,
        changes={name: [before[name], after[name]] for name in before if before[name] != after[name]}, reason=reason,
    )  # fmt: skip
    mark_entries(actor, programme, [entry])
    refresh_figures(programme)


def still_answers(actor: Actor, entry: Entry) -> None:
    """Say, as somebody who amended a line, that it answers what it was said to answer."""
    for answer in entry.answers.all():
        answer.entry_digest, answer.by_name, answer.at = entry_digest(entry), actor.name, now()
        answer.save()


def _check_time(programme: Programme, entry: Entry, amendment: Amendment) -> None:
    if amendment.day is None and entry.due_on is not None and not amendment.rhythm:
        raise DomainError("day-needed", _("Việc làm một lần đang có thời hạn: hãy ghi thời hạn mới."), field="day")
    if amendment.day is None:
        return
    if amendment.day.year > programme.last_year:
        raise DomainError("due-after-programme", _("Thời hạn sau năm cuối của văn bản."), field="day")
    if amendment.day < today():
        raise DomainError("due-past", _("Thời hạn đã qua. Hãy ghi ngày từ hôm nay trở đi."), field="day")


def _write(actor: Actor, entry: Entry) -> None:
    entry.version += 1
    entry.changed_at, entry.changed_by_name = now(), actor.name
    entry.save()


def _open_tasks(entry: Entry) -> list[Assignment]:
    """The open tasks of a line, parts before what they are parts of."""
    links = EntryAssignment.objects.filter(entry=entry, assignment__state__in=sorted(OPEN_STATES))
    tasks = [link.assignment for link in links.select_related("assignment__giver_unit", "assignment__unit")]
    return sorted(tasks, key=lambda one: one.role == BodyRole.LEAD)


def _carry_to_tasks(actor: Actor, programme: Programme, entry: Entry, reason: str) -> None:
    tasks = _open_tasks(entry)
    lead = next((one for one in tasks if one.role == BodyRole.LEAD), None)
    if lead is None:
        return
    helpers = [one for one in entry.coordinator_units.all() if may_receive(programme, one)]
    plan = plan_of(programme, entry, [one for one in helpers if one.pk not in {task.unit_id for task in tasks}])
    stays = {lead.unit_id, *(one.pk for one in helpers)}
    for task in tasks:
        if task.unit_id in stays:
            _carry_words(actor, task, entry, reason)
            _carry_time(actor, task, entry.due_on, plan.schedule, reason, plan.ends_on)
        else:
            _stop(actor, task, reason)
    if plan.coordinator_ids:
        made = give_to_coordinators(actor=actor, lead=lead, line=plan)
        EntryAssignment.objects.bulk_create(EntryAssignment(entry=entry, assignment=one) for one in made)


def _give_anew(actor: Actor, programme: Programme, entry: Entry, reason: str) -> None:
    """Stop the open tasks of the former lead and its coordinators, and give the line to those it names now."""
    tasks = _open_tasks(entry)
    for task in tasks:
        _stop(actor, task, reason)
    lead = entry.lead_unit
    if not tasks or lead is None or not may_receive(programme, lead):
        return
    helpers = [one for one in entry.coordinator_units.all() if may_receive(programme, one)]
    (given,) = give_lines(actor=actor, giver_id=programme.unit_id, lines=[plan_of(programme, entry, helpers)])
    EntryAssignment.objects.bulk_create(EntryAssignment(entry=entry, assignment=one) for one in given.all)


def _carry_words(actor: Actor, task: Assignment, entry: Entry, reason: str) -> None:
    if (task.wording, task.product) != (entry.work, entry.product):
        reword_assignment(
            actor=actor, assignment_id=task.pk, wording=entry.work, product=entry.product, reason=reason
        )  # fmt: skip


def _carry_time(
    actor: Actor, task: Assignment, day: dt.date | None, schedule: Schedule | None, reason: str, ends_on: dt.date | None
) -> None:
    if schedule is None:
        if task.is_recurring:
            raise Conflict(
                "still-recurring",
                _("%(code)s là nhiệm vụ định kỳ. Muốn thành việc một lần, hãy bãi bỏ dòng này rồi giao việc mới.")
                % {"code": task.code},
            )
        if day is not None and task.due_on != day:
            set_deadline(actor=actor, assignment_id=task.pk, day=day, reason=reason)
        return
    if not task.is_recurring or task.series.schedule != schedule:
        recurrence = Recurrence(schedule, today(), ends_on)
        set_recurrence(actor=actor, assignment_id=task.pk, recurrence=recurrence)


def _stop(actor: Actor, task: Assignment, reason: str) -> None:
    fate = PartsFate.STOP if open_parts(task).exists() else None
    stop_assignment(actor=actor, assignment_id=task.pk, reason=reason, parts_fate=fate)

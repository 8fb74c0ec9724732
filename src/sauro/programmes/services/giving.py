"""Issuing turns lines into tasks, linked to their line. A person chooses which, and sees who would receive them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Unit
from sauro.programmes import events
from sauro.programmes.enums import EntryKind, ProgrammeState
from sauro.programmes.models import Entry, EntryAssignment, Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries
from sauro.tasks.models import Assignment
from sauro.tasks.services.lines import LinePlan, give_lines


@dataclass(frozen=True, slots=True)
class Giveable:
    """A line that may become a task, or the sentence that says why it cannot; ``given`` are those it has become.

    ``helpers`` are the coordinators that would get a part, ``only_named`` those that are printed and get none.
    """

    entry: Entry
    blocked: str
    given: tuple[Assignment, ...]
    helpers: tuple[Unit, ...] = ()
    only_named: tuple[str, ...] = ()


def may_give(actor: Actor, programme: Programme) -> bool:
    """Tell whether the actor may turn lines of the programme into tasks now."""
    return programme.state == ProgrammeState.ISSUED and programme_policy.can(actor, "appraise", programme)


def giveable(programme: Programme) -> list[Giveable]:
    """Return the task lines of an issued programme. Takes five queries."""
    given: dict[UUID, list[Assignment]] = {}
    for link in EntryAssignment.objects.filter(entry__programme=programme).select_related("assignment"):
        given.setdefault(link.entry_id, []).append(link.assignment)
    entries = [one for one in marked_entries(programme) if one.kind == EntryKind.TASK]
    return [_giveable(programme, one, tuple(given.get(one.pk, ()))) for one in entries]


def _giveable(programme: Programme, entry: Entry, given: tuple[Assignment, ...]) -> Giveable:
    units = sorted(entry.coordinator_units.all(), key=lambda one: one.path)
    helpers = tuple(one for one in units if may_receive(programme, one))
    others = tuple(one.name for one in units if one not in helpers)
    return Giveable(entry, _blocked(programme, entry), given, helpers, (*others, *filter(None, [entry.coordinators])))


def may_receive(programme: Programme, unit: Unit) -> bool:
    """Tell whether the composing unit gives work to ``unit``: those of its own place. Higher levels are only named."""
    place = programme.unit.territory.path if programme.unit.territory else programme.unit.path
    return unit.path.startswith(place) and unit.domain == programme.domain


def _blocked(programme: Programme, entry: Entry) -> str:
    if entry.lead_unit_id is None:
        return _("chủ trì chỉ ghi bằng tên; hãy chọn cơ quan trong danh sách khi điều chỉnh")
    if entry.lead_unit is not None and not may_receive(programme, entry.lead_unit):
        return _("chủ trì không thuộc xã nên không giao việc được; chỉ ghi trong văn bản")
    if entry.due_on and entry.due_on < today():
        return _("thời hạn đã qua")
    return ""


@transaction.atomic
def give_entries(*, actor: Actor, programme_id: UUID, entry_ids: Sequence[UUID]) -> list[Assignment]:
    """Turn the chosen lines into tasks, all or none, and return those of the leads. A line becomes a task once."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "appraise", programme)
    if programme.state != ProgrammeState.ISSUED:
        raise Conflict("not-issued", _("Chỉ giao việc từ văn bản đã ban hành và còn hiệu lực."))
    chosen = [one for one in giveable(programme) if one.entry.pk in set(entry_ids)]
    if not chosen:
        raise DomainError("nothing-chosen", _("Chưa chọn dòng nào để giao."), field="entries")
    for one in chosen:
        if one.blocked:
            raise DomainError("line-blocked", f"“{one.entry.work[:80]}”: {one.blocked}.", field="entries")
        if one.given:
            raise Conflict(
                "line-given",
                _("“%(text)s” đã giao thành %(code)s.") % {"text": one.entry.work[:80], "code": one.given[0].code},
            )
    plans = [plan_of(programme, one.entry, one.helpers) for one in chosen]
    given = give_lines(actor=actor, giver_id=programme.unit_id, lines=plans)
    EntryAssignment.objects.bulk_create(
        EntryAssignment(entry=one.entry, assignment=assignment)
        for one, line in zip(chosen, given, strict=True)
        for assignment in line.all
    )
    made = [line.lead for line in given]
    record_event(
        actor=actor, event=events.ENTRY_GIVEN, obj=programme, object_text=programme.code,
        changes={"assignments": [None, [one.code for one in made]]},
    )  # fmt: skip
    return made


def plan_of(programme: Programme, entry: Entry, helpers: Sequence[Unit] = ()) -> LinePlan:
    """Return a line led by a unit of the register as the service of tasks takes it, with the coordinators it goes to.

    Recurring work ends with the last year of the programme.
    """
    assert entry.lead_unit_id is not None  # noqa: S101 -- lines without a unit are blocked
    return LinePlan(
        wording=entry.work, unit_id=entry.lead_unit_id, coordinator_ids=tuple(one.pk for one in helpers),
        person_id=entry.person_id, due_on=entry.due_on, source_text=programme.title, due_phrase=entry.due_text,
        product=entry.product, rhythm=entry.rhythm, ends_on=dt.date(programme.last_year, 12, 31),
    )  # fmt: skip

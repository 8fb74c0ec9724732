"""Writing lines: adding, changing, moving, removing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import DomainError
from sauro.organizations.models import Appointment, Unit
from sauro.programmes import events
from sauro.programmes.enums import BUDGET_SOURCES, EntryKind, Money, Part, SectionRole
from sauro.programmes.models import Entry, Funding, Programme, Section
from sauro.programmes.services.answering import state_answer
from sauro.programmes.services.common import (
    begin,
    check_free,
    check_text,
    check_version,
    entry_of,
    refresh_figures,
    section_of,
)
from sauro.programmes.services.marking import mark_entries
from sauro.programmes.services.target_lines import check_target
from sauro.programmes.services.writing import prolong
from sauro.targets.enums import AddUpChoice, DirectionChoice
from vanban.text.normalize import nfc

MOST_AMOUNT = Decimal("999999999999")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of one year from one source, in million đồng."""

    year: int
    source: str
    amount: Decimal
    is_allocated: bool = False
    national_programme: str = ""


@dataclass(frozen=True, slots=True)
class EntryFields:
    """A line as somebody wrote it; see :class:`sauro.programmes.models.Entry`. ``path`` are values by year."""

    work: str
    part: str = Part.DIRECT
    lead_unit_id: UUID | None = None
    lead_text: str = ""
    coordinator_ids: Sequence[UUID] = ()
    coordinators: str = ""
    person_id: UUID | None = None
    person_text: str = ""
    measures: str = ""
    money: str = ""
    assets: str = ""
    people: str = ""
    science: str = ""
    due_on: dt.date | None = None
    due_text: str = ""
    rhythm: str = ""
    authority: str = ""
    product: str = ""
    value: Decimal | None = None
    value_unit: str = ""
    target_share_id: UUID | None = None
    target_year: int | None = None
    path: Mapping[int, Decimal] = field(default_factory=dict)
    definition: str = ""
    direction: str = DirectionChoice.UP
    rule: str = AddUpChoice.SUM
    numerator_label: str = ""
    denominator_label: str = ""
    fundings: Sequence[Amount] = field(default_factory=tuple)


@transaction.atomic
def add_entry(
    *, actor: Actor, programme_id: UUID, section_id: UUID, fields: EntryFields, demand_id: UUID | None = None
) -> Entry:
    """Add a line at the end of a section; with ``demand_id`` the actor says that it answers that demand."""
    programme = begin(actor, programme_id)
    section = section_of(programme, section_id)
    check_free(actor, section)
    if section.role == SectionRole.TEXT:
        raise DomainError(
            "section-without-entries",
            _("Mục này chỉ có lời văn. Hãy chọn mục nhiệm vụ hoặc chỉ tiêu."),
            field="section",
        )
    last = programme.entries.filter(section=section).order_by("-position").first()
    entry = Entry(
        programme=programme, section=section, position=(last.position + 1) if last else 1.0,
        kind=EntryKind.TARGET if section.role == SectionRole.TARGETS else EntryKind.TASK,
    )  # fmt: skip
    _write(actor, programme, entry, fields)
    prolong(actor, section)
    if demand_id is not None:
        state_answer(actor, programme, demand_id, entry)
    _finish(actor, programme, entry, events.ENTRY_ADDED)
    return entry


@transaction.atomic
def change_entry(*, actor: Actor, programme_id: UUID, entry_id: UUID, version: int, fields: EntryFields) -> Entry:
    """Change a line that started from ``version``."""
    programme = begin(actor, programme_id)
    entry = entry_of(programme, entry_id)
    check_free(actor, entry.section)
    check_version(entry.version, version)
    entry.version += 1
    _write(actor, programme, entry, fields)
    prolong(actor, entry.section)
    _finish(actor, programme, entry, events.ENTRY_CHANGED)
    return entry


@transaction.atomic
def remove_entry(*, actor: Actor, programme_id: UUID, entry_id: UUID, reason: str) -> Entry:
    """Take a line out, with a reason. What it answered is open again."""
    programme = begin(actor, programme_id)
    entry = entry_of(programme, entry_id)
    check_free(actor, entry.section)
    entry.removed_reason = check_text(reason, field="reason", message=_("Hãy ghi vì sao bỏ dòng này."))
    entry.is_removed = True
    entry.changed_at, entry.changed_by_name = now(), actor.name
    entry.save()
    for answer in entry.answers.select_related("demand"):
        demand = answer.demand
        answer.delete()
        if not demand.answers.exists():
            demand.state = "open"
            demand.save(update_fields=["state"])
    record_event(
        actor=actor, event=events.ENTRY_REMOVED, obj=programme, object_text=programme.code, reason=entry.removed_reason
    )
    refresh_figures(programme)
    return entry


@transaction.atomic
def move_entry(
    *, actor: Actor, programme_id: UUID, entry_id: UUID, up: bool | None = None, section_id: UUID | None = None,
    before_id: UUID | None = None,
) -> Entry:  # fmt: skip
    """Move a line one place up or down, or into another section: before ``before_id``, else to its end."""
    programme = begin(actor, programme_id)
    entry = entry_of(programme, entry_id)
    check_free(actor, entry.section)
    if section_id is not None:
        _move_into(actor, programme, entry, section_of(programme, section_id), before_id)
    elif up is not None:
        _move_by_one(entry, up=up)
    entry.save(update_fields=["section", "position"])
    record_event(actor=actor, event=events.ENTRY_MOVED, obj=programme, object_text=programme.code)
    return entry


def _move_by_one(entry: Entry, *, up: bool) -> None:
    rows = Entry.objects.filter(section=entry.section, is_removed=False)
    if up:
        other = rows.filter(position__lt=entry.position).order_by("-position").first()
    else:
        other = rows.filter(position__gt=entry.position).order_by("position").first()
    if other is not None:
        entry.position, other.position = other.position, entry.position
        other.save(update_fields=["position"])


def _move_into(actor: Actor, programme: Programme, entry: Entry, section: Section, before_id: UUID | None) -> None:
    check_free(actor, section)
    kind = EntryKind.TARGET if section.role == SectionRole.TARGETS else EntryKind.TASK
    if section.role == SectionRole.TEXT or kind != entry.kind:
        raise DomainError("section-of-other-kind", _("Mục đó không nhận loại dòng này."), field="section")
    rows = list(programme.entries.filter(section=section, is_removed=False).exclude(pk=entry.pk))
    place = next((index for index, one in enumerate(rows) if one.pk == before_id), len(rows))
    rows.insert(place, entry)
    entry.section = section
    for position, one in enumerate(rows, 1):
        if one.pk == entry.pk:
            entry.position = float(position)
        elif one.position != position:
            one.position = float(position)
            one.save(update_fields=["position"])


def _write(actor: Actor, programme: Programme, entry: Entry, fields: EntryFields) -> None:
    values = asdict(fields)
    del values["fundings"], values["coordinator_ids"]
    values["path"] = {str(year): f"{value.normalize():f}" for year, value in sorted(fields.path.items())}
    for name, value in values.items():
        setattr(entry, name, nfc(value).strip() if isinstance(value, str) else value)
    entry.work = check_text(fields.work, field="work", message=_("Hãy ghi việc phải làm hoặc tên chỉ tiêu."))
    check_bodies(programme, entry)
    _check_time(programme, entry)
    if entry.kind == EntryKind.TARGET:
        check_target(actor, programme, entry)
    _check_money(fields)
    coordinators = units_of_domain(programme, fields.coordinator_ids, lead_id=entry.lead_unit_id)
    entry.changed_at, entry.changed_by_name = now(), actor.name
    entry.save()
    entry.coordinator_units.set(coordinators)
    if fields.fundings or entry.fundings.exists():
        entry.fundings.all().delete()
        Funding.objects.bulk_create(Funding(entry=entry, **asdict(one)) for one in fields.fundings)


def check_bodies(programme: Programme, entry: Entry) -> None:
    """Take the units and people of the register instead of names; they are of the programme's own side and place."""
    if entry.lead_unit_id:
        unit = Unit.objects.filter(pk=entry.lead_unit_id, domain=programme.domain).first()
        if unit is None:
            raise DomainError(
                "unit-unknown",
                _("Cơ quan này không có hoặc thuộc khối khác. Hãy ghi tên vào ô “chủ trì (ghi tên)”."),
                field="lead_unit",
            )
        entry.lead_unit, entry.lead_text = unit, ""
    if entry.person_id:
        post = Appointment.objects.filter(
            pk=entry.person_id, unit__path__startswith=programme.unit.path, unit__domain=programme.domain
        ).first()
        if post is None:
            raise DomainError("person-unknown", _("Người này không giữ chức danh nào trong cơ quan."), field="person")
        entry.person, entry.person_text = post, ""


def units_of_domain(programme: Programme, ids: Sequence[UUID], *, lead_id: UUID | None) -> list[Unit]:
    """Return the units that coordinate, without the one that leads. They are of the programme's own side."""
    wanted = [pk for pk in dict.fromkeys(ids) if pk != lead_id]
    units = Unit.objects.filter(domain=programme.domain).in_bulk(wanted)
    if len(units) != len(wanted):
        raise DomainError(
            "coordinator-unknown",
            _("Có cơ quan phối hợp không có trong danh mục hoặc thuộc khối khác. Hãy ghi tên vào ô phối hợp."),
            field="coordinator_units",
        )
    return [units[pk] for pk in wanted]


def _check_time(programme: Programme, entry: Entry) -> None:
    if entry.due_on and entry.due_on.year > programme.last_year:
        raise DomainError(
            "due-after-programme",
            _("Thời hạn sau năm cuối của văn bản (%(year)s).") % {"year": programme.last_year},
            field="due_on",
        )
    if entry.due_on and entry.due_on < today():
        raise DomainError("due-past", _("Thời hạn đã qua. Hãy ghi ngày từ hôm nay trở đi."), field="due_on")


def _check_money(fields: EntryFields) -> None:
    for one in fields.fundings:
        if not 0 < one.amount <= MOST_AMOUNT:
            raise DomainError("amount-wrong", _("Số tiền phải lớn hơn 0 (triệu đồng)."), field="fundings")
    budget = any(one.source in BUDGET_SOURCES for one in fields.fundings)
    other = any(one.source not in BUDGET_SOURCES for one in fields.fundings)
    wrong = (
        (fields.money == Money.BUDGET and other)
        or (fields.money == Money.OTHER and budget)
        or (fields.money in (Money.NONE, Money.NOT_STATED) and (budget or other))
    )
    if wrong:
        raise DomainError("money-mismatch", _("Phân loại kinh phí không khớp với các nguồn đã ghi."), field="money")


def _finish(actor: Actor, programme: Programme, entry: Entry, event: EventType) -> None:
    mark_entries(actor, programme, [entry])
    record_event(actor=actor, event=event, obj=programme, object_text=programme.code)
    refresh_figures(programme)

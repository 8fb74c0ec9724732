"""Who holds which post where: appointing people and ending appointments."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations import events
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Appointment, Person, Position, Unit
from sauro.organizations.policies import unit_policy
from sauro.organizations.selectors.units import get_appointment
from vanban.text.normalize import fold, name_sort_key, nfc

_CODE_LENGTH = 40


@transaction.atomic
def appoint_person(
    *,
    actor: Actor,
    unit_id: UUID,
    title: str,
    full_name: str = "",
    person_id: UUID | None = None,
    is_head: bool = False,
    rank: int = 100,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Appointment:
    """Give a person a post in a unit from ``since`` (None: today) to ``until``, the last day, when it is known.

    ``person_id`` names somebody known; without it a new person of that name is entered. ``is_head`` and ``rank`` are
    used when the post is new to the register. Nobody holds the same post of a unit twice at the same time.
    """
    unit = unit_policy.get_locked(actor, unit_id)
    unit_policy.require(actor, "manage", unit)
    if unit.kind == UnitKind.TERRITORY:
        raise DomainError("territory", _("Đơn vị hành chính không có chức danh. Hãy chọn một cơ quan."), field="unit")
    position = position_of(title, is_head=is_head, rank=rank)
    valid = _range(since or today(), until)
    person = _person(person_id, full_name)
    held = Appointment.objects.filter(person=person, position=position, unit=unit, valid__overlap=valid)
    if held.exists():
        raise Conflict("held-already", _("Người này đang giữ chức danh đó tại đơn vị."), field="title")
    return _enter(actor, unit, person, position, valid)


def _enter(actor: Actor, unit: Unit, person: Person, position: Position, valid: DateRange) -> Appointment:
    appointment = Appointment.objects.create(person=person, position=position, unit=unit, valid=valid)
    record_event(
        actor=actor, event=events.PERSON_APPOINTED, obj=appointment, domain=unit.domain, unit_id=unit.pk,
        object_text=f"{appointment} – {unit.name}",
    )  # fmt: skip
    return appointment


@transaction.atomic
def end_appointment(*, actor: Actor, appointment_id: UUID, last_day: dt.date, reason: str) -> Appointment:
    """End an appointment after its last day. It stays on record; open work of the post is not moved by this."""
    unit = unit_policy.get_locked(actor, get_appointment(actor, appointment_id).unit_id)
    unit_policy.require(actor, "manage", unit)
    appointment = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    begun = appointment.valid.lower
    if begun is not None and last_day < begun:
        raise DomainError("before-begin", _("Ngày thôi giữ chức danh không được trước ngày bắt đầu."), field="last_day")
    before = appointment.valid.upper
    appointment.valid = DateRange(begun, last_day + dt.timedelta(days=1))
    appointment.save(update_fields=["valid"])
    record_event(
        actor=actor, event=events.APPOINTMENT_ENDED, obj=appointment, domain=unit.domain, unit_id=unit.pk,
        object_text=f"{appointment} – {unit.name}",
        changes={"until": [before.isoformat() if before else None, appointment.valid.upper.isoformat()]},
        reason=reason.strip(),
    )  # fmt: skip
    return appointment


def hold_post(
    *, actor: Actor, unit: Unit, person: Person, title: str, is_head: bool, rank: int, valid: DateRange
) -> Appointment:
    """Let a person hold a post of a unit, for an area that has checked the right and keeps the record of it.

    Whoever holds the same post there on these days keeps that appointment. Part of the caller's transaction.
    """
    position = position_of(title, is_head=is_head, rank=rank)
    held = Appointment.objects.filter(person=person, position=position, unit=unit, valid__overlap=valid).first()
    if held is not None:
        return held
    return _enter(actor, unit, person, position, valid)


def close_post(*, actor: Actor, appointment: Appointment, last_day: dt.date, reason: str) -> None:
    """End an appointment after its last day, for an area that has checked the right and keeps the record of it."""
    before, begun = appointment.valid.upper, appointment.valid.lower
    upper = last_day + dt.timedelta(days=1)
    if (before is not None and before <= upper) or (begun is not None and upper <= begun):
        return
    appointment.valid = DateRange(begun, upper)
    appointment.save(update_fields=["valid"])
    record_event(
        actor=actor, event=events.APPOINTMENT_ENDED, obj=appointment, domain=appointment.unit.domain,
        unit_id=appointment.unit_id, object_text=f"{appointment} – {appointment.unit.name}", reason=reason,
        changes={"until": [before.isoformat() if before else None, upper.isoformat()]},
    )  # fmt: skip


def void_post(*, actor: Actor, appointment: Appointment, reason: str) -> None:
    """Let an appointment hold on no day, for an area that has checked the right: it was recorded by mistake."""
    before = appointment.valid.lower
    appointment.valid = DateRange(empty=True)
    appointment.save(update_fields=["valid"])
    record_event(
        actor=actor, event=events.APPOINTMENT_ENDED, obj=appointment, domain=appointment.unit.domain,
        unit_id=appointment.unit_id, object_text=f"{appointment} – {appointment.unit.name}", reason=reason,
        changes={"since": [before.isoformat() if before else None, None]},
    )  # fmt: skip


def position_of(title: str, *, is_head: bool, rank: int) -> Position:
    """Return the position of a title, entered now when it is new; ``is_head`` and ``rank`` are used only then."""
    title = " ".join(nfc(title).split())
    if not title:
        raise DomainError("title-needed", _("Hãy ghi chức danh."), field="title")
    code = fold(title).replace(" ", "-")[:_CODE_LENGTH]
    position, _created = Position.objects.get_or_create(
        code=code, defaults={"title": title, "is_head": is_head, "rank": rank}
    )
    return position


def _person(person_id: UUID | None, full_name: str) -> Person:
    if person_id is not None:
        person = Person.objects.filter(pk=person_id).first()
        if person is None:
            raise DomainError("person-unknown", _("Không tìm thấy người này."), field="person")
        return person
    name = " ".join(nfc(full_name).split())
    if not name:
        raise DomainError("name-needed", _("Hãy ghi họ và tên."), field="full_name")
    return Person.objects.create(full_name=name, search_key=fold(name), sort_key=name_sort_key(name))


def _range(since: dt.date, until: dt.date | None) -> DateRange:
    if until is not None and until < since:
        raise DomainError("until-before", _("Ngày kết thúc không được trước ngày bắt đầu."), field="until")
    return DateRange(since, until + dt.timedelta(days=1) if until else None)

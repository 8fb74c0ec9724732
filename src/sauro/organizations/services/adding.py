"""Adding bodies that the usual set-up does not know, such as a management board of an economic zone."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError
from sauro.organizations import events
from sauro.organizations.enums import AliasKind, UnitKind
from sauro.organizations.models import Unit, UnitAlias, UnitVersion
from sauro.organizations.services.keys import alias_key, search_key, unit_sort_key
from sauro.organizations.services.locks import lock_register
from sauro.organizations.services.units import clean_name, locked_for_change
from vanban.text.normalize import nfc

_ADDED = "N"


@transaction.atomic
def add_unit(
    *,
    actor: Actor,
    parent_id: UUID,
    name: str,
    kind: UnitKind,
    since: dt.date,
    basis: str,
    short_name: str = "",
    domain: Domain | None = None,
) -> Unit:
    """Create a body below another unit, from a day on, under a code of its own.

    Below a body it belongs to that body's domain; below a territory ``domain`` says which. The actor must be able to
    manage the unit above it. Raises :class:`Conflict` when a unit of that name stands there already.
    """
    lock_register()
    parent = locked_for_change(actor, parent_id)
    name, short_name = clean_name(name, field="name"), " ".join(nfc(short_name).split())[:120]
    _check(parent, name, kind, since, basis, domain)
    siblings = Unit.objects.filter(parent=parent)
    code = _free_code(parent)
    unit = Unit.objects.create(
        code=code,
        domain=parent.domain if parent.kind != UnitKind.TERRITORY else domain or parent.domain,
        kind=kind,
        level=parent.level,
        commune_type=parent.commune_type,
        name=name,
        short_name=short_name,
        parent=parent,
        territory_id=parent.pk if parent.kind == UnitKind.TERRITORY else parent.territory_id,
        path=f"{parent.path}{code}/",
        position=max((sibling.position for sibling in siblings), default=parent.position) + 1,
        valid=DateRange(since, None),
        search_key=search_key((name, short_name)),
        sort_key=unit_sort_key(name),
    )
    _write_history(unit, basis.strip())
    record_event(actor=actor, event=events.UNIT_ADDED, obj=unit, changes={"name": [None, name]}, reason=basis.strip())
    return unit


def _check(parent: Unit, name: str, kind: UnitKind, since: dt.date, basis: str, domain: Domain | None) -> None:
    if kind == UnitKind.TERRITORY:
        raise DomainError("territory", _("Đơn vị hành chính chỉ được tạo bằng lệnh khởi tạo."), field="kind")
    if parent.kind != UnitKind.TERRITORY and domain not in (None, parent.domain):
        raise DomainError("domain-differs", _("Đơn vị trực thuộc phải cùng khối với cơ quan cấp trên."), field="domain")
    if not basis.strip():
        raise DomainError("basis-needed", _("Hãy ghi căn cứ thành lập."), field="basis")
    if since > today():
        raise DomainError("future", _("Ngày thành lập chưa đến. Hãy nhập khi đơn vị đã có."), field="since")
    begun = parent.valid.lower
    if begun is not None and since < begun:
        raise DomainError("too-early", _("Đơn vị không thể có trước cơ quan cấp trên."), field="since")
    known = UnitAlias.objects.filter(key=alias_key(name), unit__parent=parent, valid__contains=today())
    if known.exists():
        raise Conflict("name-known", _("Ở đây đã có đơn vị mang tên này."), field="name")


def _free_code(parent: Unit) -> str:
    stem = f"{parent.code}.{_ADDED}"
    taken = set(Unit.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for number in range(1, len(taken) + 2) if (code := f"{stem}{number}") not in taken)


def _write_history(unit: Unit, basis: str) -> None:
    UnitVersion.objects.create(
        unit=unit,
        name=unit.name,
        short_name=unit.short_name,
        kind=unit.kind,
        commune_type=unit.commune_type,
        parent=unit.parent,
        valid=unit.valid,
        basis=basis,
    )
    names = {alias_key(unit.name): (unit.name, AliasKind.OFFICIAL)}
    if unit.short_name:
        names.setdefault(alias_key(unit.short_name), (unit.short_name, AliasKind.ABBREVIATION))
    for key, (text, kind) in names.items():
        UnitAlias.objects.create(unit=unit, key=key, text=text, kind=kind, valid=unit.valid)

"""New names over time. A unit that is renamed stays the same unit, with its work, grants and history."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed
from sauro.organizations import events
from sauro.organizations.enums import AliasKind, UnitKind
from sauro.organizations.models import Unit, UnitAlias, UnitVersion
from sauro.organizations.policies import unit_policy
from sauro.organizations.services.keys import alias_key, unit_sort_key
from sauro.organizations.services.locks import lock_register
from sauro.organizations.services.units import clean_name, locked_for_change, refresh_search_key
from vanban.text.normalize import nfc


@transaction.atomic
def rename_unit(
    *, actor: Actor, unit_id: UUID, name: str, short_name: str = "", on: dt.date, basis: str
) -> UnitVersion:
    """Give a unit a new name from a day on, as a new version.

    The old name stays an alias, so documents that still use it are understood. The day must lie in the latest version
    and may not be in the future: what will be is entered when it is in force. The bodies of a territory that carry its
    name are renamed with it, for which the actor must be able to manage all of them.
    """
    lock_register()
    unit = locked_for_change(actor, unit_id)
    name, short_name = clean_name(name, field="name"), " ".join(nfc(short_name).split())
    basis = basis.strip()
    if not basis:
        raise DomainError("basis-needed", _("Hãy ghi căn cứ đổi tên."), field="basis")
    if on > today():
        raise DomainError("future", _("Ngày đổi tên chưa đến. Hãy nhập khi tên mới có hiệu lực."), field="on")
    if name == unit.name:
        raise DomainError("same-name", _("Tên mới giống tên hiện tại."), field="name")
    old = unit.name
    version = _rename(actor, unit, name, short_name, on, basis)
    if unit.kind == UnitKind.TERRITORY:
        _rename_bodies(actor, unit, _in_names(old), _in_names(name), on, basis)
    return version


def _rename(actor: Actor, unit: Unit, name: str, short_name: str, on: dt.date, basis: str) -> UnitVersion:
    version = _new_version(unit, name, short_name, on, basis)
    _swap_names(unit, name, short_name)
    before, unit.name, unit.short_name, unit.sort_key = unit.name, name, short_name, unit_sort_key(name)
    unit.save(update_fields=["name", "short_name", "sort_key"])
    refresh_search_key(unit)
    record_event(
        actor=actor,
        event=events.UNIT_RENAMED,
        obj=unit,
        changes={"name": [before, name], "on": [None, on.isoformat()]},
        reason=basis,
    )
    return version


def _rename_bodies(actor: Actor, territory: Unit, old: str, new: str, on: dt.date, basis: str) -> None:
    bodies = Unit.objects.select_for_update(of=("self",)).filter(
        territory=territory, valid__contains=today(), name__contains=old
    )
    pks = {unit.pk for unit in bodies}
    managed = unit_policy.visible(actor, "manage").filter(pk__in=pks).count()
    if managed != len(pks):
        raise NotAllowed(
            "not-allowed", _("Đổi tên đơn vị hành chính kéo theo mọi cơ quan ở đó: cần quyền quản lý cả ba khối.")
        )
    for unit in bodies:
        _move_aliases(unit, old, new)
        _rename(actor, unit, unit.name.replace(old, new), unit.short_name.replace(old, new), on, basis)


def _in_names(territory_name: str) -> str:
    """The name of a territory as it stands inside other names: "Xã Gò Tre" is "xã Gò Tre" there."""
    return territory_name[:1].lower() + territory_name[1:]


def _new_version(unit: Unit, name: str, short_name: str, on: dt.date, basis: str) -> UnitVersion:
    """Cut the version of the day in two; later versions of the old name, such as another parent, take the new one."""
    versions = list(UnitVersion.objects.select_for_update(of=("self",)).filter(unit=unit).order_by("valid"))
    cut = next((version for version in versions if on in version.valid), None)
    later = [version for version in versions if version.valid.lower is not None and version.valid.lower > on]
    if cut is None or cut.valid.lower == on or any(version.name != unit.name for version in (cut, *later)):
        raise DomainError(
            "not-after",
            _("Ngày đổi tên phải sau ngày bắt đầu của tên hiện tại (%(name)s).") % {"name": unit.name},
            field="on",
        )
    for version in later:
        version.name, version.short_name = name, short_name
        version.save(update_fields=["name", "short_name"])
    upper = cut.valid.upper
    cut.valid = DateRange(cut.valid.lower, on)
    cut.save(update_fields=["valid"])
    return UnitVersion.objects.create(
        unit=unit,
        name=name,
        short_name=short_name,
        kind=cut.kind,
        commune_type=cut.commune_type,
        official_id=cut.official_id,
        parent_id=cut.parent_id,
        valid=DateRange(on, upper),
        basis=basis,
    )


def _swap_names(unit: Unit, name: str, short_name: str) -> None:
    """Make the old official name a former one and the new names current; other abbreviations stay in use."""
    UnitAlias.objects.filter(unit=unit, kind=AliasKind.OFFICIAL).update(kind=AliasKind.FORMER)
    _keep_alias(unit, name, AliasKind.OFFICIAL)
    if short_name and _has_place(unit, short_name):
        _keep_alias(unit, short_name, AliasKind.ABBREVIATION)


def _move_aliases(unit: Unit, old: str, new: str) -> None:
    """Names with the old place in them become former ones beside the same names with the new place."""
    aliases = UnitAlias.objects.filter(unit=unit, text__contains=old).exclude(kind=AliasKind.FORMER)
    for alias in list(aliases):
        kind = AliasKind(alias.kind)
        alias.kind = AliasKind.FORMER
        alias.save(update_fields=["kind"])
        _keep_alias(unit, alias.text.replace(old, new), kind)


def _keep_alias(unit: Unit, text: str, kind: AliasKind) -> None:
    valid = DateRange(unit.valid.lower, unit.valid.upper)
    UnitAlias.objects.update_or_create(
        unit=unit, key=alias_key(text), defaults={"text": text, "kind": kind, "valid": valid}
    )


def _has_place(unit: Unit, text: str) -> bool:
    """Abbreviations of a commune's bodies count as names only with their place; many communes share the rest."""
    return unit.territory is None or unit.territory.parent_id is None or _in_names(unit.territory.name) in text

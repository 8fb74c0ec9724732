"""Changes of single units: other names, and whether a unit answers for itself. New names are in ``renaming``."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations import events
from sauro.organizations.enums import AliasKind
from sauro.organizations.models import Unit, UnitAlias
from sauro.organizations.policies import unit_policy
from sauro.organizations.selectors.units import get_alias
from sauro.organizations.services.keys import alias_key, search_key
from sauro.organizations.services.locks import lock_register
from vanban.text.normalize import nfc


@transaction.atomic
def add_alias(*, actor: Actor, unit_id: UUID, text: str, kind: AliasKind = AliasKind.VARIANT) -> UnitAlias:
    """Let documents call a unit by another name from now on, as long as the unit exists.

    An alias that ended earlier is taken up again. Names of other units are allowed: the resolver then asks a person.
    """
    lock_register()
    unit = locked_for_change(actor, unit_id)
    text = clean_name(text, field="text")
    key = alias_key(text)
    if not key:
        raise DomainError("name-empty", _("Tên gọi phải có chữ hoặc số."), field="text")
    valid = DateRange(unit.valid.lower, unit.valid.upper)
    held = UnitAlias.objects.filter(unit=unit, key=key).first()
    if held is not None and today() in held.valid:
        raise Conflict("alias-known", _("Đơn vị đã có tên gọi này."), field="text")
    alias = held or UnitAlias(unit=unit, key=key)
    alias.text, alias.kind, alias.valid = text, kind, valid
    alias.save()
    refresh_search_key(unit)
    record_event(actor=actor, event=events.ALIAS_ADDED, obj=unit, changes={"alias": [None, text]})
    return alias


@transaction.atomic
def end_alias(*, actor: Actor, alias_id: UUID, reason: str) -> UnitAlias:
    """Stop reading a name as this unit from today on. Documents of earlier days keep their meaning."""
    lock_register()
    unit = locked_for_change(actor, get_alias(actor, alias_id).unit_id)
    alias = UnitAlias.objects.get(pk=alias_id)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    if alias.key == alias_key(unit.name):
        raise Conflict("official-name", _("Không thôi dùng tên chính thức được. Hãy đổi tên đơn vị."))
    day = today()
    if alias.valid.isempty or (alias.valid.upper is not None and alias.valid.upper <= day):
        raise Conflict("alias-ended", _("Tên gọi này đã thôi dùng từ trước."))
    begun = alias.valid.lower
    alias.valid = DateRange(begun, day) if begun is None or begun < day else DateRange(empty=True)
    alias.save(update_fields=["valid"])
    refresh_search_key(unit)
    record_event(
        actor=actor, event=events.ALIAS_ENDED, obj=unit, changes={"alias": [alias.text, None]}, reason=reason.strip()
    )
    return alias


@transaction.atomic
def mark_units_with_accounts(*, actor: Actor, unit_ids: Collection[UUID]) -> None:
    """Note that these units answer for themselves: their work is no longer kept by the giver's office.

    For the system, and for whoever gives roles.
    """
    if not (actor.is_system or actor.holds("accounts.manage")):
        raise NotAllowed("not-allowed", _("Chỉ người quản lý tài khoản được đánh dấu đơn vị có tài khoản."))
    Unit.objects.filter(pk__in=unit_ids, has_accounts=False).update(has_accounts=True)


def locked_for_change(actor: Actor, unit_id: UUID) -> Unit:
    """Return a unit locked for this transaction, which the actor may manage."""
    unit = unit_policy.get_locked(actor, unit_id)
    unit_policy.require(actor, "manage", unit)
    return unit


def clean_name(text: str, *, field: str) -> str:
    """Return a name as it is stored. Raises a :class:`DomainError` on ``field`` when it is empty or too long."""
    cleaned = " ".join(nfc(text).split())
    if not cleaned:
        raise DomainError("name-empty", _("Hãy ghi tên."), field=field)
    if len(cleaned) > 300:
        raise DomainError("name-long", _("Tên dài quá 300 ký tự."), field=field)
    return cleaned


def refresh_search_key(unit: Unit) -> None:
    """Compute anew the text in which a unit is searched, after its names changed."""
    aliases = UnitAlias.objects.filter(unit=unit).order_by("kind", "text")
    current = [alias.text for alias in aliases if alias.kind == AliasKind.FORMER or today() in alias.valid]
    unit.search_key = search_key((unit.name, unit.short_name, *current))
    unit.save(update_fields=["search_key"])

"""The day on which the Party organisation of one commune took the shape of QĐ 208-QĐ/TW."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.organizations import events
from sauro.organizations.enums import SuccessionKind, UnitKind
from sauro.organizations.models import Unit, UnitAlias, UnitSuccession, UnitVersion
from sauro.organizations.policies import unit_policy
from sauro.organizations.services.blueprint import PARTY_BASIS_2026
from sauro.organizations.services.locks import lock_register


@transaction.atomic
def move_party_cut_over(*, actor: Actor, committee_id: UUID, on: dt.date, basis: str) -> Unit:
    """Set the cut-over of a commune's Party committee (``committee_id``) to another day than the province's.

    The two committees below it end, and its own second version begins, on that day. Documents are read by it from then
    on. Raises a :class:`DomainError` for a unit that is no such committee, or a day before the old shape began.
    """
    lock_register()
    committee = unit_policy.get_locked(actor, committee_id)
    unit_policy.require(actor, "manage", committee)
    if not basis.strip():
        raise DomainError("basis-needed", _("Hãy ghi căn cứ."), field="basis")
    versions = list(UnitVersion.objects.select_for_update(of=("self",)).filter(unit=committee).order_by("valid"))
    if committee.kind != UnitKind.PARTY_COMMITTEE or len(versions) != 2 or versions[1].basis != PARTY_BASIS_2026:
        raise DomainError("no-cut-over", _("Chỉ đặt được ngày chuyển cho đảng ủy cấp xã."), field="unit")
    before = versions[1].valid.lower
    if versions[0].valid.lower is not None and on <= versions[0].valid.lower:
        raise DomainError("too-early", _("Ngày chuyển phải sau ngày bắt đầu của mô hình cũ."), field="on")
    _move_border(versions[0], versions[1], on)
    _end_below(committee, on)
    record_event(
        actor=actor,
        event=events.PARTY_CUT_OVER_MOVED,
        obj=committee,
        changes={"on": [before.isoformat() if before else None, on.isoformat()]},
        reason=basis.strip(),
    )
    return committee


def _move_border(old: UnitVersion, new: UnitVersion, on: dt.date) -> None:
    """Shrink before growing: at no moment may two versions of a unit overlap."""
    moves_later = new.valid.lower is not None and on > new.valid.lower
    old.valid, new.valid = DateRange(old.valid.lower, on), DateRange(on, new.valid.upper)
    for version in (new, old) if moves_later else (old, new):
        version.save(update_fields=["valid"])


def _end_below(committee: Unit, on: dt.date) -> None:
    steps = UnitSuccession.objects.filter(successor=committee, kind=SuccessionKind.REORGANISATION)
    for step in steps.select_related("predecessor"):
        ended = step.predecessor
        ended.valid = DateRange(ended.valid.lower, on)
        ended.save(update_fields=["valid"])
        UnitVersion.objects.filter(unit=ended).update(valid=DateRange(ended.valid.lower, on))
        UnitAlias.objects.filter(unit=ended).update(valid=DateRange(ended.valid.lower, on))
        step.on = on
        step.save(update_fields=["on"])

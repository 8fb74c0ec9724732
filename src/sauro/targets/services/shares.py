"""Dividing a target among the units below."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.organizations.models import Unit
from sauro.targets import events
from sauro.targets.enums import AskKind, AskState
from sauro.targets.models import Ask, Share
from sauro.targets.policies import share_policy
from sauro.targets.rules import Amount
from sauro.targets.services.adopting import adopt_or_hold
from sauro.targets.services.indicators import unit_of_domain
from sauro.targets.services.lines import checked_target
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh
from sauro.tasks.figures import written_number


@transaction.atomic
def give_share(*, actor: Actor, share_id: UUID, unit_id: UUID, values: Mapping[int, Amount], basis: str = "") -> Share:
    """Give a unit below its part for some years; a year given before is changed. Returns the part.

    The unit's target follows what it is given, unless it was asked for something else: that waits for its decision.
    ``basis`` names the document by which the part is given.
    """
    share = lock_share(actor, share_id, "decide")
    unit = _unit_below(share, unit_id)
    part = Share.objects.filter(indicator=share.indicator, unit=unit).first()
    if part is None:
        part = Share.objects.create(indicator=share.indicator, unit=unit, parent=share)
    if part.parent_id != share.pk:
        raise DomainError("given-by-other", _("Đơn vị này đã được cơ quan khác phân bổ chỉ tiêu."), field="unit")
    if not values:
        raise DomainError("values-needed", _("Hãy ghi giá trị của ít nhất một năm."))
    changes = {str(year): _give(actor, share, part, year, amount, basis) for year, amount in sorted(values.items())}
    refresh(part)
    record_event(actor=actor, event=events.GIVEN, obj=part, changes=changes)
    return part


@transaction.atomic
def take_back(*, actor: Actor, part_id: UUID, years: Collection[int] | None = None, reason: str) -> Share:
    """Take back what a part was given for some years, None for all: another unit gets it, or nobody has to reach it.

    A target that followed it goes; figures that were recorded stay.
    """
    seen = share_policy.get_visible(actor, part_id)
    if seen.parent_id is None:
        raise DomainError("not-given", _("Phần này không do đơn vị khác phân bổ."))
    lock_share(actor, seen.parent_id, "decide")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi căn cứ, lý do điều chỉnh."), field="reason")
    part = Share.objects.select_related("indicator", "unit", "parent__unit").get(pk=part_id)
    asks = part.asks.filter(kind=AskKind.GIVEN).exclude(state=AskState.WITHDRAWN)
    taken = list(asks if years is None else asks.filter(year__in=years))
    if not taken:
        return part
    for ask in taken:
        ask.state, ask.reason = AskState.WITHDRAWN, reason.strip()
        ask.save()
    part.lines.filter(target_from__in=taken).update(
        target=None, target_numerator=None, target_denominator=None, target_from=None
    )  # fmt: skip
    refresh(part)
    changes = {str(ask.year): [str(ask.value), None] for ask in taken}
    record_event(actor=actor, event=events.TAKEN_BACK, obj=part, changes=changes)
    return part


def _give(actor: Actor, share: Share, part: Share, year: int, amount: Amount, basis: str) -> list[str | None]:
    checked = checked_target(part, amount, field=f"target_{year}")
    if checked.value is None:
        raise DomainError("value-needed", _("Chưa ghi giá trị năm %(year)d.") % {"year": year}, field=f"target_{year}")
    ask = Ask.objects.filter(share=part, year=year, kind=AskKind.GIVEN).first() or Ask(
        share=part, year=year, kind=AskKind.GIVEN
    )
    before = None if ask._state.adding else str(ask.value)
    ask.value, ask.numerator, ask.denominator = checked.value, checked.numerator, checked.denominator
    ask.giver_unit, ask.source_text = share.unit, basis.strip()[:400]
    ask.printed = f"{written_number(checked.value)} {part.indicator.measure}"
    ask.taken_at, ask.taken_by_name, ask.reason = now(), actor.name, ""
    adopt_or_hold(ask)
    return [before, str(checked.value)]


def _unit_below(share: Share, unit_id: UUID) -> Unit:
    unit = unit_of_domain(unit_id, share.unit, field="unit")
    if unit.pk == share.unit_id or share.unit.path.startswith(unit.path):
        raise DomainError("unit-above", _("Chỉ phân bổ cho đơn vị cấp dưới hoặc trực thuộc."), field="unit")
    return unit

"""Linking an indicator to a measure, and taking a measure over as a figure of what was reached."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.measuring import events
from sauro.measuring.enums import Measure
from sauro.measuring.models import MeasureLink
from sauro.measuring.selectors.measures import Measured, link_of, measured
from sauro.measuring.services.proposing import close_taken
from sauro.targets.models import Actual, Share
from sauro.targets.policies import indicator_policy, share_policy
from sauro.targets.rules import AddUp, Amount
from sauro.targets.services.actuals import Evidence, record_actual


@transaction.atomic
def link_measure(*, actor: Actor, share_id: UUID, measure: str) -> MeasureLink | None:
    """Let the indicator of a share be measured from the records, by ``measure``; "" ends that.

    Raises ``not-a-ratio`` for an indicator that is no ratio, ``measure-unknown``.
    """
    share = share_policy.get_visible(actor, share_id)
    indicator = indicator_policy.get_locked(actor, share.indicator_id)
    indicator_policy.require(actor, "keep", indicator)
    before = MeasureLink.objects.filter(indicator=indicator).first()
    if measure and measure not in Measure.values:
        raise DomainError("measure-unknown", _("Hãy chọn một số đo trong danh sách."), field="measure")
    if measure and indicator.rule != AddUp.RATIO:
        raise DomainError("not-a-ratio", _("Chỉ chỉ tiêu tỷ lệ mới liên kết được với số đo này."), field="measure")
    link = before or MeasureLink(indicator=indicator)
    was = link.measure
    link.measure, link.linked_at, link.linked_by_name = measure, now(), actor.name
    if measure:
        link.save()
    elif before is not None:
        before.delete()
    record_event(actor=actor, event=events.LINKED, obj=indicator, changes={"measure": [was, measure]})
    return link if measure else None


@transaction.atomic
def take_over(*, actor: Actor, share_id: UUID, day: dt.date) -> Actual:
    """Record the measure of a day as what the unit has reached, with numerator, denominator and where they come from.

    A proposal of that day is thereby done.

    Raises ``not-linked`` and ``not-whole`` beside what recording a figure may be refused for.
    """
    share = share_policy.get_visible(actor, share_id, base=Share.objects.select_related("indicator", "unit__territory"))
    share_policy.require(actor, "record", share)
    link = link_of(share)
    if link is None:
        raise Conflict("not-linked", _("Chỉ tiêu này chưa liên kết với số đo nào."))
    found = measured(actor, share, Measure(link.measure), day)
    if not found.is_whole or found.numerator is None or found.denominator is None:
        raise DomainError("not-whole", found.missing or _("Ngày này chưa có ai để đếm."), field="day")
    actual = record_actual(
        actor=actor, share_id=share.pk, as_of=day, evidence=_evidence(share, found),
        amount=Amount(None, Decimal(found.numerator), Decimal(found.denominator)), note="; ".join(found.sources),
    )  # fmt: skip
    close_taken(actor, actual)
    return actual


def _evidence(share: Share, found: Measured) -> Evidence:
    """Where the figure can be read again: the report on that day, and the words of numerator and denominator."""
    query = f"?khoi={share.indicator.domain}&ngay={found.day:%d/%m/%Y}"
    basis = _("Số liệu đội ngũ đến ngày %(day)s, tính từ hồ sơ: %(above)s / %(below)s") % {
        "day": f"{found.day:%d/%m/%Y}", "above": found.above, "below": found.below,
    }  # fmt: skip
    root = settings.PUBLIC_URL.rstrip("/")
    return Evidence(link=f"{root}{reverse('headcount-report')}{query}", basis=basis[:300])

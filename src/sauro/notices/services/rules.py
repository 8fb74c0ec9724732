"""A unit sets the rules by which it and everything below it is reminded."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.notices import events
from sauro.notices.models import ReminderRule
from sauro.notices.policies import rule_policy
from sauro.notices.selectors.rules import Rule

MOST_DAYS = 365


@transaction.atomic
def set_rule(*, actor: Actor, unit_id: UUID, rule: Rule) -> ReminderRule:
    """Set the rule of a unit, in place of the one it had."""
    unit = rule_policy.get_locked(actor, unit_id)
    _check(rule)
    held = asdict(rule) | {"days_before": sorted(set(rule.days_before), reverse=True)}
    row, _created = ReminderRule.objects.update_or_create(unit=unit, defaults=held)
    record_event(
        actor=actor, event=events.RULE_SET, obj=row, object_text=unit.name, domain=unit.domain,
        changes={name: [None, value] for name, value in held.items()},
    )  # fmt: skip
    return row


def _check(rule: Rule) -> None:
    if any(not 0 <= days <= MOST_DAYS for days in rule.days_before):
        raise DomainError("days-range", _("Số ngày nhắc trước hạn từ 0 đến 365."), field="days_before")
    for name in ("days_after", "every_days", "unit_head_days", "giver_head_days", "answer_days"):
        if not 1 <= getattr(rule, name) <= MOST_DAYS:
            raise DomainError("days-range", _("Số ngày từ 1 đến 365."), field=name)
    if rule.giver_head_days < rule.unit_head_days:
        raise DomainError(
            "escalation-order", _("Báo đơn vị trước rồi mới báo bên giao: số ngày này không nhỏ hơn số ngày trên."),
            field="giver_head_days",
        )  # fmt: skip

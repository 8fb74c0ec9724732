"""Switching rules on and off for the whole site."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.checking import events
from sauro.checking.models import RuleSwitch
from sauro.checking.policies import switch_policy
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotVisible
from vanban.check.registry import RULES

CODES = frozenset(rule.code for rule in RULES)


@transaction.atomic
def switch_rule(*, actor: Actor, code: str, is_off: bool, reason: str) -> RuleSwitch:
    """Switch a rule off or on again, with a reason. Documents read from now on are checked accordingly."""
    if code not in CODES:
        raise NotVisible("not-found", _("Không có quy tắc nào mang mã này."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    row, _created = RuleSwitch.objects.get_or_create(
        code=code, defaults={"is_off": False, "reason": "", "changed_by_name": "", "changed_at": now()}
    )
    row = switch_policy.get_locked(actor, row.pk)
    switch_policy.require(actor, "configure", row)
    if row.is_off == is_off:
        raise Conflict("switched-already", _("Quy tắc đã ở trạng thái này. Hãy tải lại trang để xem mới nhất."))
    row.is_off = is_off
    row.reason = reason.strip()
    row.changed_by_name = actor.name
    row.changed_at = now()
    row.save()
    record_event(
        actor=actor,
        event=events.RULE_SWITCHED_OFF if is_off else events.RULE_SWITCHED_ON,
        obj=row,
        object_text=code,
        changes={"is_off": [not is_off, is_off]},
        reason=row.reason,
    )
    return row

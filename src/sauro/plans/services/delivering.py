"""What happens to one monthly part: delivered, returned by the head, moved to another month. Each is on record."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.plans import events
from sauro.plans.models import MonthlyPart
from sauro.plans.months import month_of
from sauro.plans.policies import part_policy
from sauro.plans.selectors.parts import limits_of
from sauro.plans.services.dividing import check_month, check_open
from sauro.plans.services.following import plan_due_work
from sauro.tasks.models import Assignment


@transaction.atomic
def deliver_part(*, actor: Actor, part_id: UUID, text: str) -> MonthlyPart:
    """Deliver a part: say what came of it and where to find it (a number, a place). The whole is handed in apart."""
    part = _begin(actor, part_id, "work")
    check_open(part.assignment)
    _check_undelivered(part)
    if not text.strip():
        raise DomainError("text-needed", _("Hãy ghi kết quả: số, ký hiệu văn bản, số liệu hoặc nơi lưu."), field="text")
    part.delivered_at, part.delivered_by_name, part.delivered_text = now(), actor.name, text.strip()
    part.save()
    record_event(actor=actor, event=events.PART_DELIVERED, obj=part, changes={"part": [None, part.in_short]})
    return part


@transaction.atomic
def return_part(*, actor: Actor, part_id: UUID, reason: str) -> MonthlyPart:
    """Return a delivered part, with a reason: it is owed again, since its own month."""
    part = _begin(actor, part_id, "lead")
    check_open(part.assignment)
    if part.delivered_at is None:
        raise Conflict("not-delivered", _("Phần việc này chưa nộp. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao trả lại."), field="reason")
    part.delivered_at, part.delivered_by_name = None, ""
    part.returns, part.return_reason = part.returns + 1, reason.strip()
    part.save()
    record_event(
        actor=actor,
        event=events.PART_RETURNED,
        obj=part,
        changes={"part": [part.in_short, part.in_short]},
        reason=reason.strip(),
    )
    plan_due_work(actor, part.assignment)
    return part


@transaction.atomic
def move_part(*, actor: Actor, part_id: UUID, month: dt.date, reason: str) -> MonthlyPart:
    """Move an undelivered part to another month (any day of it). A plan that holds it keeps it as it was planned."""
    part = _begin(actor, part_id, "work")
    check_open(part.assignment)
    _check_undelivered(part)
    if month_of(month) == part.month:
        raise DomainError("same-month", _("Phần việc đang ở tháng này. Hãy chọn tháng khác."), field="month")
    check_month(month_of(month), limits_of(part.assignment), field="month")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao chuyển."), field="reason")
    before, part.month = part.in_short, month_of(month)
    part.save()
    record_event(
        actor=actor, event=events.PART_MOVED, obj=part, changes={"part": [before, part.in_short]}, reason=reason.strip()
    )
    plan_due_work(actor, part.assignment)
    return part


def _begin(actor: Actor, part_id: UUID, action: str) -> MonthlyPart:
    """Lock the work and then the part, as every act on parts does, and check the right. Needs a transaction."""
    seen = part_policy.get_visible(actor, part_id)
    assignment = Assignment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=seen.assignment_id)
    part = part_policy.get_locked(actor, part_id)
    part_policy.require(actor, action, part)
    part.assignment = assignment
    if part.replaced_at is not None:
        raise Conflict("part-replaced", _("Việc đã được chia lại. Hãy tải lại trang để xem mới nhất."))
    return part


def _check_undelivered(part: MonthlyPart) -> None:
    if part.delivered_at is not None:
        raise Conflict("already-delivered", _("Phần việc này đã nộp. Hãy tải lại trang để xem mới nhất."))

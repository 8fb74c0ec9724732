"""Dividing long work into monthly parts, anew as often as needed, as long as no plan holds what is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
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
from sauro.plans.parting import FEWEST_PARTS, MOST_PARTS, WHOLE
from sauro.plans.policies import division_policy
from sauro.plans.selectors.parts import MonthLimits, current_parts, fixed_parts, limits_of, why_not_divisible
from sauro.plans.services.following import plan_due_work
from sauro.tasks.models import Assignment


@dataclass(frozen=True, slots=True)
class PartWish:
    """A part to plan: the month (any day of it), its share in percent of the whole, and what is delivered."""

    month: dt.date
    share: int
    product: str


@transaction.atomic
def divide_work(*, actor: Actor, assignment_id: UUID, parts: Sequence[PartWish], reason: str = "") -> list[MonthlyPart]:
    """Divide an assignment over months, or divide anew what no plan holds yet. Returns all its parts.

    Parts that were delivered or stand in an opened plan stay as they are; ``parts`` take the place of the others, for a
    ``reason`` when there were any. All shares add up to 100. A refusal names its row in ``field``: ``parts-0-share``.
    """
    assignment = division_policy.get_locked(actor, assignment_id)
    division_policy.require(actor, "divide", assignment)
    check_open(assignment)
    before = list(current_parts(assignment))
    fixed = fixed_parts(assignment)
    if before and not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao chia lại."), field="reason")
    _check_rows(parts, limits_of(assignment))
    _check_sum(parts, fixed)
    assignment.monthly_parts.filter(pk__in={part.pk for part in before} - {part.pk for part in fixed}).update(
        replaced_at=now()
    )
    made = _make(assignment, parts)
    after = list(current_parts(assignment))
    record_event(
        actor=actor,
        event=events.WORK_DIVIDED,
        obj=(made or after)[0],
        object_text=assignment.code,
        changes={"parts": [[part.in_short for part in before] or None, [part.in_short for part in after]]},
        reason=reason.strip(),
    )
    plan_due_work(actor, assignment)
    return after


def check_open(assignment: Assignment) -> None:
    """Raise :class:`Conflict` for work whose months cannot be planned any more, or not by months at all."""
    fault = why_not_divisible(assignment)
    if fault:
        raise Conflict("not-divisible", fault)


def check_month(month: dt.date, limits: MonthLimits, *, field: str) -> None:
    """Raise :class:`DomainError` on ``field`` for a month outside the limits."""
    if not limits.allow(month):
        raise DomainError("month-out-of-range", limits.sentence, field=field)


def _check_rows(parts: Sequence[PartWish], limits: MonthLimits) -> None:
    for index, part in enumerate(parts):
        row = f"parts-{index}"
        check_month(month_of(part.month), limits, field=f"{row}-month")
        if not 1 <= part.share <= WHOLE:
            raise DomainError("share-range", _("Tỷ trọng là số nguyên từ 1 đến 100."), field=f"{row}-share")
        if not part.product.strip():
            raise DomainError("product-needed", _("Hãy ghi sản phẩm của phần việc."), field=f"{row}-product")


def _check_sum(parts: Sequence[PartWish], fixed: Sequence[MonthlyPart]) -> None:
    if not FEWEST_PARTS <= len(parts) + len(fixed) <= MOST_PARTS:
        said = _("Hãy chia thành %(fewest)s đến %(most)s phần.") % {"fewest": FEWEST_PARTS, "most": MOST_PARTS}
        raise DomainError("parts-count", said)
    total = sum(part.share for part in parts) + sum(part.share for part in fixed)
    if total != WHOLE:
        raise DomainError(
            "shares-sum", _("Tỷ trọng các phần cộng lại là %(total)s%%; phải đúng 100%%.") % {"total": total}
        )


def _make(assignment: Assignment, parts: Sequence[PartWish]) -> list[MonthlyPart]:
    """Save the parts, numbered in the order of their months after all that were ever made."""
    last = assignment.monthly_parts.count()
    ordered = sorted(parts, key=lambda part: month_of(part.month))
    return MonthlyPart.objects.bulk_create(
        MonthlyPart(
            assignment=assignment,
            number=number,
            month=month_of(part.month),
            month_first=month_of(part.month),
            share=part.share,
            product=part.product.strip(),
        )
        for number, part in enumerate(ordered, start=last + 1)
    )

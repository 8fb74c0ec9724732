"""Handing in a product, and what the giver says to it. Nothing turns green without a confirmed product, or the giver's
word that none is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, now
from sauro.common.errors import DomainError
from sauro.documents.models import StoredFile
from sauro.tasks.enums import Decision, ReturnKind
from sauro.tasks.models import Assignment, ProductVersion
from sauro.tasks.parts import awaited_parts
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.bound import lock_bound
from sauro.tasks.services.carrying import carry_up, lock_above
from sauro.tasks.services.handovers import release_answer
from sauro.tasks.services.judging import Finding, claim_criteria, find_criteria
from sauro.tasks.services.lifecycle import begin_step, finish_step
from sauro.tasks.services.product_contents import (
    CheckedContents,
    HandIn,
    check_contents,
    copy_contents,
    store_contents,
    store_main_file,
)
from sauro.tasks.services.waits import end_own_wait, end_waits_for
from sauro.tasks.transitions import Step, Transition

__all__ = ["HandIn", "confirm_product", "hand_in_product", "return_product"]


@dataclass(frozen=True, slots=True)
class _Delivery:
    """A hand-in with its checked parts and stored file; ``copy_of`` is the one it repeats for work bound together."""

    hand_in: HandIn
    checked: CheckedContents
    file: StoredFile | None
    file_name: str
    copy_of: ProductVersion | None = None


def hand_in_product(*, actor: Actor, assignment_id: UUID, hand_in: HandIn) -> ProductVersion:
    """Hand in a version of the product and wait for the giver's word.

    What the work is bound to and is being worked on is handed in with it; every giver answers for its own.
    """
    # Reading the files takes a while, so it happens before the row is locked.
    unit = assignment_policy.get_visible(actor, assignment_id).unit
    checked = check_contents(actor=actor, unit=unit, hand_in=hand_in)
    with transaction.atomic():
        assignment_policy.get_visible(actor, assignment_id)
        bound = lock_bound(actor, assignment_id)
        assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.HAND_IN)
        every = [assignment, *bound]
        if hand_in.is_empty() and not all(one.no_product_needed for one in every):
            raise DomainError(
                "product-needed",
                _("Hãy nộp sản phẩm: chọn tệp, dán đường dẫn, ghi số liệu hoặc viết nội dung kết quả."),
                field="text",
            )
        owed = _check_open_parts(every, hand_in)
        lock_above(*every)
        delivery = _Delivery(hand_in, checked, *store_main_file(checked=checked, domain=assignment.domain))
        product = _deliver(actor, assignment, transition, delivery, owed)
        for other in bound:
            _deliver(actor, other, transition, replace(delivery, copy_of=product), owed)
    return product


@transaction.atomic
def confirm_product(
    *, actor: Actor, assignment_id: UUID, findings: Mapping[UUID, Finding] | None = None, words: str = ""
) -> Assignment:
    """Confirm the pending product: the work is done. Who handed it in may not confirm it.

    Each criterion of acceptance needs a finding; a product that does not meet one is confirmed only with words on it.
    For work that crossed from another domain, confirming releases the answer to the giver there; no giver confirms in
    this domain, so whoever leads the unit may do it, whoever handed in.
    """
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.CONFIRM)
    lock_above(assignment)
    product = _pending(assignment)
    if product.handed_in_by_id == actor.user_id and not (assignment.is_kept_by_giver or assignment.has_crossed):
        raise DomainError(
            "same-person", _("Người nộp sản phẩm không tự xác nhận. Hãy để người khác của bên giao xác nhận.")
        )
    unmet = find_criteria(product=product, findings=findings or {}, must_decide=True)
    if unmet and not words.strip():
        raise DomainError(
            "words-needed",
            _("Có tiêu chí không đạt mà vẫn xác nhận: hãy ghi vì sao."),
            field="words",
        )
    product.reason = words.strip()
    _decide(product, actor, Decision.CONFIRMED)
    assignment.progress = 100
    assignment.closed_at = now()
    changes: dict[str, Any] = {"product": [product.number, "confirmed"]}
    finish_step(
        actor=actor,
        assignment=assignment,
        transition=transition,
        reason=words,
        changes=changes | ({"unmet": [None, len(unmet)]} if unmet else {}),
    )
    if assignment.has_crossed:
        release_answer(actor=actor, assignment=assignment, product=product)
    carry_up(assignment)
    return assignment


@transaction.atomic
def return_product(
    *,
    actor: Actor,
    assignment_id: UUID,
    kind: ReturnKind,
    reason: str,
    findings: Mapping[UUID, Finding] | None = None,
) -> Assignment:
    """Return the pending product with a reason and its kind; the body works on and hands in again.

    Where criteria were set, content is found wanting against them: such a return names those that failed. What else is
    missing was not demanded, and counts as the giver's change of the demand. The days since the hand-in were the
    giver's: they are added to those others held the work.
    """
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.RETURN, reason=reason)
    product = _pending(assignment)
    unmet = find_criteria(product=product, findings=findings or {}, must_decide=False)
    if kind == ReturnKind.CONTENT and not unmet and product.criterion_answers.exists():
        raise DomainError(
            "criterion-needed",
            _("Hãy chỉ ra tiêu chí không đạt. Đòi hỏi ngoài các tiêu chí đã đặt là bên giao thay đổi yêu cầu."),
            field="kind",
        )
    product.return_kind = kind
    product.reason = reason.strip()
    _decide(product, actor, Decision.RETURNED)
    days = _days_between(product.handed_in_at, product.decided_at)
    assignment.held_days += days
    assignment.giver_days += days
    assignment.handed_in_at = None
    changes: dict[str, Any] = {"product": [product.number, str(kind)]}
    finish_step(
        actor=actor,
        assignment=assignment,
        transition=transition,
        reason=reason,
        changes=changes | ({"unmet": [None, len(unmet)]} if unmet else {}),
    )
    return assignment


def _deliver(
    actor: Actor,
    assignment: Assignment,
    transition: Transition,
    delivery: _Delivery,
    owed: Mapping[UUID, list[Assignment]],
) -> ProductVersion:
    """Hand one locked assignment in."""
    open_parts = [part.code for part in owed[assignment.pk]]
    product = ProductVersion.objects.create(
        assignment=assignment,
        number=assignment.products.count() + 1,
        file=delivery.file,
        file_name=delivery.file_name,
        link=delivery.checked.links[0] if delivery.checked.links else "",
        text=delivery.hand_in.text.strip(),
        handed_in_by_name=actor.name,
        handed_in_by_id=actor.user_id,
        handed_in_at=now(),
        open_parts_reason=delivery.hand_in.open_parts_reason.strip() if open_parts else "",
        copy_of=delivery.copy_of,
    )
    if delivery.copy_of is None:
        store_contents(product=product, checked=delivery.checked)
    else:
        copy_contents(product=product, original=delivery.copy_of)
    # Each giver has criteria of its own: what is claimed of one work says nothing of another.
    claim_criteria(product=product, claims=delivery.hand_in.claims if delivery.copy_of is None else {})
    assignment.handed_in_at = product.handed_in_at
    end_own_wait(actor=actor, assignment=assignment)
    changes: dict[str, Any] = {"product": [None, product.number]}
    finish_step(
        actor=actor,
        assignment=assignment,
        transition=transition,
        changes=changes | ({"open_parts": [None, open_parts]} if open_parts else {}),
    )
    end_waits_for(actor=actor, part=assignment)
    carry_up(assignment, touched_at=product.handed_in_at)
    return product


def _check_open_parts(assignments: Sequence[Assignment], hand_in: HandIn) -> dict[UUID, list[Assignment]]:
    """Return the parts of each that others still owe; handing in without them needs a word on it."""
    owed = {assignment.pk: list(awaited_parts(assignment)) for assignment in assignments}
    if any(owed.values()) and not hand_in.open_parts_reason.strip():
        names = ", ".join(f"{part.unit.name} ({part.code})" for parts in owed.values() for part in parts)
        raise DomainError(
            "parts-open",
            _("Còn phần việc chưa xong của %(units)s. Hãy ghi vì sao vẫn nộp.") % {"units": names},
            field="open_parts_reason",
        )
    return owed


def _days_between(began: dt.datetime, ended: dt.datetime | None) -> int:
    if ended is None:
        return 0
    return (ended.astimezone(VIETNAM).date() - began.astimezone(VIETNAM).date()).days


def _pending(assignment: Assignment) -> ProductVersion:
    return assignment.products.select_for_update().get(decision=Decision.PENDING)


def _decide(product: ProductVersion, actor: Actor, decision: Decision) -> None:
    product.decision = decision
    product.decided_by_id = actor.user_id
    product.decided_by_name = actor.name
    product.decided_at = now()
    product.save()

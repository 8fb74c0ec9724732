"""Handing in a product, and what the giver says to it. Nothing turns green without a confirmed product, or the giver's
word that none is needed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.services.attachments import CheckedAttachment, check_attachment, store_attachment
from sauro.tasks.enums import Decision, ReturnKind
from sauro.tasks.models import Assignment, ProductVersion
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.handovers import release_answer
from sauro.tasks.services.lifecycle import begin_step, finish_step
from sauro.tasks.transitions import Step

_check_link = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is handed in: a file, a link, a text, or several of them."""

    upload: QuarantinedUpload | None = None
    link: str = ""
    text: str = ""

    def is_empty(self) -> bool:
        """Tell whether there is nothing in it."""
        return self.upload is None and not self.link.strip() and not self.text.strip()


def hand_in_product(*, actor: Actor, assignment_id: UUID, hand_in: HandIn) -> ProductVersion:
    """Hand in a version of the product and wait for the giver's word."""
    link = _checked_link(hand_in.link)
    checked = None
    if hand_in.upload is not None:
        # Reading the file takes a while, so it happens before the row is locked.
        unit = assignment_policy.get_visible(actor, assignment_id).unit
        checked = check_attachment(actor=actor, unit=unit, upload=hand_in.upload)
    with transaction.atomic():
        assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.HAND_IN)
        if hand_in.is_empty() and not assignment.no_product_needed:
            raise DomainError(
                "product-needed",
                _("Hãy nộp sản phẩm: chọn tệp, dán đường dẫn hoặc viết nội dung kết quả."),
                field="text",
            )
        file, file_name = _store(assignment, checked)
        product = ProductVersion.objects.create(
            assignment=assignment,
            number=assignment.products.count() + 1,
            file=file,
            file_name=file_name,
            link=link,
            text=hand_in.text.strip(),
            handed_in_by_name=actor.name,
            handed_in_by_id=actor.user_id,
            handed_in_at=now(),
        )
        assignment.handed_in_at = product.handed_in_at
        finish_step(
            actor=actor, assignment=assignment, transition=transition, changes={"product": [None, product.number]}
        )
    return product


@transaction.atomic
def confirm_product(*, actor: Actor, assignment_id: UUID) -> Assignment:
    """Confirm the pending product: the work is done. Who handed it in may not confirm it.

    For work that crossed from another domain, confirming releases the answer to the giver there; no giver confirms in
    this domain, so whoever leads the unit may do it, whoever handed in.
    """
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.CONFIRM)
    product = _pending(assignment)
    if product.handed_in_by_id == actor.user_id and not (assignment.is_kept_by_giver or assignment.has_crossed):
        raise DomainError(
            "same-person", _("Người nộp sản phẩm không tự xác nhận. Hãy để người khác của bên giao xác nhận.")
        )
    _decide(product, actor, Decision.CONFIRMED)
    assignment.progress = 100
    assignment.closed_at = now()
    finish_step(
        actor=actor, assignment=assignment, transition=transition, changes={"product": [product.number, "confirmed"]}
    )
    if assignment.has_crossed:
        release_answer(actor=actor, assignment=assignment, product=product)
    return assignment


@transaction.atomic
def return_product(*, actor: Actor, assignment_id: UUID, kind: ReturnKind, reason: str) -> Assignment:
    """Return the pending product with a reason and its kind; the body works on and hands in again."""
    assignment, transition = begin_step(actor=actor, assignment_id=assignment_id, step=Step.RETURN, reason=reason)
    product = _pending(assignment)
    product.return_kind = kind
    product.reason = reason.strip()
    _decide(product, actor, Decision.RETURNED)
    assignment.handed_in_at = None
    finish_step(
        actor=actor,
        assignment=assignment,
        transition=transition,
        reason=reason,
        changes={"product": [product.number, str(kind)]},
    )
    return assignment


def _pending(assignment: Assignment) -> ProductVersion:
    return assignment.products.select_for_update().get(decision=Decision.PENDING)


def _decide(product: ProductVersion, actor: Actor, decision: Decision) -> None:
    product.decision = decision
    product.decided_by_id = actor.user_id
    product.decided_by_name = actor.name
    product.decided_at = now()
    product.save()


def _checked_link(link: str) -> str:
    link = link.strip()
    if link:
        try:
            _check_link(link)
        except ValidationError as error:
            raise DomainError(
                "link-invalid", _("Đường dẫn phải bắt đầu bằng http:// hoặc https:// và viết đầy đủ."), field="link"
            ) from error
    return link


def _store(assignment: Assignment, checked: CheckedAttachment | None) -> tuple[StoredFile | None, str]:
    if checked is None:
        return None, ""
    return store_attachment(checked, domain=assignment.domain), checked.file_name

"""Recording what was reached, and cancelling a wrong figure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.services.attachments import CheckedAttachment, check_attachment, store_attachment
from sauro.targets import events, rules
from sauro.targets.models import Actual, Share
from sauro.targets.policies import actual_policy, share_policy
from sauro.targets.rules import AddUp, Amount
from sauro.targets.services.lines import FIRST_YEAR
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh
from sauro.tasks.enums import Decision
from sauro.tasks.models import ProductVersion
from sauro.tasks.policies import assignment_policy

_check_link = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a figure to be true: one or several of these."""

    upload: QuarantinedUpload | None = None
    link: str = ""
    product_id: UUID | None = None
    basis: str = ""

    def is_empty(self) -> bool:
        """Tell whether there is none."""
        return not (self.upload or self.link.strip() or self.product_id or self.basis.strip())


def record_actual(
    *, actor: Actor, share_id: UUID, as_of: dt.date, amount: Amount, evidence: Evidence, note: str = ""
) -> Actual:
    """Record what a unit has reached by the end of a day, with its evidence.

    Of a share the value is worked out from its numerator and denominator; a value alone is refused, because it could
    not be added up with those of other units.
    """
    checked = None
    if evidence.upload is not None:
        # Reads the file, so nothing is locked meanwhile.
        share = share_policy.get_visible(actor, share_id, base=Share.objects.select_related("unit"))
        share_policy.require(actor, "record", share)
        checked = check_attachment(actor=actor, unit=share.unit, upload=evidence.upload)
    return _record(actor, share_id, as_of, amount, evidence, checked, note)


@transaction.atomic
def _record(
    actor: Actor, share_id: UUID, as_of: dt.date, amount: Amount, evidence: Evidence,
    checked: CheckedAttachment | None, note: str,
) -> Actual:  # fmt: skip
    share = lock_share(actor, share_id, "record")
    if not dt.date(FIRST_YEAR, 1, 1) <= as_of <= today():
        raise DomainError("day", _("Ngày của số liệu không được sau hôm nay."), field="as_of")
    whole, value = _worked_out(share, amount)
    if evidence.is_empty():
        raise DomainError(
            "evidence-needed",
            _("Hãy kèm căn cứ: tệp, đường dẫn, sản phẩm đã xác nhận hoặc số văn bản báo cáo."),
            field="basis",
        )
    actual = Actual.objects.create(
        share=share, as_of=as_of, value=value, numerator=whole.numerator, denominator=whole.denominator,
        file=store_attachment(checked, domain=share.domain) if checked else None,
        file_name=checked.file_name if checked else "", link=_checked_link(evidence.link),
        product=_product(actor, share, evidence.product_id), basis=evidence.basis.strip(), note=note.strip(),
        recorded_at=now(), recorded_by_name=actor.name,
    )  # fmt: skip
    refresh(share)
    record_event(
        actor=actor, event=events.RECORDED, obj=share,
        changes={"as_of": [None, as_of.isoformat()], "value": [None, str(value)]},
    )  # fmt: skip
    return actual


@transaction.atomic
def cancel_actual(*, actor: Actor, actual_id: UUID, reason: str) -> Actual:
    """Cancel a figure that is wrong; it stays readable with the reason, and counts no more."""
    seen = actual_policy.get_visible(actor, actual_id)
    share = lock_share(actor, seen.share_id, "record")
    actual = actual_policy.get_locked(actor, actual_id)
    if actual.is_cancelled:
        raise Conflict("cancelled", _("Số liệu này đã hủy."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao hủy số liệu."), field="reason")
    actual.is_cancelled, actual.cancel_reason, actual.cancelled_by_name = True, reason.strip(), actor.name
    actual.save()
    refresh(share)
    record_event(actor=actor, event=events.CANCELLED, obj=share, changes={"value": [str(actual.value), None]})
    return actual


def _worked_out(share: Share, amount: Amount) -> tuple[Amount, Decimal]:
    """Return the figure with its parts, and its value, which there is in every case."""
    if share.indicator.rule != AddUp.RATIO:
        if amount.value is None:
            raise DomainError("value-needed", _("Hãy ghi số thực hiện."), field="value")
        return Amount(amount.value), amount.value
    if amount.numerator is None or amount.denominator is None:
        field = "numerator" if amount.numerator is None else "denominator"
        raise DomainError("parts-needed", _("Chỉ tiêu tỷ lệ cần cả tử số và mẫu số."), field=field)
    whole = rules.share(amount.numerator, amount.denominator, per=share.indicator.per)
    if amount.denominator < 0 or whole.value is None:
        raise DomainError("denominator", _("Mẫu số phải lớn hơn 0."), field="denominator")
    return whole, whole.value


def _checked_link(link: str) -> str:
    link = link.strip()
    if link:
        try:
            _check_link(link)
        except ValidationError as error:
            raise DomainError("link", _("Đường dẫn chưa đúng. Viết như https://…"), field="link") from error
    return link


def _product(actor: Actor, share: Share, product_id: UUID | None) -> ProductVersion | None:
    if product_id is None:
        return None
    found = ProductVersion.objects.filter(
        pk=product_id, decision=Decision.CONFIRMED, assignment__unit=share.unit,
        assignment__in=assignment_policy.visible(actor).values("pk"),
    ).first()  # fmt: skip
    if found is None:
        raise DomainError("product", _("Chỉ dùng được sản phẩm đã xác nhận của chính đơn vị này."), field="product")
    return found

"""What a person does in their own sheet: chooses products, adds work, gives own points, hands the sheet over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ItemKind, Leave, OwnLine, SheetState
from sauro.appraisals.models import Product, Sheet, SheetItem
from sauro.appraisals.policies import item_policy, product_policy, sheet_policy
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rulings import checked_points, settings_of
from sauro.appraisals.selectors.catalogues import products_for
from sauro.appraisals.selectors.regulations import regulation_for
from sauro.appraisals.services.filling import put_product, renew
from sauro.appraisals.services.scoring import score_sheets
from sauro.appraisals.services.signs import reckon_signs
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.plans.months import month_of

MOST_QUANTITY = 10_000


@dataclass(frozen=True, slots=True)
class OwnWork:
    """Work a person adds: what it is, which product, how many, where the result is kept."""

    wording: str
    product_id: UUID
    quantity: int = 1
    result: str = ""
    is_done: bool = True


@transaction.atomic
def choose_product(*, actor: Actor, item_id: UUID, product_id: UUID) -> SheetItem:
    """Convert one line by a product of the catalogue: the person while the sheet is open, whoever judges until it is
    confirmed. Raises ``sheet-fixed``, ``product-elsewhere``."""
    item, sheet = begin_item(actor, item_id)
    _check_may_change(actor, sheet)
    product = _product(actor, sheet, product_id)
    before = item.product.code if item.product else None
    put_product(item, product)
    item.save()
    renew([sheet.pk])
    record_event(
        actor=actor, event=events.PRODUCT_CHOSEN, obj=sheet, changes={"product": [before, product.code]},
    )  # fmt: skip
    return item


@transaction.atomic
def add_own_work(*, actor: Actor, sheet_id: UUID, work: OwnWork) -> SheetItem:
    """Add work that is no task of the system, for the head to confirm.

    Until the day the regulation names it belongs to the plan of the month, afterwards it is ad hoc. Raises
    ``sheet-fixed``, ``wording-needed``, ``quantity-wrong``, ``product-elsewhere``.
    """
    sheet = begin_own(actor, sheet_id)
    if not work.wording.strip():
        raise DomainError("wording-needed", _("Hãy ghi việc đã làm."), field="wording")
    if not 1 <= work.quantity <= MOST_QUANTITY:
        raise DomainError("quantity-wrong", _("Số lượng từ 1 đến 10.000."), field="quantity")
    item = SheetItem(
        sheet=sheet, wording=work.wording.strip(), result=work.result.strip(), quantity=work.quantity,
        own=OwnLine.PROPOSED, kind=_kind_today(sheet), is_done=work.is_done,
    )  # fmt: skip
    put_product(item, _product(actor, sheet, work.product_id))
    item.save()
    renew([sheet.pk])
    record_event(actor=actor, event=events.LINE_ADDED, obj=sheet, changes={"kind": [None, str(item.kind)]})
    return item


@transaction.atomic
def remove_own_work(*, actor: Actor, item_id: UUID) -> Sheet:
    """Take back work that was added and that nobody confirmed or refused yet. Raises ``line-judged``."""
    item, sheet = begin_item(actor, item_id)
    _check_own(actor, sheet)
    if item.own != OwnLine.PROPOSED:
        raise Conflict("line-judged", _("Việc này đã có kết luận, không bỏ được nữa."))
    item.delete()
    renew([sheet.pk])
    record_event(actor=actor, event=events.LINE_REMOVED, obj=sheet)
    return sheet


@transaction.atomic
def submit_sheet(
    *, actor: Actor, sheet_id: UUID, points: Mapping[str, str], note: str = "", shortcomings: str = ""
) -> Sheet:
    """Give own points on the general criteria and hand the sheet to the head (NĐ 335 Điều 18 khoản 2).

    Raises ``sheet-fixed``, ``month-ahead``, ``on-leave``, ``not-converted``, and what the rules say of points. Before
    the month is over that is possible too: what is done afterwards still comes in until the sheet is closed.
    """
    sheet = begin_own(actor, sheet_id)
    check_worked(sheet)
    if sheet.month > month_of(today()):
        raise DomainError("month-ahead", _("Chưa đến tháng này nên chưa tự chấm."))
    renew([sheet.pk])
    sheet.refresh_from_db()
    if sheet.unconverted:
        words = _(
            "Còn %(number)d việc chưa chọn sản phẩm quy đổi. Hãy chọn ở cột “Sản phẩm”, hoặc đề xuất sản phẩm mới."
        )
        raise DomainError("not-converted", words % {"number": sheet.unconverted})
    sheet.own_points = check_points(sheet, points)
    sheet.own_note, sheet.own_shortcomings = note.strip(), shortcomings.strip()
    sheet.state, sheet.submitted_at = SheetState.SUBMITTED, now()
    sheet.save()
    score_sheets([sheet.pk])
    reckon_signs(sheet.month, [sheet.pk])
    record_event(
        actor=actor, event=events.SHEET_SUBMITTED, obj=sheet, changes={"state": [SheetState.OPEN, sheet.state]}
    )
    sheet.refresh_from_db()
    return sheet


@transaction.atomic
def set_leave(*, actor: Actor, sheet_id: UUID, leave: Leave) -> Sheet:
    """Say that a whole month was not worked, or that it was; by whoever judges. Raises ``sheet-fixed``.

    A month not worked has no score.
    """
    sheet = sheet_policy.get_locked(actor, sheet_id)
    sheet_policy.require(actor, "judge", sheet)
    check_not_closed(sheet)
    before, sheet.leave = sheet.leave, leave
    sheet.save()
    renew([sheet.pk])
    sheet.refresh_from_db()
    record_event(actor=actor, event=events.LEAVE_SET, obj=sheet, changes={"leave": [bool(before), bool(leave)]})
    return sheet


def check_points(sheet: Sheet, points: Mapping[str, str]) -> dict[str, str]:
    """Return points as stored, or say in words which criterion is wrong."""
    try:
        return checked_points(points, settings_of(sheet.settings))
    except RuleError as error:
        words = {
            "criterion_missing": _("Hãy cho điểm từng tiêu chí: còn thiếu %(code)s."),
            "points_out_of_range": _("Điểm của tiêu chí %(code)s nhỏ hơn 0 hoặc lớn hơn điểm tối đa."),
            "not_a_number": _("Điểm của tiêu chí %(code)s không phải là số."),
        }
        text = words.get(error.code, _("Điểm tiêu chí chung chưa hợp lệ: %(code)s."))
        raise DomainError(
            "points-wrong", text % {"code": error.where}, field=f"point_{error.where.replace('.', '_')}"
        ) from error


def check_not_closed(sheet: Sheet) -> None:
    """Refuse what cannot be done to a closed sheet any more."""
    if sheet.state == SheetState.CLOSED:
        raise Conflict("sheet-fixed", _("Phiếu đã chốt. Muốn sửa phải mở lại phiếu, có lý do."))


def check_worked(sheet: Sheet) -> None:
    """Refuse to score a month that was not worked."""
    if sheet.leave:
        words = _(
            "Phiếu ghi %(leave)s cả tháng nên không chấm điểm. Nếu có làm việc, người đánh giá sửa ở “Nghỉ cả tháng”."
        )
        raise Conflict("on-leave", words % {"leave": sheet.get_leave_display().lower()})


def begin_own(actor: Actor, sheet_id: UUID) -> Sheet:
    """Lock the actor's own open sheet."""
    sheet = sheet_policy.get_locked(actor, sheet_id)
    _check_own(actor, sheet)
    return sheet


def begin_item(actor: Actor, item_id: UUID) -> tuple[SheetItem, Sheet]:
    """Lock a line after its sheet, in the order every act on lines takes."""
    seen = item_policy.get_visible(actor, item_id)
    sheet = sheet_policy.get_locked(actor, seen.sheet_id)
    item = item_policy.get_locked(actor, item_id)
    item.sheet = sheet
    return item, sheet


def _check_own(actor: Actor, sheet: Sheet) -> None:
    sheet_policy.require(actor, "own", sheet)
    check_not_closed(sheet)
    if sheet.state != SheetState.OPEN:
        raise Conflict("sheet-fixed", _("Phiếu đã gửi người đánh giá. Muốn sửa, hãy đề nghị trả lại phiếu."))


def _check_may_change(actor: Actor, sheet: Sheet) -> None:
    check_not_closed(sheet)
    may = sheet_policy.allowed(actor, ("own", "judge"), sheet)
    is_open, is_submitted = sheet.state == SheetState.OPEN, sheet.state == SheetState.SUBMITTED
    if not ((may and is_open) or ("judge" in may and is_submitted)):
        if may:
            raise Conflict("sheet-fixed", _("Phiếu đã được xác nhận hoặc đã gửi, không đổi sản phẩm được nữa."))
        raise NotAllowed("not-allowed", _("Bạn xem được mục này nhưng không có quyền thực hiện thao tác."))


def _product(actor: Actor, sheet: Sheet, product_id: UUID) -> Product:
    known = {product.pk: product for product in products_for(sheet.unit, sheet.month.year)}
    if product_id not in known:
        product_policy.get_visible(actor, product_id)
        raise DomainError(
            "product-elsewhere", _("Sản phẩm này không thuộc danh mục của đơn vị. Hãy chọn trong danh sách."),
            field="product",
        )  # fmt: skip
    return known[product_id]


def _kind_today(sheet: Sheet) -> ItemKind:
    regulation = regulation_for(sheet.unit, sheet.subject, sheet.month)
    last = sheet.month.replace(day=regulation.plan_day if regulation else 5)
    return ItemKind.PLANNED if today() <= last else ItemKind.AD_HOC


@transaction.atomic
def reckon_now(*, actor: Actor, sheet_id: UUID) -> Sheet:
    """Bring a sheet in step with the work at once, instead of within minutes."""
    sheet = sheet_policy.get_locked(actor, sheet_id)
    check_not_closed(sheet)
    renew([sheet.pk])
    sheet.refresh_from_db()
    return sheet

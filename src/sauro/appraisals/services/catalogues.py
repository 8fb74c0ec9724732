"""Building, standardising and deciding the catalogue of products (NĐ 335/2025/NĐ-CP Điều 13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import CatalogueState, ProductState, SheetState
from sauro.appraisals.models import Catalogue, Product, Sheet, SheetItem
from sauro.appraisals.models.catalogues import STEP
from sauro.appraisals.policies import catalogue_policy, product_policy, ruled_policy
from sauro.appraisals.rules.catalogue import MOST_GROUPS
from sauro.appraisals.selectors.catalogues import IN_FORCE
from sauro.appraisals.services.filling import mark_for_renewal, put_product
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Unit
from vanban.text.normalize import fold, nfc

MOST_UNITS = 1_000 * 10_000
_NAMED = 10
LONGEST = {"code": 30, "field": 300, "work": 500, "product": 500, "note": 500}
"""How many characters each text of a product may have."""
_KEPT = ("code", "field", "work", "product", "group", "units", "note", "times")


@dataclass(frozen=True, slots=True)
class ProductFields:
    """A product as typed. ``units`` are ten-thousandths of a standard unit."""

    code: str
    work: str
    product: str
    units: int
    group: int = 1
    field: str = ""
    note: str = ""
    times: int = 0


@transaction.atomic
def begin_catalogue(*, actor: Actor, unit_id: UUID, year: int, standard: str) -> Catalogue:
    """Begin the next version of a body's catalogue for a year, with the products of the one before it.

    Raises ``draft-there``, ``standard-needed``.
    """
    unit = ruled_policy.get_locked(actor, unit_id)
    ruled_policy.require(actor, "manage", unit)
    if not standard.strip():
        raise DomainError("standard-needed", _("Hãy ghi sản phẩm chuẩn (hệ số 1)."), field="standard")
    earlier = Catalogue.objects.filter(unit=unit).order_by("-year", "-number")
    if earlier.filter(year=year, state=CatalogueState.DRAFT).exists():
        raise Conflict("draft-there", _("Năm này đã có danh mục đang xây dựng."), field="year")
    same_year = earlier.filter(year=year).first()
    catalogue = Catalogue.objects.create(
        unit=unit, domain=unit.domain, year=year, number=same_year.number + 1 if same_year else 1,
        standard=standard.strip(),
    )  # fmt: skip
    before = earlier.filter(state=CatalogueState.DECIDED, year__lte=year).first()
    if before is not None:
        _copy(before, catalogue)
    record_event(actor=actor, event=events.CATALOGUE_BEGUN, obj=catalogue, changes={"year": [None, year]})
    return catalogue


@transaction.atomic
def add_product(*, actor: Actor, catalogue_id: UUID, unit_id: UUID, fields: ProductFields) -> Product:
    """Propose a product for a unit: into a draft, or after the decision as one that waits for it (Điều 13 khoản 3).

    Raises ``code-taken``, ``unit-elsewhere`` and what a product may be refused for.
    """
    catalogue = catalogue_policy.get_locked(actor, catalogue_id)
    unit = ruled_policy.get_visible(actor, unit_id)
    ruled_policy.require(actor, "propose", unit)
    if not unit.path.startswith(catalogue.unit.path) or unit.domain != catalogue.domain:
        raise DomainError("unit-elsewhere", _("Đơn vị này không dùng danh mục này."), field="unit")
    is_late = catalogue.state == CatalogueState.DECIDED
    product = Product(
        catalogue=catalogue, proposed_by=unit, state=ProductState.PENDING if is_late else ProductState.PROPOSED
    )
    _write(actor, product, fields)
    return product


@transaction.atomic
def save_product(
    *, actor: Actor, product_id: UUID, fields: ProductFields, state: ProductState, mark: str = ""
) -> Product:
    """Standardise a product and say whether it goes in: in a draft, or one that waits in a decided catalogue.

    Whoever's open sheets it counts in are reckoned again. ``mark`` is that of the product as the person saw it.
    Raises ``product-decided``, ``product-merged``, ``product-changed``.
    """
    product = _begin(actor, product_id)
    if mark and mark != product.mark:
        words = _("Sản phẩm này vừa có người khác sửa. Hãy tải lại trang để xem bản mới nhất, rồi sửa lại.")
        raise Conflict("product-changed", words)
    if state not in (ProductState.ACCEPTED, ProductState.DROPPED, ProductState.PROPOSED, ProductState.PENDING):
        raise DomainError("state-wrong", _("Hãy chọn đưa vào hoặc không đưa vào danh mục."), field="state")
    product.state = state
    _write(actor, product, fields)
    _reckon_again([product])
    return product


@transaction.atomic
def merge_products(*, actor: Actor, into_id: UUID, other_ids: Sequence[UUID]) -> Product:
    """Take several proposals for one product: the others lead to it, and open work that named them goes with them.

    After the decision what waits may still be taken for a product that was decided. Raises ``nothing-chosen``,
    ``other-catalogue``, ``not-proposed``.
    """
    into = _locked(actor, into_id)
    if into.state == ProductState.DROPPED:
        raise Conflict("product-dropped", _("Sản phẩm này không đưa vào danh mục. Hãy gộp vào sản phẩm khác."))
    others = list(Product.objects.select_for_update().filter(pk__in=other_ids).exclude(pk=into.pk).order_by("pk"))
    if not others:
        raise DomainError("nothing-chosen", _("Hãy chọn ít nhất một sản phẩm khác để gộp."), field="others")
    if any(one.catalogue_id != into.catalogue_id for one in others):
        raise DomainError("other-catalogue", _("Chỉ gộp sản phẩm trong cùng một danh mục."), field="others")
    if any(one.state not in mergeable(into.catalogue) for one in others):
        words = _("Sản phẩm đã chọn vừa có kết luận khác. Hãy tải lại trang để xem mới nhất.")
        raise Conflict("not-proposed", words, field="others")
    for one in others:
        one.state, one.merged_into = ProductState.MERGED, into
        into.times += one.times
        one.save()
    into.save()
    _open_items(others).update(product=into, units=0)
    record_event(
        actor=actor,
        event=events.PRODUCTS_MERGED,
        obj=into,
        changes={"codes": [[one.code for one in others], into.code]},
    )
    _reckon_again([into])
    return into


def mergeable(catalogue: Catalogue) -> tuple[ProductState, ...]:
    """Return in which states products of a catalogue may be taken for another one: after the decision, what waits."""
    open_states = (ProductState.PROPOSED, ProductState.PENDING)
    return (*open_states, ProductState.ACCEPTED) if catalogue.state == CatalogueState.DRAFT else open_states


@transaction.atomic
def decide_catalogue(*, actor: Actor, catalogue_id: UUID, decision: str, decided_on: dt.date) -> Catalogue:
    """Issue a catalogue: from then on work is converted by it. Raises ``not-draft``, ``undecided``, ``empty``."""
    catalogue = catalogue_policy.get_locked(actor, catalogue_id)
    catalogue_policy.require(actor, "decide", catalogue)
    if catalogue.state != CatalogueState.DRAFT:
        raise Conflict("not-draft", _("Danh mục này đã ban hành. Hãy tải lại trang để xem mới nhất."))
    if not decision.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    if decided_on > today():
        raise DomainError("decided-ahead", _("Ngày quyết định không thể sau hôm nay."), field="decided_on")
    undecided = catalogue.products.filter(state=ProductState.PROPOSED).count()
    if undecided:
        words = _("Còn %(number)d sản phẩm đề xuất chưa có kết luận. Hãy đưa vào, gộp hoặc không đưa vào.")
        raise DomainError("undecided", words % {"number": undecided})
    if not catalogue.products.filter(state=ProductState.ACCEPTED).exists():
        raise DomainError("empty", _("Danh mục chưa có sản phẩm nào."))
    _require_none_left(catalogue)
    catalogue.state, catalogue.decision, catalogue.decided_on = CatalogueState.DECIDED, decision.strip(), decided_on
    catalogue.decided_at, catalogue.decided_by_name = now(), actor.name
    catalogue.save()
    record_event(
        actor=actor, event=events.CATALOGUE_DECIDED, obj=catalogue,
        changes={"state": [CatalogueState.DRAFT, catalogue.state]},
    )  # fmt: skip
    _mark_everybody(catalogue.unit)
    return catalogue


def _require_none_left(catalogue: Catalogue) -> None:
    """Refuse while products wait in the version so far that this one says nothing of: they would be lost with it."""
    before = Catalogue.objects.filter(
        unit=catalogue.unit, domain=catalogue.domain, state=CatalogueState.DECIDED, year__lte=catalogue.year
    )
    last = before.order_by("-year", "-number").first()
    if last is None:
        return
    waiting = last.products.filter(state=ProductState.PENDING)
    left = waiting.exclude(product_key__in=catalogue.products.values("product_key"))
    codes = list(left.order_by("code").values_list("code", flat=True)[:_NAMED])
    if codes:
        words = _(
            "Phiên bản đang dùng (%(before)s) còn sản phẩm chờ bổ sung mà bản này chưa có: %(codes)s. Hãy kết luận ở "
            "đó, hoặc thêm vào bản này."
        )
        raise DomainError("pending-left", words % {"before": last, "codes": ", ".join(codes)})


def _copy(before: Catalogue, catalogue: Catalogue) -> None:
    rows = before.products.filter(state__in=IN_FORCE)
    Product.objects.bulk_create(
        Product(
            catalogue=catalogue, proposed_by_id=one.proposed_by_id, search_key=one.search_key,
            product_key=one.product_key,
            state=ProductState.ACCEPTED if one.state == ProductState.ACCEPTED else ProductState.PROPOSED,
            **{name: getattr(one, name) for name in _KEPT},
        )
        for one in rows
    )  # fmt: skip


def _begin(actor: Actor, product_id: UUID) -> Product:
    product = _locked(actor, product_id)
    if product.catalogue.state == CatalogueState.DECIDED and product.state != ProductState.PENDING:
        words = _("Sản phẩm này đã ban hành. Muốn đổi, hãy lập phiên bản mới của danh mục.")
        raise Conflict("product-decided", words)
    return product


def _locked(actor: Actor, product_id: UUID) -> Product:
    """Return a product that is still one of its own, with the row of its catalogue held first."""
    seen = product_policy.get_visible(actor, product_id)
    catalogue = Catalogue.objects.select_for_update(of=("self",)).select_related("unit").get(pk=seen.catalogue_id)
    product = product_policy.get_locked(actor, product_id)
    product_policy.require(actor, "manage", product)
    product.catalogue = catalogue
    if product.state == ProductState.MERGED:
        words = _("Sản phẩm này đã gộp vào %(code)s. Hãy sửa sản phẩm ấy.")
        into = product.merged_into.code if product.merged_into else ""
        raise Conflict("product-merged", words % {"code": into}, field="code")
    return product


def _write(actor: Actor, product: Product, fields: ProductFields) -> None:
    _check(product, fields)
    for name in LONGEST:
        # One line each, so that a cell of a workbook holds it unchanged.
        setattr(product, name, " ".join(nfc(getattr(fields, name)).split()))
    product.units, product.group, product.times = fields.units, fields.group, fields.times or product.times
    product.search_key = fold(f"{product.code} {product.work} {product.product} {product.field}")
    product.product_key = fold(product.product)
    product.save()
    record_event(actor=actor, event=events.PRODUCT_SAVED, obj=product, changes={"state": [None, str(product.state)]})


def _check(product: Product, fields: ProductFields) -> None:
    for name, words in (
        ("code", _("Hãy ghi mã.")),
        ("work", _("Hãy ghi công việc.")),
        ("product", _("Hãy ghi sản phẩm.")),
    ):
        if not getattr(fields, name).strip():
            raise DomainError(f"{name}-needed", words, field=name)
    for name, most in LONGEST.items():
        if len(nfc(getattr(fields, name)).strip()) > most:
            raise DomainError(f"{name}-long", _("Dài quá %(most)d ký tự.") % {"most": most}, field=name)
    if not 0 < fields.units <= MOST_UNITS or fields.units % STEP:
        raise DomainError(
            "units-wrong", _("Hệ số lớn hơn 0, không quá 1.000 và có không quá hai chữ số thập phân."), field="units"
        )
    if not 1 <= fields.group <= MOST_GROUPS:
        raise DomainError("group-wrong", _("Nhóm từ 1 đến 5."), field="group")
    taken = Product.objects.filter(catalogue=product.catalogue, code=fields.code.strip()).exclude(pk=product.pk)
    if taken.exists():
        raise Conflict("code-taken", _("Danh mục đã có sản phẩm mang mã này."), field="code")


def _open_items(products: Sequence[Product]) -> QuerySet[SheetItem]:
    open_states = (SheetState.OPEN, SheetState.SUBMITTED)
    return SheetItem.objects.filter(product__in=products, sheet__state__in=open_states)


def _reckon_again(products: Sequence[Product]) -> None:
    """Convert open work anew by products whose coefficient may have changed."""
    for product in products:
        if product.state in IN_FORCE:
            items = list(_open_items([product]).select_related("plan_item__part"))
            for item in items:
                put_product(item, product)
            SheetItem.objects.bulk_update(items, ["product", "is_pending", "units"])
        else:
            _open_items([product]).update(product=None, units=0, is_pending=False)
    people = SheetItem.objects.filter(product__in=products).values_list("sheet__appointment", flat=True).distinct()
    mark_for_renewal(list(people.order_by()))


def _mark_everybody(unit: Unit) -> None:
    open_sheets = Sheet.objects.filter(unit__path__startswith=unit.path, domain=unit.domain).exclude(
        state=SheetState.CLOSED
    )
    mark_for_renewal(list(open_sheets.values_list("appointment", flat=True).distinct().order_by()))

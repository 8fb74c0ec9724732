"""The lists of catalogues, products and regulations."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.appraisals.enums import Appraised, CatalogueState, ProductState
from sauro.appraisals.models import Catalogue, Product, Regulation
from sauro.appraisals.month_choices import years_among
from sauro.appraisals.policies import regulation_policy
from sauro.appraisals.product_sheet import written_units
from sauro.appraisals.selectors.catalogues import visible_catalogues, visible_products
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_SHOWN_STATES = [(one.value, one.label) for one in ProductState if one != ProductState.MERGED]


def _product_badge(row: Product) -> Badge:
    state = ProductState(row.state)
    waits = state in (ProductState.PROPOSED, ProductState.PENDING)
    return Badge(state.label, Tone.SOON if waits else Tone.DONE if state == ProductState.ACCEPTED else Tone.IDLE)


def _catalogue_badge(row: Catalogue) -> Badge:
    state = CatalogueState(row.state)
    return Badge(state.label, Tone.DONE if state == CatalogueState.DECIDED else Tone.SOON)


def _catalogues(actor: Actor) -> list[tuple[str, str]]:
    rows = visible_catalogues(actor).order_by("-year", "-number", "unit__sort_key")
    return [(str(row.pk), f"{row.year}.{row.number} – {row.unit.name}") for row in rows]


def visible_regulations(actor: Actor) -> QuerySet[Regulation]:
    """Return the regulations an actor may read."""
    return regulation_policy.visible(actor).select_related("unit")


CATALOGUES = ListPage[Catalogue](
    name="catalogue-list",
    title=_("Danh mục sản phẩm"),
    rows=visible_catalogues,
    columns=[
        Column("nam", _("Năm"), value=lambda row: str(row.year), sort="year", kind=Kind.CODE),
        Column(
            "pb", _("Phiên bản"), value=lambda row: f"{row.year}.{row.number}", kind=Kind.CODE,
            link=lambda row: reverse("catalogue-detail", args=[row.pk]),
        ),
        Column("co-quan", _("Cơ quan"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("trang-thai", _("Trạng thái"), value=_catalogue_badge, kind=Kind.BADGE),
        Column("qd", _("Quyết định"), value=lambda row: row.decision),
        Column("ngay", _("Ngày"), value=lambda row: row.decided_on, kind=Kind.DATE),
    ],
    default_sort="-nam",
    search="unit__search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), CatalogueState.choices, field="state"),
        ChoiceFilter("n", _("Năm"), years_among(visible_catalogues), field="year"),
        UnitFilter("dv", _("Cơ quan"), "unit"),
    ],
    actions=[
        Action(_("Sản phẩm"), "product-list", "list-details"),
        Action(_("Quy chế"), "regulation-list", "gavel"),
        Action(_("Lập danh mục"), "catalogue-new", "plus", "appraisal_rules.manage", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có danh mục nào. Khi chưa có, mỗi sản phẩm tạm tính một đơn vị chuẩn và điểm là điểm tạm."),
        Action(_("Lập danh mục"), "catalogue-new", "plus", "appraisal_rules.manage"),
    ),
)  # fmt: skip

PRODUCTS = ListPage[Product](
    name="product-list",
    title=_("Sản phẩm trong danh mục"),
    rows=visible_products,
    columns=[
        Column(
            "ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE,
            link=lambda row: reverse("product-edit", args=[row.pk]),
        ),
        Column("nv", _("Nhiệm vụ"), value=lambda row: row.field, default=False),
        Column("viec", _("Công việc"), value=lambda row: row.work, most=120),
        Column("sp", _("Sản phẩm"), value=lambda row: row.product, most=120),
        Column("nhom", _("Nhóm"), value=lambda row: row.group, sort="group", kind=Kind.NUMBER),
        Column("he-so", _("Hệ số"), value=lambda row: written_units(row.units), sort="units", kind=Kind.NUMBER),
        Column("lan", _("Số lần trong năm"), value=lambda row: row.times or "", sort="times", kind=Kind.NUMBER),
        Column("trang-thai", _("Trạng thái"), value=_product_badge, kind=Kind.BADGE),
        Column("dx", _("Đơn vị đề xuất"), value=lambda row: row.proposed_by.name, sort="proposed_by__sort_key"),
        Column(
            "danh-muc", _("Danh mục"), value=lambda row: f"{row.catalogue} – {row.catalogue.unit.name}", default=False
        ),
        Column("ghi-chu", _("Ghi chú"), value=lambda row: row.note, default=False),
    ],
    default_sort="ma",
    search="search_key",
    filters=[
        ChoiceFilter("dm", _("Danh mục"), _catalogues, field="catalogue"),
        ChoiceFilter("tt", _("Trạng thái"), _SHOWN_STATES, field="state"),
        ChoiceFilter("g", _("Nhóm"), [(str(one), str(one)) for one in range(1, 6)], field="group"),
        UnitFilter("dv", _("Đơn vị đề xuất"), "proposed_by"),
    ],
    quick_views=[QuickView(_("Chờ kết luận"), "tt=proposed"), QuickView(_("Chờ bổ sung"), "tt=pending")],
    actions=[Action(_("Danh mục"), "catalogue-list", "books")],
    empty=EmptyState(_("Chưa có sản phẩm nào. Hãy mở một danh mục để đề xuất.")),
)  # fmt: skip

REGULATIONS = ListPage[Regulation](
    name="regulation-list",
    title=_("Quy chế đánh giá"),
    rows=visible_regulations,
    columns=[
        Column("tu", _("Từ tháng"), value=lambda row: f"{row.since:%m/%Y}", sort="since", kind=Kind.CODE),
        Column(
            "qd", _("Quyết định"), value=lambda row: row.decision,
            link=lambda row: reverse("regulation-detail", args=[row.pk]),
        ),
        Column("doi-tuong", _("Đối tượng"), value=lambda row: row.get_subject_display()),
        Column("co-quan", _("Cơ quan"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("tu-cham", _("Hạn tự chấm"), value=lambda row: row.self_day, kind=Kind.NUMBER),
        Column("xac-nhan", _("Hạn xác nhận"), value=lambda row: row.confirm_day, kind=Kind.NUMBER),
        Column("chot", _("Ngày chốt"), value=lambda row: row.close_day, kind=Kind.NUMBER),
    ],
    default_sort="-tu",
    search="unit__search_key",
    filters=[
        ChoiceFilter("dt", _("Đối tượng"), Appraised.choices, field="subject"), UnitFilter("dv", _("Cơ quan"), "unit"),
    ],
    actions=[
        Action(_("Danh mục sản phẩm"), "catalogue-list", "books"),
        Action(_("Đặt quy chế"), "regulation-new", "plus", "appraisal_rules.manage", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa đặt quy chế nào: mọi điểm luật để mở theo mặc định. Viên chức chỉ có phiếu khi đơn vị đã có quy chế."),
        Action(_("Đặt quy chế"), "regulation-new", "plus", "appraisal_rules.manage"),
    ),
)  # fmt: skip

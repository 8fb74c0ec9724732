"""The list of units."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.selectors.units import units_in_force
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import EmptyState, ListPage, QuickView


def _account_of(unit: Unit) -> Badge | None:
    if unit.kind == UnitKind.TERRITORY:
        return None
    return Badge(_("Có"), Tone.DONE) if unit.has_accounts else Badge(_("Chưa có"), Tone.IDLE)


UNITS = ListPage[Unit](
    name="unit-list",
    title=_("Cơ quan, đơn vị"),
    rows=units_in_force,
    columns=[
        Column("ten", _("Tên"), link=lambda unit: reverse("unit-detail", args=[unit.pk]), value=str, sort="sort_key"),
        Column("viet-tat", _("Tên viết tắt"), value=lambda unit: unit.short_name),
        Column("loai", _("Loại"), value=lambda unit: unit.get_kind_display()),
        Column("cap", _("Cấp"), value=lambda unit: unit.get_level_display()),
        Column("khoi", _("Khối"), value=lambda unit: unit.get_domain_display()),
        Column("truc-thuoc", _("Trực thuộc"), value=lambda unit: unit.parent.name if unit.parent else ""),
        Column("tai-khoan", _("Tài khoản"), value=_account_of, kind=Kind.BADGE),
        Column("ma", _("Mã"), value=lambda unit: unit.code, sort="code", default=False),
        Column("dinh-danh", _("Mã định danh"), value=lambda unit: unit.official_id, sort="official_id", default=False),
        Column("hieu-luc", _("Có từ ngày"), value=lambda unit: unit.valid.lower, kind=Kind.DATE, default=False),
        Column(
            "thu-tu", _("Thứ tự"), value=lambda unit: unit.position, sort="position", kind=Kind.NUMBER, default=False
        ),
    ],
    default_sort="thu-tu",
    search="search_key",
    search_hint=_("Tìm theo tên, tên viết tắt, tên cũ; không cần gõ dấu"),
    filters=[
        ChoiceFilter("c", _("Cấp"), UnitLevel.choices, field="level"),
        ChoiceFilter("k", _("Khối"), Domain.choices, field="domain"),
        ChoiceFilter("l", _("Loại"), UnitKind.choices, field="kind"),
        ChoiceFilter("x", _("Loại xã"), CommuneType.choices, field="commune_type"),
        ChoiceFilter(
            "tk",
            _("Tài khoản"),
            [("co", _("Có")), ("chua", _("Chưa có"))],
            condition=lambda value: Q(has_accounts=value == "co") & ~Q(kind=UnitKind.TERRITORY),
        ),
        UnitFilter("thuoc", _("Thuộc"), "parent"),
    ],
    quick_views=[
        QuickView(_("Tất cả"), ""),
        QuickView(_("Sở, ban, ngành"), "c=province&l=department"),
        QuickView(_("Xã, phường, đặc khu"), "c=commune&l=territory"),
        QuickView(_("Cấp ủy"), "l=party_committee"),
    ],
    empty=EmptyState(_("Chưa có đơn vị nào. Quản trị tạo danh mục bằng lệnh khởi tạo một tỉnh.")),
    is_in_global_search=True,
)

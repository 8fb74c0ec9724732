"""The list of templates of criteria."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.tasks.models import ChecklistTemplate
from sauro.tasks.selectors.checklists import visible_templates
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage

_ADD = Action(_("Thêm mẫu tiêu chí"), "checklist-template-add", "plus", "giving.decide", is_primary=True)

TEMPLATES = ListPage[ChecklistTemplate](
    name="checklist-template-list",
    title=_("Mẫu tiêu chí nghiệm thu"),
    rows=visible_templates,
    columns=[
        Column(
            "loai",
            _("Loại sản phẩm"),
            value=lambda row: row.product_kind,
            sort="sort_key",
            link=lambda row: reverse("checklist-template-edit", args=[row.pk]),
        ),
        Column("tieu-chi", _("Tiêu chí"), value=lambda row: "; ".join(row.lines)),
        Column("don-vi", _("Đơn vị đặt"), value=lambda row: row.owner_unit.name, sort="owner_unit__sort_key"),
        Column("sua-luc", _("Sửa lúc"), value=lambda row: row.changed_at, sort="changed_at", kind=Kind.INSTANT),
        Column("nguoi-sua", _("Người sửa"), value=lambda row: row.changed_by_name, default=False),
    ],
    default_sort="loai",
    search="search_key",
    filters=[UnitFilter("dv", _("Đơn vị đặt"), "owner_unit")],
    actions=[_ADD],
    empty=EmptyState(_("Chưa có mẫu nào. Mẫu giúp bên giao đặt tiêu chí nghiệm thu cho từng loại sản phẩm."), _ADD),
    permission="giving.view",
)

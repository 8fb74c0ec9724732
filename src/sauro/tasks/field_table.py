"""The list of fields of work."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.tasks.models import WorkField
from sauro.tasks.selectors.fields import visible_fields
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage

_ADD = Action(_("Thêm lĩnh vực"), "field-add", "plus", "work_fields.manage", is_primary=True)
_IMPORT = Action(_("Nhập danh mục thường dùng"), "field-import", "file-import", "work_fields.manage")


def _use(row: WorkField) -> Badge:
    return Badge(_("đang dùng"), Tone.ACTIVE) if row.is_open else Badge(_("thôi dùng"), Tone.IDLE)


FIELDS = ListPage[WorkField](
    name="field-list",
    title=_("Lĩnh vực"),
    rows=visible_fields,
    columns=[
        Column("thu-tu", _("Thứ tự"), value=lambda row: row.position, sort=("position", "name"), kind=Kind.NUMBER),
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column("ten", _("Lĩnh vực"), value=lambda row: row.name, link=lambda row: reverse("field-edit", args=[row.pk])),
        Column("tu", _("Từ nhận biết"), value=lambda row: ", ".join(row.words)),
        Column("co-quan", _("Cơ quan phụ trách"), value=lambda row: ", ".join(unit.name for unit in row.leads.all())),
        Column("dung", _("Sử dụng"), value=_use, kind=Kind.BADGE),
    ],
    default_sort="thu-tu",
    filters=[
        ChoiceFilter(
            "sd",
            _("Sử dụng"),
            [("dang", _("Đang dùng")), ("thoi", _("Thôi dùng"))],
            condition=lambda value: Q(is_open=value == "dang"),
        )
    ],
    actions=[_IMPORT, _ADD],
    empty=EmptyState(
        _("Chưa có lĩnh vực nào. Quản trị hệ thống hoặc chánh văn phòng cấp tỉnh nhập danh mục thường dùng rồi sửa."),
        _IMPORT,
    ),
)

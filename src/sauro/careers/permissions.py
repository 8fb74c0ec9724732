"""Permissions of careers: planning apart from the other records, because its names are not published."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

register_group(
    "planning",
    _("Quy hoạch cán bộ"),
    {
        "view": _("Xem quy hoạch"),
        "record": _("Ghi quy hoạch, soát hằng năm"),
        "confirm": _("Xác nhận danh sách quy hoạch không thuộc danh mục bí mật nhà nước"),
    },
)

"""Permissions of targets."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

register_group(
    "targets",
    _("Chỉ tiêu"),
    {
        "view": _("Xem chỉ tiêu"),
        "record": _("Nhập số thực hiện"),
        "keep": _("Lập và cập nhật chỉ tiêu"),
        "decide": _("Phân bổ, thống nhất giá trị"),
    },
)

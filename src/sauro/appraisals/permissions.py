"""Permissions of appraisals: the sheets of people, and apart from them the rules and the catalogue."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

register_group(
    "appraisals",
    _("Đánh giá hằng tháng"),
    {
        "view": _("Xem phiếu đánh giá của người trong phạm vi"),
        "judge": _("Nhận xét, xác nhận, chốt phiếu đánh giá"),
    },
)
register_group(
    "appraisal_rules",
    _("Quy chế đánh giá, danh mục sản phẩm"),
    {
        "propose": _("Đề xuất sản phẩm vào danh mục"),
        "manage": _("Chuẩn hóa danh mục, đặt quy chế"),
        "decide": _("Quyết định danh mục"),
    },
)
register_group(
    "ratings",
    _("Xếp loại năm"),
    {"keep": _("Chuẩn bị, đề xuất xếp loại"), "decide": _("Quyết định xếp loại")},
)

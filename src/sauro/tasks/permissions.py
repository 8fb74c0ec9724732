"""Permission groups of the work itself: that of the body which does it, that of the unit which gave it, and that of the
list of fields by which it is told apart."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

TASKS = register_group(
    "tasks",
    _("Nhiệm vụ của đơn vị"),
    {"view": _("Xem"), "work": _("Báo cáo, nộp sản phẩm"), "lead": _("Nhận việc, phân công")},
)
FIELDS = register_group("work_fields", _("Lĩnh vực"), {"manage": _("Sửa danh mục lĩnh vực của tỉnh")})
GIVING = register_group(
    "giving",
    _("Nhiệm vụ đã giao"),
    {"view": _("Xem"), "follow": _("Theo dõi, ghi thay đơn vị chưa có tài khoản"), "decide": _("Xác nhận, trả lại")},
)

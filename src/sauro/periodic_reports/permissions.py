"""Permission groups of reports: those of the unit that owes one, and those of the office that collects them."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

REPORTS = register_group(
    "reports",
    _("Báo cáo định kỳ của đơn vị"),
    {"view": _("Xem"), "fill": _("Nhập, trình, gửi"), "approve": _("Duyệt")},
)
REPORT_ROUNDS = register_group(
    "report_rounds",
    _("Tổng hợp báo cáo định kỳ"),
    {"follow": _("Theo dõi"), "manage": _("Lập mẫu, mở đợt, tổng hợp")},
)

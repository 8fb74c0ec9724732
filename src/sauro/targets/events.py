"""Domain events of targets."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

DEFINED = register_event("targets.indicator.defined", _("Lập chỉ tiêu"))
CHANGED = register_event("targets.indicator.changed", _("Sửa chỉ tiêu"))
PATH_SET = register_event("targets.line.path_set", _("Ghi lộ trình của chỉ tiêu"))
ASKED = register_event("targets.ask.taken", _("Đưa chỉ tiêu của văn bản vào danh mục"))
LEFT_OUT = register_event("targets.found.left_out", _("Không đưa chỉ tiêu tìm thấy vào danh mục"))
ASK_WITHDRAWN = register_event("targets.ask.withdrawn", _("Rút giá trị được giao"))
GIVEN = register_event("targets.share.given", _("Phân bổ chỉ tiêu"))
TAKEN_BACK = register_event("targets.share.taken_back", _("Thu hồi phần chỉ tiêu đã phân bổ"))
SETTLED = register_event("targets.line.settled", _("Thống nhất giá trị của chỉ tiêu"))
RECORDED = register_event("targets.actual.recorded", _("Nhập số thực hiện của chỉ tiêu"))
CANCELLED = register_event("targets.actual.cancelled", _("Hủy số thực hiện của chỉ tiêu"))
IMPORTED = register_event("targets.workbook.imported", _("Nhập chỉ tiêu từ bảng tính"))
EXPORTED = register_event("targets.workbook.exported", _("Xuất chỉ tiêu ra bảng tính"))

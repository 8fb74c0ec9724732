"""Domain events of the figures of the workforce."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

OPENED = register_event("headcounts.snapshot.opened", _("Mở thông tin dân tộc để lập số liệu"))
SIZE_DECIDED = register_event("headcounts.size.decided", _("Ghi số lượng cấp ủy"))
RELEASED = register_event("headcounts.release.made", _("Chuyển giao số liệu đội ngũ"))
TAKEN_OUT = register_event("headcounts.report.taken_out", _("Xuất báo cáo số liệu đội ngũ"))
FORM_TAKEN_OUT = register_event("headcounts.form.taken_out", _("Xuất biểu mẫu báo cáo đội ngũ"))

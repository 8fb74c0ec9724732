"""Domain events of status reports."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

DRAFTED = register_event("status_reports.report.drafted", _("Lập dự thảo báo cáo tình hình"))
COUNTED = register_event("status_reports.report.counted", _("Lấy lại số liệu báo cáo tình hình"))
WRITTEN = register_event("status_reports.report.written", _("Sửa lời báo cáo tình hình"))
ISSUED = register_event("status_reports.report.issued", _("Phát hành báo cáo tình hình"))
WITHDRAWN = register_event("status_reports.report.withdrawn", _("Thu hồi báo cáo tình hình"))
DISCARDED = register_event("status_reports.report.discarded", _("Bỏ dự thảo báo cáo tình hình"))
TAKEN_OUT = register_event("status_reports.report.taken_out", _("Xuất báo cáo tình hình"))

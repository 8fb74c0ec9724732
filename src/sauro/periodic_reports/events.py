"""Domain events of periodic reports."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

DEFINITION_MADE = register_event("periodic_reports.definition.made", _("Lập mẫu báo cáo"))
DRAFT_MADE = register_event("periodic_reports.definition.revised", _("Mở bản sửa của mẫu báo cáo"))
DRAFT_EDITED = register_event("periodic_reports.definition.edited", _("Sửa mẫu báo cáo"))
PUBLISHED = register_event("periodic_reports.definition.published", _("Ban hành mẫu báo cáo"))
ROUND_OPENED = register_event("periodic_reports.round.opened", _("Mở đợt báo cáo"))
URGED = register_event("periodic_reports.round.urged", _("Đôn đốc báo cáo chưa gửi"))
DUE_SET = register_event("periodic_reports.report.due_set", _("Đặt lại hạn gửi báo cáo"))
FIGURES_READ = register_event("periodic_reports.report.figures_read", _("Cập nhật số liệu hệ thống"))
EDITED = register_event("periodic_reports.report.edited", _("Nhập báo cáo"))
SOURCE_TAKEN = register_event("periodic_reports.report.source_taken", _("Đưa nội dung đơn vị vào báo cáo chung"))
SENTENCE_TAKEN = register_event("periodic_reports.report.sentence_taken", _("Đưa câu của hệ thống vào báo cáo"))
SUBMITTED = register_event("periodic_reports.report.submitted", _("Trình lãnh đạo duyệt báo cáo"))
TAKEN_BACK = register_event("periodic_reports.report.taken_back", _("Rút báo cáo lại để sửa"))
REFUSED = register_event("periodic_reports.report.refused", _("Lãnh đạo yêu cầu sửa báo cáo"))
APPROVED = register_event("periodic_reports.report.approved", _("Duyệt báo cáo"))
SENT = register_event("periodic_reports.report.sent", _("Gửi báo cáo"))
RECALLED = register_event("periodic_reports.report.recalled", _("Thu hồi báo cáo để đính chính"))
ACCEPTED = register_event("periodic_reports.report.accepted", _("Cấp trên nhận báo cáo"))
RETURNED = register_event("periodic_reports.report.returned", _("Cấp trên trả lại báo cáo"))
EXPORTED = register_event("periodic_reports.report.exported", _("Xuất báo cáo ra tệp"))

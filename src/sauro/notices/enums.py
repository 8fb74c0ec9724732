"""What a notice is about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """Why somebody is told."""

    GIVEN = "given", _("Có nhiệm vụ mới")
    NAMED = "named", _("Được phân công thực hiện")
    QUESTIONED = "questioned", _("Nơi nhận đề nghị xem lại")
    INSISTED = "insisted", _("Bên giao giữ nguyên nhiệm vụ")
    HANDED_IN = "handed_in", _("Sản phẩm chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã được xác nhận hoàn thành")
    RETURNED = "returned", _("Sản phẩm bị trả lại")
    STOPPED = "stopped", _("Nhiệm vụ đã dừng")
    PART_GIVEN_BACK = "part_given_back", _("Phần việc được trả lại bên giao")
    PART_MOVED = "part_moved", _("Phần việc chuyển sang nơi khác")
    EXTENSION_ASKED = "extension_asked", _("Đề nghị lùi thời hạn")
    EXTENSION_GRANTED = "extension_granted", _("Được lùi thời hạn")
    EXTENSION_REFUSED = "extension_refused", _("Không được lùi thời hạn")
    DEADLINE_SET = "deadline_set", _("Bên giao đặt lại thời hạn")
    REWORDED = "reworded", _("Bên giao đổi nội dung, sản phẩm")
    DUE_SOON = "due_soon", _("Sắp đến hạn")
    DUE_TODAY = "due_today", _("Đến hạn hôm nay")
    OVERDUE = "overdue", _("Quá hạn")
    NUDGED = "nudged", _("Bên giao nhắc thực hiện")
    TAKEN_BACK = "taken_back", _("Thao tác trước đã được hoàn tác")
    ESCALATED = "escalated", _("Quá hạn kéo dài, báo người đứng đầu")
    ANSWER_DUE = "answer_due", _("Đơn vị đang chờ bên giao trả lời")
    ANSWER_ESCALATED = "answer_escalated", _("Bên giao chưa trả lời kéo dài, báo người đứng đầu")
    DIFFICULTY_RAISED = "difficulty_raised", _("Khó khăn, vướng mắc chờ trả lời")
    ANSWER_OVERDUE = "answer_overdue", _("Quá hạn trả lời khó khăn, vướng mắc")
    DIFFICULTY_ANSWERED = "difficulty_answered", _("Khó khăn, vướng mắc đã được trả lời")
    EXPLANATION_ASKED = "explanation_asked", _("Bị yêu cầu giải trình")
    MENTIONED = "mentioned", _("Được nhắc trong trao đổi")
    EXPLANATION_GIVEN = "explanation_given", _("Đã có giải trình")
    REPORT_ASKED = "report_asked", _("Có báo cáo định kỳ phải gửi")
    REPORT_DUE = "report_due", _("Báo cáo định kỳ sắp đến hạn")
    REPORT_MISSING = "report_missing", _("Báo cáo định kỳ quá hạn chưa gửi")
    REPORT_URGED = "report_urged", _("Cấp trên đôn đốc báo cáo")
    REPORT_SUBMITTED = "report_submitted", _("Báo cáo chờ duyệt")
    REPORT_APPROVED = "report_approved", _("Báo cáo đã duyệt, chờ gửi")
    REPORT_SENT = "report_sent", _("Đơn vị đã gửi báo cáo đính chính")
    REPORT_RETURNED = "report_returned", _("Báo cáo bị trả lại")
    REPORT_RECALLED = "report_recalled", _("Đơn vị thu hồi báo cáo")
    TARGET_GIVEN = "target_given", _("Được giao chỉ tiêu")
    TARGET_CHANGED = "target_changed", _("Chỉ tiêu thay đổi")
    TARGET_MEASURED = "target_measured", _("Có số đo cuối tháng chờ ghi vào chỉ tiêu")
    REPORT_ACCEPTED = "report_accepted", _("Cấp trên đã nhận báo cáo")
    CAREER_DUE = "career_due", _("Sắp đến thời hạn của cán bộ")
    CAREER_LATE = "career_late", _("Thời hạn của cán bộ đã qua, chưa ghi kết quả")
    SHEET_DUE = "sheet_due", _("Phiếu đánh giá đến hạn tự chấm")
    SHEET_LATE = "sheet_late", _("Quá hạn tự chấm, phiếu đánh giá chưa gửi")
    SHEET_RETURNED = "sheet_returned", _("Phiếu đánh giá được trả lại để tự chấm lại")
    SHEET_CONFIRMED = "sheet_confirmed", _("Phiếu đánh giá đã được xác nhận")
    SHEETS_DUE = "sheets_due", _("Phiếu đánh giá chờ xác nhận, đến hạn")
    SHEETS_LATE = "sheets_late", _("Quá hạn xác nhận phiếu đánh giá")
    SHEETS_OPEN = "sheets_open", _("Đến ngày chốt, đơn vị còn phiếu đánh giá chưa xác nhận")
    CLAIM_ANSWERED = "claim_answered", _("Đề nghị xem lại trong phiếu đánh giá đã được trả lời")
    RATING_DECIDED = "rating_decided", _("Có quyết định xếp loại năm của bạn")
    UNIT_RATED = "unit_rated", _("Có quyết định xếp loại năm của đơn vị")
    CADRE_RATED = "cadre_rated", _("Cấp ủy đã quyết định xếp loại của bạn")
    REVIEW_RECORDED = "review_recorded", _("Cấp ủy ghi nhận xét về bạn, chờ ý kiến của bạn")
    REVIEW_REPLIED = "review_replied", _("Cán bộ đã nêu ý kiến về nhận xét của cấp ủy")
    SIGN_ASKED = "sign_asked", _("Có điều cần bạn giải thích trong phiếu đánh giá")
    SIGN_ANSWERED = "sign_answered", _("Đã có giải thích trong phiếu đánh giá")
    SIGN_UNANSWERED = "sign_unanswered", _("Điều cần giải thích trong phiếu đánh giá chưa có trả lời")
    COMPLAINT_OWED = "complaint_owed", _("Kiến nghị về xếp loại chờ trả lời")
    COMPLAINT_ANSWERED = "complaint_answered", _("Kiến nghị về xếp loại đã được trả lời")


URGENT_KINDS = frozenset(
    {
        NoticeKind.OVERDUE,
        NoticeKind.ESCALATED,
        NoticeKind.ANSWER_ESCALATED,
        NoticeKind.ANSWER_OVERDUE,
        NoticeKind.EXPLANATION_ASKED,
        NoticeKind.REPORT_MISSING,
        NoticeKind.CAREER_LATE,
        NoticeKind.SHEET_LATE,
        NoticeKind.SHEETS_LATE,
    }
)
"""Kinds about something late: shown with the tone of late things."""


class DigestRhythm(models.TextChoices):
    """How often somebody gets a digest by mail."""

    OFF = "off", _("Không gửi thư")
    DAILY = "daily", _("Mỗi ngày")
    WEEKLY = "weekly", _("Mỗi tuần")

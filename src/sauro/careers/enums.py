"""Words with fixed meanings in careers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CompetencyGroup(models.TextChoices):
    """The three groups of the competency framework."""

    COMMON = "common", _("Năng lực chung")
    PROFESSIONAL = "professional", _("Năng lực chuyên môn")
    LEADERSHIP = "leadership", _("Năng lực quản lý")


class Need(models.TextChoices):
    """What a person may lack against their post: demands of its standard, and two duties of the decree on training."""

    EDUCATION = "education", _("Trình độ chuyên môn")
    SUBJECT = "subject", _("Chuyên ngành phù hợp")
    THEORY = "theory", _("Lý luận chính trị")
    STATE_MANAGEMENT = "state_management", _("Bồi dưỡng quản lý nhà nước")
    DIGITAL = "digital", _("Bồi dưỡng kỹ năng số")
    COMPETENCY = "competency", _("Năng lực")
    LEADERS_COURSE = "leaders_course", _("Lớp quản lý nhà nước trong 12 tháng từ khi bổ nhiệm")
    YEARLY_PERIODS = "yearly_periods", _("Bồi dưỡng bắt buộc hằng năm")


class Outcome(models.TextChoices):
    """How a person stands against one demand. What is not on record is unknown, never met and never lacking."""

    MET = "met", _("Đạt")
    LACKING = "lacking", _("Chưa đạt")
    UNKNOWN = "unknown", _("Chưa rõ")


class MoveKind(models.TextChoices):
    """How somebody is moved; the words are those of the facts that dossiers keep."""

    TRANSFER = "transfer", _("Điều động")
    ROTATION = "rotation", _("Luân chuyển")
    SECONDMENT = "secondment", _("Biệt phái")
    REAPPOINTMENT = "reappointment", _("Bổ nhiệm lại")


class MoveState(models.TextChoices):
    """How far a move is."""

    DRAFT = "draft", _("Đang chuẩn bị")
    DECIDED = "decided", _("Đã có quyết định")
    ENDED = "ended", _("Đã kết thúc")
    DROPPED = "dropped", _("Không thực hiện")


class Bars(models.TextChoices):
    """What an officer found on the cases in which nobody is moved. No reason is kept, only that it was looked into."""

    NOT_CHECKED = "", _("Chưa kiểm tra")
    CLEAR = "clear", _("Đã kiểm tra, không thuộc trường hợp nào")
    BARRED = "barred", _("Đã kiểm tra, có thuộc một trường hợp")


class Condition(models.TextChoices):
    """What the law asks of a move."""

    NOT_BARRED = "not_barred", _("Không thuộc trường hợp không được điều động, luân chuyển, biệt phái, bổ nhiệm lại")
    SECONDMENT_LENGTH = "secondment_length", _("Thời hạn biệt phái không quá 36 tháng")
    ROTATION_LENGTH = "rotation_length", _("Thời hạn luân chuyển ít nhất 36 tháng")
    PLANNED = "planned", _("Người luân chuyển thuộc quy hoạch")
    WORKING_TIME = "working_time", _("Còn đủ thời gian công tác để luân chuyển")
    RENEWABLE = "renewable", _("Còn từ 2 năm công tác; dưới 2 năm thì kéo dài thời gian giữ chức vụ")
    RENEWED_UNTIL = "renewed_until", _("Thời hạn bổ nhiệm lại đúng 5 năm, hoặc đến tuổi nghỉ hưu khi còn dưới 5 năm")
    NOT_LOCAL = "not_local", _("Vị trí không bố trí người địa phương")


class PlanningGroup(models.TextChoices):
    """Whom planning is about (HD 45-HD/BTCTW)."""

    DUE = "due", _("Đối tượng 1: đủ điều kiện để bổ nhiệm, giới thiệu ngay")
    SUCCESSOR = "successor", _("Đối tượng 2: nguồn kế cận")


class NominationState(models.TextChoices):
    """How far a name in planning is."""

    NOMINATED = "nominated", _("Được giới thiệu")
    APPROVED = "approved", _("Đã phê duyệt")
    REMOVED = "removed", _("Đã đưa ra khỏi quy hoạch")


class ReviewOutcome(models.TextChoices):
    """What the yearly review says of a name."""

    KEPT = "kept", _("Tiếp tục quy hoạch")
    REMOVED = "removed", _("Đưa ra khỏi quy hoạch")


class PlanningRule(models.TextChoices):
    """The numeric rules of planning, and who is not planned."""

    HIGHER = "higher", _("Quy hoạch chức danh cao hơn chức danh đang giữ")
    WORKING_TIME = "working_time", _("Còn đủ thời gian công tác tại thời điểm tham chiếu")
    PER_POST = "per_post", _("Số người trong danh sách của một chức danh")
    PER_PERSON = "per_person", _("Số chức danh cùng bậc của một người")
    DISCIPLINE = "discipline", _("Không có kỷ luật đang ghi trong hồ sơ")


class LocalRule(models.TextChoices):
    """How strictly a post is closed to local people."""

    MUST = "must", _("Không bố trí người địa phương")
    SHOULD = "should", _("Khuyến khích không là người địa phương")


class Locality(models.TextChoices):
    """Whether whoever holds a post comes from its commune."""

    OTHER = "khac", _("Không phải người địa phương")
    LOCAL = "dia-phuong", _("Người địa phương")
    UNKNOWN = "chua-ro", _("Chưa rõ quê quán")


class ActKind(models.TextChoices):
    """What an official decision did. The product records such decisions and proposes none."""

    RETIRED = "retired", _("Nghỉ hưu")
    RETIRED_EARLY = "retired_early", _("Nghỉ hưu trước tuổi, tinh giản biên chế")
    LEFT = "left", _("Thôi việc, chuyển công tác ra ngoài")
    RESIGNED = "resigned", _("Từ chức, thôi giữ chức vụ")
    RELIEVED = "relieved", _("Miễn nhiệm")
    DISMISSED = "dismissed", _("Bãi nhiệm, buộc thôi việc")
    SCREENED = "screened", _("Sàng lọc, cho thôi theo quyết định")
    REPLACED = "replaced", _("Thay thế theo quyết định")

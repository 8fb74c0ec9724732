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
    UNKNOWN = "unknown", _("Chưa rõ, thiếu dữ liệu")

"""Words with fixed meanings in the figures of the workforce."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Office(models.TextChoices):
    """The offices that the figures count apart. Which of them a domain has follows from whose office it is."""

    CHAIR = "chair", _("Chủ tịch Ủy ban nhân dân")
    COUNCIL_CHAIR = "council_chair", _("Chủ tịch Hội đồng nhân dân")
    SECRETARY = "secretary", _("Bí thư cấp ủy")
    DEPUTY = "deputy", _("Phó bí thư cấp ủy")
    ORGANISATION_HEAD = "org_head", _("Cấp trưởng tổ chức chính trị - xã hội")


class SizeOf(models.TextChoices):
    """What has a number of members laid down by the higher committee. Of secretaries there is one to a committee."""

    COMMITTEE = "committee", _("Ban chấp hành")
    STANDING = "standing", _("Ban thường vụ")
    DEPUTY = "deputy", _("Phó bí thư")


class Age(models.TextChoices):
    """On which side of the age cut somebody is on the day."""

    YOUNG = "young", _("Dưới tuổi đã chọn")
    OLDER = "older", _("Từ tuổi đã chọn")


class Side(models.TextChoices):
    """What the figures say of ethnicity: the majority, or one of the minorities."""

    MAJORITY = "majority", _("Kinh")
    MINORITY = "minority", _("Dân tộc thiểu số")


class Meets(models.TextChoices):
    """How somebody meets what the standard of their post demands of political theory; nothing on record is lacking."""

    MET = "met", _("Đạt chuẩn")
    LACKING = "lacking", _("Chưa đạt chuẩn")

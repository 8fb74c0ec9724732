"""What of the workforce can be measured for a target."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """A measure of the commune workforce; all are ratios. Those of the resolution's targets come first."""

    WELL = "well", _("Hoàn thành tốt nhiệm vụ trở lên / người đã được xếp loại")
    THEORY = "theory", _("Đạt chuẩn lý luận chính trị / người giữ vị trí có chuẩn này")
    STANDING_POSTGRADUATE = "standing_postgraduate", _("Ủy viên ban thường vụ có trình độ sau đại học")
    DIGITAL = "digital", _("Đã bồi dưỡng kỹ năng số / người hiện có")
    KEY_YOUNG = "key_young", _("Dưới 42 tuổi trong các chức danh chủ chốt")
    COMMITTEE_MINORITY = "committee_minority", _("Người dân tộc thiểu số trong cấp ủy")
    COMMITTEE_FEMALE = "committee_female", _("Nữ trong cấp ủy")
    OFFICIALS_POSTS = "officials_posts", _("Cán bộ, công chức hiện có / biên chế")
    EMPLOYEES_POSTS = "employees_posts", _("Viên chức hiện có / biên chế")


FIGURES = {
    Measure.WELL: "everyone.well", Measure.THEORY: "everyone.standard",
    Measure.STANDING_POSTGRADUATE: "standing.postgraduate",
    Measure.DIGITAL: "everyone.digital", Measure.KEY_YOUNG: "key.young",
    Measure.COMMITTEE_MINORITY: "committee.minority", Measure.COMMITTEE_FEMALE: "committee.female",
    Measure.OFFICIALS_POSTS: "officials.within", Measure.EMPLOYEES_POSTS: "employees.within",
}  # fmt: skip
"""The figure of the report that a measure is (:data:`sauro.headcounts.catalogue.FIGURES`)."""


class ProposalState(models.TextChoices):
    """What became of the figure of the end of a month that was proposed."""

    OPEN = "open", _("Chờ ghi")
    TAKEN = "taken", _("Đã ghi")
    ASIDE = "aside", _("Không ghi")

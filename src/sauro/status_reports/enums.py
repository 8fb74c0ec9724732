"""What a report is about, how far it is, and the groups into which it sorts work."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """Whose work a report is about."""

    GIVEN = "given", _("Việc đơn vị đã giao")
    RECEIVED = "received", _("Việc đơn vị được giao")
    DIRECTIVE = "directive", _("Một văn bản, từng điểm")


class PeriodKind(models.TextChoices):
    """The period of a report. ``FREE`` is any two days."""

    WEEK = "week", _("Tuần")
    MONTH = "month", _("Tháng")
    REPORT_MONTH = "report_month", _("Tháng báo cáo (15 đến 14)")
    QUARTER = "quarter", _("Quý")
    REPORT_QUARTER = "report_quarter", _("Quý báo cáo (15 đến 14)")
    YEAR = "year", _("Năm")
    FREE = "free", _("Khoảng ngày tự chọn")


class ReportState(models.TextChoices):
    """A draft can be counted again; an issued report never changes, a withdrawn one says why."""

    DRAFT = "draft", _("Dự thảo")
    ISSUED = "issued", _("Đã phát hành")
    WITHDRAWN = "withdrawn", _("Đã thu hồi")


class Group(models.TextChoices):
    """How a piece of work stood at the end of the period, in the order of the report."""

    DONE_ON_TIME = "done_on_time", _("Hoàn thành đúng hạn")
    DONE_LATE = "done_late", _("Hoàn thành quá hạn")
    OVERDUE = "overdue", _("Chưa hoàn thành, quá hạn")
    WAITING_OTHERS = "waiting_others", _("Chờ đơn vị khác đã trễ")
    WAITING = "waiting", _("Đã nộp, chờ xác nhận")
    IN_TIME = "in_time", _("Đang thực hiện, trong hạn")
    NO_DEADLINE = "no_deadline", _("Đang thực hiện, không hạn")
    STOPPED = "stopped", _("Đã dừng trong kỳ")


class ReasonOrigin(models.TextChoices):
    """Where the reason of a lateness was said."""

    NONE = "none", _("Chưa nêu lý do")
    OBJECTIVE = "objective", _("Nguyên nhân khách quan đã được công nhận")
    EXPLANATION = "explanation", _("Giải trình")
    REPORT = "report", _("Báo cáo gần nhất")


class FileKind(StrEnum):
    """The files a report can be taken out as."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"

"""Kinds of periods."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    """What a period is for. Kinds are never mixed: a month of reports has other days than a month of scores."""

    REPORT_MONTH = "report_month", _("Tháng (kỳ báo cáo)")
    REPORT_QUARTER = "report_quarter", _("Quý (kỳ báo cáo)")
    REPORT_HALF = "report_half", _("6 tháng (kỳ báo cáo)")
    REPORT_YEAR = "report_year", _("Năm (kỳ báo cáo)")
    CALENDAR_MONTH = "calendar_month", _("Tháng (theo lịch)")
    CALENDAR_QUARTER = "calendar_quarter", _("Quý (theo lịch)")
    CALENDAR_YEAR = "calendar_year", _("Năm (theo lịch)")
    SCHOOL_YEAR = "school_year", _("Năm học")

"""States, rules and origins of periodic reports."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FigureRule(models.TextChoices):
    """How a figure adds up (see :mod:`sauro.periodic_reports.rollup`)."""

    SUM = "sum", _("Cộng dồn")
    LATEST = "latest", _("Số cuối kỳ (cộng các đơn vị, lấy kỳ mới nhất)")
    RATIO = "ratio", _("Tỷ lệ (tử số trên mẫu số)")
    NONE = "none", _("Không cộng được (liệt kê từng đơn vị)")


class ReportState(models.TextChoices):
    """Where the report of a unit stands; allowed steps are in :mod:`sauro.periodic_reports.transitions`."""

    OPEN = "open", _("Đang nhập")
    WITH_HEAD = "with_head", _("Chờ lãnh đạo duyệt")
    APPROVED = "approved", _("Đã duyệt, chưa gửi")
    SENT = "sent", _("Đã gửi")
    RETURNED = "returned", _("Bị trả lại")
    ACCEPTED = "accepted", _("Cấp trên đã nhận")


class FigureOrigin(models.TextChoices):
    """Where the value of a figure comes from."""

    SYSTEM = "system", _("Hệ thống tính")
    ROLLED_UP = "rolled_up", _("Cộng từ các đơn vị")
    TYPED = "typed", _("Người nhập")
    CHANGED = "changed", _("Người sửa số của hệ thống")


class Punctuality(models.TextChoices):
    """How a report stands against its deadline. Derived, never stored."""

    ON_TIME = "on_time", _("Gửi đúng hạn")
    LATE = "late", _("Gửi muộn")
    PENDING = "pending", _("Chưa gửi, còn hạn")
    MISSING = "missing", _("Chưa gửi, quá hạn")

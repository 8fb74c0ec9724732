"""Words with fixed meanings in imports of people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """Where an import stands."""

    READING = "reading", _("Đang đọc")
    MAPPING = "mapping", _("Chờ ghép cột")
    CHECKING = "checking", _("Đang kiểm tra")
    CHECKED = "checked", _("Đã kiểm tra")
    APPLYING = "applying", _("Đang ghi")
    DONE = "done", _("Đã ghi")
    DROPPED = "dropped", _("Đã bỏ")


WORKING = (ImportState.READING, ImportState.CHECKING, ImportState.APPLYING)
"""Where work in the background is under way."""


class FileKind(models.TextChoices):
    """How the file is written."""

    XLSX = "xlsx", _("Excel (.xlsx)")
    XLS = "xls", _("Excel cũ (.xls)")
    CSV = "csv", _(".csv")


class Outcome(models.TextChoices):
    """What writing a row would do."""

    NEW = "new", _("Hồ sơ mới")
    CHANGED = "changed", _("Có thay đổi")
    SAME = "same", _("Không thay đổi")
    ASKED = "asked", _("Cần xác nhận")
    FAULTY = "faulty", _("Có lỗi")


class FaultSeverity(models.TextChoices):
    """How much a fault weighs: an error keeps its row from being written."""

    ERROR = "error", _("Lỗi")
    WARNING = "warning", _("Lưu ý")


class EthnicTable(models.TextChoices):
    """The tables that number ethnic groups."""

    GSO = "gso", _("Bảng mã của Cục Thống kê")
    OF_1979 = "1979", _("Danh mục năm 1979 (QĐ 121-TCTK/PPCĐ)")

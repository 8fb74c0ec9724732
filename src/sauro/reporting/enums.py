"""What the board can count, and the groups in which units are compared."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoardSide(models.TextChoices):
    """Whose work the board counts. The values are those of the address."""

    GIVEN = "da-giao", _("Việc đã giao")
    ALL = "tat-ca", _("Tất cả việc được xem")


class UnitGroup(models.TextChoices):
    """Units that are fairly compared with each other."""

    DEPARTMENTS = "departments", _("Cơ quan cấp tỉnh")
    COMMUNES = "communes", _("Xã")
    WARDS = "wards", _("Phường")
    ZONES = "zones", _("Đặc khu")
    DIVISIONS = "divisions", _("Phòng, đơn vị trực thuộc")
    PARTY = "party", _("Cơ quan Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể")

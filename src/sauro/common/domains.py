"""The three separate worlds of records. Access to one gives none to another."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """Which system a record belongs to: the State, the Party, or the Front and mass organisations."""

    STATE = "state", _("Nhà nước")
    PARTY = "party", _("Đảng")
    FRONT = "front", _("Mặt trận, đoàn thể")

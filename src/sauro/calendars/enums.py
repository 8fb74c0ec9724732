"""Kinds of days that differ from their day of the week."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    """Off though a weekday, worked though a weekend, or worked for one half."""

    HOLIDAY = "holiday", _("Ngày nghỉ")
    WORKED = "worked", _("Ngày làm bù")
    HALF = "half", _("Chỉ làm nửa ngày")

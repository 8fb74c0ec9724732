"""Kinds of days that differ from their day of the week."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    """Off though a weekday, or worked though a weekend."""

    HOLIDAY = "holiday", _("Ngày nghỉ")
    WORKED = "worked", _("Ngày làm bù")

"""Choices of the timeline."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class RowsBy(models.TextChoices):
    """What a row of the timeline stands for."""

    UNIT = "don-vi", _("Theo đơn vị")
    PERSON = "nguoi", _("Theo người")

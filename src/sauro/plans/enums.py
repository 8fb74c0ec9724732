"""How work came into a plan."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    """How an item came into the plan of a month. The kinds decide the denominator of the month's score."""

    PLANNED = "planned", _("Trong kế hoạch")
    AD_HOC = "ad_hoc", _("Đột xuất")
    TAKEN_OVER = "taken_over", _("Nhận thay")

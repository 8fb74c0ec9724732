"""States of a difficulty, how it found its way, and what an answer says about its cause."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DifficultyState(models.TextChoices):
    """Where a difficulty stands."""

    OPEN = "open", _("Chờ trả lời")
    ANSWERED = "answered", _("Đã trả lời")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Route(models.TextChoices):
    """Why a difficulty first went where it went."""

    NAMED = "named", _("nơi văn bản nêu")
    GIVER = "giver", _("bên giao việc")
    ABOVE = "above", _("cấp trên trực tiếp")
    CHOSEN = "chosen", _("nơi được chọn")


class Cause(models.TextChoices):
    """Whether the competent person takes the difficulty for an objective cause (NĐ 335/2025/NĐ-CP)."""

    UNDECIDED = "undecided", _("Chưa kết luận")
    OBJECTIVE = "objective", _("Nguyên nhân khách quan")
    SUBJECTIVE = "subjective", _("Không phải nguyên nhân khách quan")

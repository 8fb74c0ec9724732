"""Words with fixed meanings in proposals of moves."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Grade(models.IntegerChoices):
    """A grade from nothing to very much: the hardship of a place, the circumstances of a person."""

    NONE = 0, _("0 – không")
    SOME = 1, _("1 – ít")
    MUCH = 2, _("2 – nhiều")
    MOST = 3, _("3 – rất nhiều")


class ScenarioState(models.TextChoices):
    """How far the calculation of a scenario is."""

    COMPUTING = "computing", _("Đang tính")
    READY = "ready", _("Đã có kết quả")
    FAILED = "failed", _("Không tính được")


class MoveState(models.TextChoices):
    """What people said of a proposed move. Confirmed means a draft of a decision, never an appointment."""

    PROPOSED = "proposed", _("Mới đề xuất")
    CONFIRMED = "confirmed", _("Đã chọn làm dự thảo")
    REFUSED = "refused", _("Không chọn")

"""What becomes of a question to the language model."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallState(models.TextChoices):
    """Waiting for the background job, answered, or without an answer that can be used."""

    WAITING = "waiting", _("Đang chờ")
    DONE = "done", _("Đã trả lời")
    FAILED = "failed", _("Không có kết quả")

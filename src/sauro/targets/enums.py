"""Kinds and states of targets."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AddUpChoice(models.TextChoices):
    """How an indicator adds up (:class:`sauro.targets.rules.AddUp`)."""

    SUM = "sum", _("Cộng (lũy kế trong năm)")
    LATEST = "latest", _("Số tại thời điểm")
    RATIO = "ratio", _("Tỷ lệ (tử số trên mẫu số)")
    NONE = "none", _("Không cộng được")


class DirectionChoice(models.TextChoices):
    """Which way is better (:class:`sauro.targets.rules.Direction`)."""

    UP = "up", _("Càng cao càng tốt")
    DOWN = "down", _("Càng thấp càng tốt")


class StandingChoice(models.TextChoices):
    """How a figure stands to its target (:class:`sauro.targets.rules.Standing`)."""

    REACHED = "reached", _("Đã đạt")
    ON_PACE = "on_pace", _("Kịp tiến độ")
    BEHIND = "behind", _("Chậm tiến độ")
    UNKNOWN = "unknown", _("Chưa đủ số liệu")


class Operator(models.TextChoices):
    """How a document bounds a value."""

    AT_LEAST = ">=", _("ít nhất")
    EXACTLY = "=", _("bằng")
    AT_MOST = "<=", _("không quá")


class AskKind(models.TextChoices):
    """Where a value that is asked for comes from."""

    DOCUMENT = "document", _("Văn bản")
    GIVEN = "given", _("Cấp trên giao")


class AskState(models.TextChoices):
    """What became of a value that is asked for."""

    OPEN = "open", _("Chờ thống nhất")
    ADOPTED = "adopted", _("Đang theo")
    NOT_ADOPTED = "not_adopted", _("Không theo, có lý do")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Per(models.IntegerChoices):
    """Of how many a share is counted."""

    ONE = 1, _("1 (lần)")
    HUNDRED = 100, _("100 (%)")
    THOUSAND = 1000, _("1.000 (‰)")
    TEN_THOUSAND = 10_000, _("10.000 dân")
    HUNDRED_THOUSAND = 100_000, _("100.000 dân")

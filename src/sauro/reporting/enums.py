"""What the board can count, and how its cells are named."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoardSide(models.TextChoices):
    """Whose work the board counts. The values are those of the address."""

    GIVEN = "da-giao", _("Việc đã giao")
    ALL = "tat-ca", _("Tất cả việc được xem")


class BoardTab(models.TextChoices):
    """The parts of the board. The values are those of the address."""

    OVERVIEW = "tong-quan", _("Tổng quan")
    UNITS = "don-vi", _("Theo đơn vị")
    FIELDS = "linh-vuc", _("Theo lĩnh vực")
    DIRECTIVES = "van-ban", _("Theo văn bản")
    LOAD = "tai-viec", _("Tải việc")


class CellKind(models.TextChoices):
    """How an assignment stands as far as time alone cannot change it.

    The values are those of :class:`~sauro.tasks.timeliness.Timeliness`, except ``OPEN``: open work with a deadline,
    which days turn from in time to overdue.
    """

    OPEN = "open"
    NO_DEADLINE = "no_deadline"
    RECURRING = "recurring"
    WAITING = "waiting"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    STOPPED = "stopped"


class CellSource(models.TextChoices):
    """What the cells of the board are compared with and made anew from."""

    ROWS = "rows"
    HISTORY = "history"

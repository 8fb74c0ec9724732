"""A monthly part is of an assignment: what is to be delivered of it in one month."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import VIETNAM
from sauro.plans.parting import WHOLE, Part
from sauro.tasks.models import Assignment


@track()
class MonthlyPart(Record):
    """One part of work that lasts over several months (docs/adr/0028).

    ``share`` is percent of the whole; those of all parts that were not replaced add up to 100. ``month`` is the first
    day of the month in which ``product`` is due, ``month_first`` the one it was first planned in. Whoever works on a
    part delivers it, in ``delivered_text``; the head may return it, which ``returns`` counts. ``replaced_at`` marks
    what another division took the place of, before any plan held it.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="monthly_parts")
    number = models.PositiveSmallIntegerField(_("phần số"))
    month = models.DateField(_("tháng"))
    month_first = models.DateField(_("tháng dự kiến ban đầu"))
    share = models.PositiveSmallIntegerField(_("tỷ trọng (%)"))
    product = models.TextField(_("sản phẩm của phần việc"))
    delivered_at = models.DateTimeField(_("nộp lúc"), null=True)
    delivered_by_name = models.CharField(max_length=120, blank=True)
    delivered_text = models.TextField(_("kết quả"), blank=True)
    returns = models.PositiveSmallIntegerField(_("số lần trả lại"), default=0)
    return_reason = models.TextField(_("vì sao trả lại"), blank=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("phần việc theo tháng")
        ordering = ["month", "number"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "number"], name="plans_part_number"),
            models.CheckConstraint(condition=models.Q(share__range=(1, WHOLE)), name="plans_part_share"),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} #{self.number}"

    @property
    def event_text(self) -> str:
        """How events name the part: never by its words."""
        return f"{self.assignment.code}#{self.number}"

    @property
    def in_short(self) -> str:
        """The part without its words, for events."""
        return f"#{self.number}:{self.month:%m/%Y}:{self.share}%"

    @property
    def domain(self) -> str:
        """The domain of the work."""
        return self.assignment.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit that does the work: events belong to it, and no giver learns of them."""
        return self.assignment.unit_id

    @property
    def delivered_on(self) -> dt.date | None:
        """The day it was delivered, in Vietnam."""
        return self.delivered_at.astimezone(VIETNAM).date() if self.delivered_at else None

    @property
    def as_part(self) -> Part:
        """The part as the rule sees it."""
        return Part(self.number, self.month, self.share, self.delivered_at is not None)

"""The giver asks why work is overdue; the body answers in writing."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.tasks.models import Assignment


@track()
class Explanation(Record):
    """A demand for an explanation, and the answer to it. It stays open, and is urged, until it is answered.

    ``due_on`` is the inclusive last day for the answer. One demand at a time is open on an assignment.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="explanations")
    question = models.TextField(_("yêu cầu giải trình"))
    asked_at = models.DateTimeField(_("yêu cầu lúc"))
    asked_by_name = models.CharField(max_length=120)
    due_on = models.DateField(_("hạn giải trình"))
    answer = models.TextField(_("giải trình"), blank=True)
    answered_at = models.DateTimeField(_("giải trình lúc"), null=True)
    answered_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("giải trình")
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(answered_at__isnull=True),
                name="notices_explanation_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.asked_at:%d/%m/%Y}"

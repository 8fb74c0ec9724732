"""The rhythm of recurring work. Its occurrences are assignments with the head as parent (docs/adr/0013)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.tasks.models.assignments import Assignment
from sauro.tasks.schedule import Closing, Rhythm, Schedule


@track()
class Series(Record):
    """How often the work of ``head`` comes back, from when, until when (last day; empty: until stopped)."""

    head = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="series")
    rhythm = models.CharField(_("định kỳ"), max_length=12, choices=Rhythm.choices)
    closing = models.CharField(_("cách chốt kỳ"), max_length=10, choices=Closing.choices, default=Closing.CALENDAR)
    due_day = models.PositiveSmallIntegerField(_("ngày phải nộp"), default=0)
    months_after = models.SmallIntegerField(_("số tháng sau kỳ"), default=0)
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("lịch định kỳ")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="tasks_series_ends_after_start",
            ),
            models.CheckConstraint(condition=models.Q(due_day__lte=31), name="tasks_series_day"),
        ]

    def __str__(self) -> str:
        return f"{self.head_id} {self.rhythm}"

    @property
    def schedule(self) -> Schedule:
        """The rhythm as a value that computes periods."""
        return Schedule(Rhythm(self.rhythm), self.due_day, self.months_after, Closing(self.closing))

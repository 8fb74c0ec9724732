"""A plan is of an appointment and a month; an item is of an assignment or of one monthly part of it, once."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Appointment, Unit
from sauro.plans.enums import ItemKind
from sauro.plans.models.parts import MonthlyPart
from sauro.tasks.models import Assignment


@track()
class MonthlyPlan(Record):
    """What one appointment had to deliver in one calendar month. ``month`` is its first day. Opened once, then frozen.

    ``unit`` is the unit of the appointment when the month was opened: whose people may read the plan.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="monthly_plans")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(_("khối"), max_length=10)
    month = models.DateField(_("tháng"))
    opened_at = models.DateTimeField(_("mở lúc"))

    class Meta:
        verbose_name = _("kế hoạch tháng")
        ordering = ["-month", "id"]
        constraints = [models.UniqueConstraint(fields=["appointment", "month"], name="plans_one_per_month")]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.month:%m/%Y}"

    @property
    def event_text(self) -> str:
        """How events name the plan."""
        return f"{self.month:%m/%Y}"


@track()
class PlanItem(Record):
    """An assignment in a plan, or one monthly part of it (``part``), with its wording and last day as they were then.

    Never removed: who loses the work keeps the item, marked as given back with who decided and when; a part moved to
    another month stays what was planned in this one.
    """

    plan = models.ForeignKey(MonthlyPlan, on_delete=models.PROTECT, related_name="items")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="plan_items")
    part = models.ForeignKey(MonthlyPart, on_delete=models.PROTECT, null=True, related_name="plan_items")
    kind = models.CharField(_("loại"), max_length=12, choices=ItemKind.choices)
    wording = models.TextField(_("nội dung"))
    due_on = models.DateField(_("thời hạn"), null=True)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=120)
    given_back_at = models.DateTimeField(null=True)
    given_back_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("việc trong kế hoạch tháng")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "assignment", "part"], nulls_distinct=False, name="plans_item_once_a_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.assignment_id}"

    @property
    def owed_since(self) -> dt.date | None:
        """The month whose end the item was due at, when its plan is of a later one: work that came back."""
        due = self.due_on.replace(day=1) if self.due_on else None
        return due if due and due < self.plan.month else None

    @property
    def moved_to(self) -> dt.date | None:
        """The later month to which the part was moved since; the item stays in this plan."""
        return self.part.month if self.part and self.part.month > self.plan.month else None

"""A run does one act to many assignments, each by itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.common.base import Record
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment


class Run(Record):
    """One act on the assignments chosen in a list.

    ``arguments`` is what the act needs (a day, a reason), as text. ``acting_unit`` is the unit its owner acted for.
    ``is_cut`` says that more matched than a run takes. ``undoes`` is the run this one takes back.
    """

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="bulk_runs")
    acting_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(_("thao tác"), max_length=12, choices=Act.choices)
    arguments = models.JSONField(default=dict)
    list_name = models.CharField(max_length=80)
    query = models.TextField(blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=RunState.choices, default=RunState.DRAFT)
    total = models.PositiveIntegerField(_("số nhiệm vụ"))
    is_cut = models.BooleanField(default=False)
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="undoings")
    created_at = models.DateTimeField(_("lập lúc"))
    started_at = models.DateTimeField(_("thực hiện lúc"), null=True)
    finished_at = models.DateTimeField(_("xong lúc"), null=True)

    class Meta:
        verbose_name = _("thao tác trên nhiều nhiệm vụ")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["owner", "-created_at"])]

    def __str__(self) -> str:
        return f"{self.get_act_display()} ({self.total})"

    @property
    def event_text(self) -> str:
        """How events name the run: never by what its owner typed."""
        return str(self.act)

    @property
    def owner_unit_id(self) -> object:
        """The unit its owner acted for: the event of the run belongs to it."""
        return self.acting_unit_id


class RunRow(Record):
    """One assignment of a run.

    ``effects`` are lines of what the act changes, as text before and after; ``message`` says why it was refused.
    ``way_back`` is empty when the act can be taken back, else why not. The marks are where the assignment stood before
    and after the act (:mod:`sauro.tasks.services.undoing`).
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="rows")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="bulk_rows")
    position = models.PositiveIntegerField()
    outcome = models.CharField(_("kết quả"), max_length=10, choices=Outcome.choices, default=Outcome.UNCHECKED)
    message = models.TextField(_("lý do"), blank=True)
    effects = models.JSONField(default=list)
    way_back = models.TextField(_("hoàn tác"), blank=True)
    before_version = models.BigIntegerField(null=True)
    before_event = models.UUIDField(null=True)
    after_version = models.BigIntegerField(null=True)
    after_event = models.UUIDField(null=True)
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="undoings")

    class Meta:
        verbose_name = _("nhiệm vụ trong thao tác")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="bulk_row_one_place")]
        indexes = [models.Index(fields=["run", "outcome"])]

    def __str__(self) -> str:
        return f"{self.run_id} #{self.position}"

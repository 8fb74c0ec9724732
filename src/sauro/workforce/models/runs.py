"""One change for many people: what was chosen, what was asked, and what came of it for each."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.organizations.models import Unit
from sauro.workforce.enums import RunOutcome, RunState
from sauro.workforce.models.dossiers import Dossier


class PeopleRun(Record):
    """A change of many dossiers, from the choice in the list to its end. It happens for all it can happen to, or not.

    ``act`` is a kind of fact, or moving to a post; ``arguments`` is what it says, as text. ``query`` is that of the
    list when everything that matches was chosen (``takes_all``), ``is_cut`` says that more matched than a run takes.
    ``failure`` says why the last attempt changed nobody.
    """

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="people_runs")
    acting_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(_("thay đổi"), max_length=16)
    arguments = models.JSONField(default=dict)
    query = models.TextField(blank=True)
    takes_all = models.BooleanField(default=False)
    state = models.CharField(_("trạng thái"), max_length=10, choices=RunState.choices, default=RunState.DRAFT)
    total = models.PositiveIntegerField(_("số người"))
    is_cut = models.BooleanField(default=False)
    failure = models.TextField(blank=True)
    created_at = models.DateTimeField(_("lập lúc"), default=now)
    finished_at = models.DateTimeField(_("xong lúc"), null=True)

    class Meta:
        verbose_name = _("lần ghi cho nhiều người")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["owner", "-created_at"])]

    def __str__(self) -> str:
        return f"{self.act} ({self.total})"

    @property
    def event_text(self) -> str:
        """How events name it: never by what its owner typed."""
        return self.act

    @property
    def owner_unit_id(self) -> object:
        """The unit its owner acted for: the event of the run belongs to it."""
        return self.acting_unit_id


class PeopleRunRow(Record):
    """One dossier of a run: what it says before and after, or why it is not changed."""

    run = models.ForeignKey(PeopleRun, on_delete=models.CASCADE, related_name="rows")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    outcome = models.CharField(
        _("kết quả"), max_length=10, choices=RunOutcome.choices, default=RunOutcome.UNCHECKED
    )  # fmt: skip
    before = models.CharField(_("đang ghi"), max_length=500, blank=True)
    after = models.CharField(_("sẽ ghi"), max_length=900, blank=True)
    message = models.TextField(_("lý do"), blank=True)

    class Meta:
        verbose_name = _("người trong lần ghi")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["run", "dossier"], name="workforce_run_one_row")]

    def __str__(self) -> str:
        return f"{self.run_id} #{self.position}"

"""That the measure of the end of a month waits to be taken over as what a unit has reached."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.measuring.enums import ProposalState
from sauro.targets.models import Actual, Share


@track()
class Proposal(Record):
    """A share and the last day of a month. It holds no number: each reader is shown what they may have figures of.

    ``actual`` is the figure that a person took over; setting aside needs a reason. Nothing is taken over by itself.
    """

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="measure_proposals")
    day = models.DateField(_("số đến ngày"))
    state = models.CharField(max_length=8, choices=ProposalState.choices, default=ProposalState.OPEN)
    proposed_at = models.DateTimeField(default=now, editable=False)
    actual = models.ForeignKey(Actual, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by_name = models.CharField(max_length=160, blank=True)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("số đo chờ ghi")
        ordering = ["day", "share__indicator__sort_key", "id"]
        constraints = [models.UniqueConstraint(fields=["share", "day"], name="measuring_proposal_once")]
        indexes = [models.Index(fields=["state", "day"], name="measuring_proposal_waiting")]

    def __str__(self) -> str:
        return f"{self.share_id} {self.day}"

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the indicator."""
        return self.share.indicator.code

    @property
    def domain(self) -> str:
        """The domain of the indicator."""
        return self.share.indicator.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit that has to reach the target."""
        return self.share.unit_id

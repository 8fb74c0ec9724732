"""What a person asks about a piece of work in their sheet, and what was answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import ClaimAbout, ClaimKind, ClaimState
from sauro.appraisals.models.sheets import SheetItem
from sauro.audit.history import track
from sauro.common.base import Record


@track()
class Claim(Record):
    """A claim on one item: an objective cause, a conclusion that is disputed, or work that was moved away.

    Granted by the authority, ``times`` failures or delays do not count, or the whole does not (NĐ 335 Điều 14 khoản 2).
    """

    item = models.ForeignKey(SheetItem, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(_("đề nghị"), max_length=10, choices=ClaimKind.choices)
    about = models.CharField(_("về"), max_length=8, choices=ClaimAbout.choices)
    times = models.PositiveSmallIntegerField(_("số lần"), default=1)
    text = models.TextField(_("lý do"))
    state = models.CharField(_("trả lời"), max_length=10, choices=ClaimState.choices, default=ClaimState.OPEN)
    made_at = models.DateTimeField(_("đề nghị lúc"))
    made_by_name = models.CharField(max_length=160)
    answer = models.TextField(_("trả lời"), blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name = _("đề nghị xem lại")
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "about"], condition=Q(state=ClaimState.OPEN), name="appraisals_claim_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.kind}"

    @property
    def domain(self) -> str:
        """The domain of the sheet."""
        return self.item.sheet.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit of the person: events belong to it."""
        return self.item.sheet.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the month of its sheet."""
        return self.item.sheet.event_text

"""What somebody may be asked to explain, and what they answered."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import SignCode
from sauro.appraisals.models.sheets import Sheet
from sauro.audit.history import track
from sauro.common.base import Record


@track()
class Sign(Record):
    """One question to the person of a sheet. Nothing that scores, rates, filters or sorts reads it (docs/adr/0041).

    ``facts`` hold identities of lines, days and numbers as :mod:`sauro.appraisals.rules.signs` gives them, no words.
    ``seen_at`` is when the person first saw it; the head comes after. ``gone_at`` marks an answered one whose facts are
    gone; one without an answer is then deleted.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="signs")
    code = models.CharField(_("điều cần giải thích"), max_length=12, choices=SignCode.choices)
    facts = models.JSONField(default=dict)
    found_at = models.DateTimeField(_("thấy lúc"))
    seen_at = models.DateTimeField(_("người được đánh giá xem lúc"), null=True)
    answer = models.TextField(_("giải thích"), blank=True)
    answered_at = models.DateTimeField(_("giải thích lúc"), null=True)
    gone_at = models.DateTimeField(_("không còn từ"), null=True)

    class Meta:
        verbose_name = _("điểm cần giải thích")
        ordering = ["code", "id"]
        constraints = [models.UniqueConstraint(fields=["sheet", "code"], name="appraisals_one_sign")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.code}"

    @property
    def domain(self) -> str:
        """The domain of the sheet."""
        return self.sheet.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit of the person: events belong to it."""
        return self.sheet.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the month of its sheet."""
        return self.sheet.event_text

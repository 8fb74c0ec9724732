"""Papers of a dossier: files that prove a fact or a post, sealed with the key of the person."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.documents.models import StoredFile
from sauro.workforce.enums import PaperKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models.dossiers import Dossier
from sauro.workforce.models.facts import Fact
from sauro.workforce.models.tenures import Tenure


@track()
class DossierPaper(Record):
    """A file that proves a fact or a post of the dossier, or the dossier as a whole.

    ``file`` holds the bytes sealed with the person's key; ``size`` and ``media_type`` are those of the file brought.
    Who may open it follows from what it proves: see :attr:`is_sensitive`. A withdrawn one stays and is given to nobody.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="papers")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    tenure = models.ForeignKey(Tenure, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    kind = models.CharField(_("loại giấy tờ"), max_length=12, choices=PaperKind.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("tên tệp"), max_length=240)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    added_at = models.DateTimeField(default=now)
    added_by_name = models.CharField(max_length=160)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=160, blank=True)
    withdrawn_reason = models.CharField(_("lý do rút"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("giấy tờ hồ sơ")
        ordering = ["-added_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="workforce_paper_proves_one",
                condition=models.Q(fact__isnull=True) | models.Q(tenure__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_sensitive(self) -> bool:
        """Whether opening it needs a reason and the right to what is sealed.

        That is so for papers of a sensitive fact, and for those of the dossier as a whole, such as a personal
        statement, which may say anything.
        """
        if self.fact is not None:
            return FACTS[self.fact.kind].is_sealed
        return self.tenure_id is None

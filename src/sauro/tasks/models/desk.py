"""Who is at work on which document just now."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.common.base import Record
from sauro.documents.models import Document


class DeskPresence(Record):
    """The last sign of life of a user at the desk of a document. Ephemeral: no history, swept after a day."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("người đang rà soát")
        constraints = [models.UniqueConstraint(fields=["document", "user"], name="tasks_presence_unique")]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.document_id}"

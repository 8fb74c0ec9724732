"""A question about one document, and what became of it, in figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.assistant.enums import CallState
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.documents.models import Document


@track()
class ModelCall(Record):
    """One question: who asked, for what, how much was sent, how long it took, how many proposals stood the check.

    Neither the text sent nor the answer is kept; ``message`` says why nothing came of it, in our own words.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="model_calls")
    state = models.CharField(_("trạng thái"), max_length=10, choices=CallState.choices, default=CallState.WAITING)
    asked_by_id = models.UUIDField()
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    purpose = models.CharField(_("mục đích"), max_length=300)
    host = models.CharField(max_length=255)
    characters_sent = models.PositiveIntegerField(default=0)
    bytes_received = models.PositiveIntegerField(default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    proposed = models.PositiveIntegerField(default=0)
    dropped = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=300, blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần hỏi mô hình ngôn ngữ")
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(state="waiting"), name="assistant_call_one_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"

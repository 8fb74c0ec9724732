"""Text anchors: the text of a file as one version of a reader saw it, and the use a document makes of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models.documents import Document


class ExtractedText(Record):
    """The text of a file by content hash and reader version. Never changed: spans point into it.

    ``blocks`` is the list of blocks in the shape of :mod:`vanban.types`, for showing the document as a page.
    ``uncertain`` lists the words that were recognised with little confidence, as ``[start, end, confidence]``.
    """

    domain = models.CharField(max_length=10, choices=Domain.choices)
    file_sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=40)
    text = models.TextField()
    blocks = models.JSONField(default=list)
    page_count = models.PositiveIntegerField(null=True)
    notices = models.JSONField(default=list)
    uncertain = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("văn bản trích")
        constraints = [
            models.UniqueConstraint(fields=["domain", "file_sha256", "reader"], name="documents_text_unique")
        ]

    def __str__(self) -> str:
        return f"{self.file_sha256[:12]} {self.reader}"


@track()
class Reading(Record):
    """One reading of a document: a text and what was found in it. A new reading is a new row, never an overwrite.

    ``extraction`` is the object of the extraction contract without its text.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    text = models.ForeignKey(ExtractedText, on_delete=models.PROTECT, related_name="readings")
    extractor = models.CharField(max_length=40)
    extraction = models.JSONField(default=dict)
    is_current = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("lần đọc")
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(is_current=True), name="documents_reading_one_current"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.extractor}"

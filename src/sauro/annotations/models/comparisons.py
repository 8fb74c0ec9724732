"""What became of the machine's proposals in one document, as counts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.models import Document
from sauro.organizations.models import Unit


class Comparison(Record):
    """Counts of one document, worked out again when its review went on. No history: it follows from the obligations.

    ``counts`` maps ``kept`` (proposals accepted), ``discarded``, ``reshaped`` (split or merged), ``added`` (by people),
    and the name of each field to in how many of the accepted proposals a person changed it. It holds no words.
    """

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="comparison")
    domain = models.CharField(max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    is_sample = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    compared_at = models.DateTimeField()

    class Meta:
        verbose_name = _("so sánh với đề xuất của máy")

    def __str__(self) -> str:
        return str(self.document_id)

"""Fingerprints of the texts taken in, by which documents that share a passage are found without reading them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.documents.models.readings import Reading


class ReadingPrints(Record):
    """The fingerprints of one reading, see :mod:`vanban.check.fingerprints`. Derived, so it has no history."""

    reading = models.OneToOneField(Reading, on_delete=models.CASCADE, related_name="prints")
    values = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        verbose_name = _("dấu vân văn bản")
        # Asked for a thousand values at a time: a list of entries not merged yet would be walked for each of them.
        indexes = [GinIndex(fields=["values"], name="documents_prints_values", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.reading_id)

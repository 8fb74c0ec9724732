"""Files by content: one row for one content in one domain."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain


@track()
class StoredFile(Record):
    """A file in the content-addressed store. The bytes are written and synced before the row exists.

    Nothing points here but typed slots of an owning record (a document's source, a version of a product); who may
    open the file is decided by that record.
    """

    domain = models.CharField(max_length=10, choices=Domain.choices)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("tệp")
        constraints = [models.UniqueConstraint(fields=["domain", "sha256"], name="documents_file_unique")]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def storage_name(self) -> str:
        """The name in the file store: a folder per domain, fanned out by the first digits of the hash."""
        return f"{self.domain}/{self.sha256[:2]}/{self.sha256}"

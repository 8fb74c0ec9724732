"""The only deletion of the product: a document that carries a state secret, purged by two named people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.documents.enums import PurgeState
from sauro.organizations.models import Unit


class Purge(Record):
    """The request to purge and, once confirmed by a second person, the tombstone that stays.

    Holds no word of the document: only whose it was, the hash, who asked, who confirmed, and when.
    """

    document_id = models.UUIDField(unique=True)
    document_code = models.CharField(max_length=20)
    domain = models.CharField(max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=PurgeState.choices, default=PurgeState.PROPOSED)
    reason = models.TextField(_("lý do"))
    proposed_by_id = models.UUIDField()
    proposed_by_name = models.CharField(max_length=120)
    proposed_at = models.DateTimeField()
    confirmed_by_id = models.UUIDField(null=True)
    confirmed_by_name = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    # When the tables were rewritten, so that no dead row holds a word either.
    residue_cleared_at = models.DateTimeField(null=True)
    # Numbers of the events that held words of the document after all: their seals no longer hold.
    scrubbed_events = models.JSONField(default=list)

    class Meta:
        verbose_name = _("tiêu hủy văn bản mật")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by_id__isnull=True)
                | ~models.Q(confirmed_by_id=models.F("proposed_by_id")),
                name="documents_purge_two_people",
            )
        ]

    def __str__(self) -> str:
        return self.document_code

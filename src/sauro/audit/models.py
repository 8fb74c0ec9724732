"""Domain events and the seals over them. Row history is kept separately, by triggers (see ``audit.history``)."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.common.base import Record
from sauro.common.domains import Domain

# TRUNCATE is kept from the application by its role's rights (audit.grants): a trigger would also stop the test suite.
_APPEND_ONLY = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]


class AuditEvent(Record):
    """Who did what to which object, and why. Written in the transaction of the deed, never changed afterwards.

    Names are stored as text beside the identities, so that the record still reads after people and units change.
    ``unit_id`` and ``domain`` say whose event it is and decide who may see it.
    """

    sequence = models.BigIntegerField(unique=True, editable=False)
    at = models.DateTimeField(db_index=True)
    code = models.CharField(max_length=80, db_index=True)
    actor_user_id = models.UUIDField(null=True, db_index=True)
    actor_name = models.CharField(max_length=200)
    actor_position = models.CharField(max_length=200, blank=True)
    actor_unit_id = models.UUIDField(null=True)
    actor_unit_name = models.CharField(max_length=300, blank=True)
    on_behalf_of = models.UUIDField(null=True)
    door = models.CharField(max_length=10)
    request_id = models.CharField(max_length=64, blank=True)
    object_type = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True, db_index=True)
    object_text = models.CharField(max_length=300, blank=True)
    domain = models.CharField(max_length=10, choices=Domain.choices, blank=True)
    unit_id = models.UUIDField(null=True, db_index=True)
    changes = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("sự kiện")
        ordering = ["-sequence"]
        indexes = [models.Index(fields=["object_type", "object_id", "-sequence"])]
        triggers = _APPEND_ONLY

    def __str__(self) -> str:
        return f"{self.code} {self.object_text}"


class Seal(models.Model):
    """A chained batch of events: its digest covers the events and the digest of the batch before."""

    number = models.BigIntegerField(primary_key=True)
    first_sequence = models.BigIntegerField()
    last_sequence = models.BigIntegerField()
    event_count = models.PositiveIntegerField()
    previous_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("dấu niêm phong")
        ordering = ["number"]
        triggers = _APPEND_ONLY

    def __str__(self) -> str:
        return f"#{self.number} {self.digest[:12]}"

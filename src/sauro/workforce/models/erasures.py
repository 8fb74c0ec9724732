"""Erasing what is sealed of a person: one asks with the legal basis, another confirms."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.workforce.enums import ErasureState
from sauro.workforce.models.dossiers import Dossier


@track()
class Erasure(Record):
    """A request to destroy the key of a person, and what became of it. It names no content."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="erasures")
    basis = models.CharField(_("căn cứ pháp lý"), max_length=300)
    state = models.CharField(_("tình trạng"), max_length=10, choices=ErasureState.choices, default=ErasureState.ASKED)
    asked_by_id = models.UUIDField()
    asked_by_name = models.CharField(max_length=160)
    asked_at = models.DateTimeField(default=now)
    settled_by_id = models.UUIDField(null=True)
    settled_by_name = models.CharField(max_length=160, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("yêu cầu xóa thông tin niêm phong")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=models.Q(state="asked"), name="workforce_erasure_one_open"
            ),
            models.CheckConstraint(
                name="workforce_erasure_two_people",
                condition=~models.Q(state="done")
                | (models.Q(settled_by_id__isnull=False) & ~models.Q(settled_by_id=models.F("asked_by_id"))),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

"""The only way work crosses from one domain into another: released by a named person, as copied text."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.tasks.models.obligations import Obligation


@track()
class Handover(Record):
    """A sentence released to a body of another domain.

    The giver's side keeps this record, with the obligation. The receiver's side gets an assignment that holds only
    the copied text and the source number; ``assignment_code`` names it but opens nothing. What comes back is a
    released answer, entered here.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="handovers")
    domain = models.CharField(_("từ khối"), max_length=10, choices=Domain.choices)
    to_domain = models.CharField(_("sang khối"), max_length=10, choices=Domain.choices)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nội dung chuyển giao"))
    assignment_code = models.CharField(max_length=20)
    released_by_id = models.UUIDField()
    released_by_name = models.CharField(max_length=120)
    released_at = models.DateTimeField()
    answer = models.TextField(_("trả lời đã công bố sang"), blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("chuyển giao giữa hai khối")
        constraints = [
            models.CheckConstraint(condition=~models.Q(domain=models.F("to_domain")), name="tasks_handover_crosses")
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} → {self.to_unit_id}"

    @property
    def event_text(self) -> str:
        """How events name the hand-over: by the assignment it made."""
        return self.assignment_code

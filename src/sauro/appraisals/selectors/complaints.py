"""Reading complaints about decided levels."""

from __future__ import annotations

from uuid import UUID

from sauro.access.actor import Actor
from sauro.appraisals.models import Complaint
from sauro.appraisals.policies import complaint_policy

ABOUT = (
    "rating__round__unit", "rating__appointment__person", "unit_rating__round__unit", "unit_rating__unit",
    "period__committee", "period__appointment__person",
)  # fmt: skip


def get_complaint(actor: Actor, pk: UUID) -> Complaint:
    """Return one complaint with what it is about. Raises ``NotVisible``."""
    return complaint_policy.get_visible(actor, pk, base=Complaint.objects.select_related(*ABOUT))

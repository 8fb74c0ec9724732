"""The history of an assignment as its page tells it."""

from __future__ import annotations

from django.db.models import Q

from sauro.audit.models import AuditEvent
from sauro.tasks.models import Assignment

SHOWN = 100


def timeline(assignment: Assignment) -> list[AuditEvent]:
    """Return the events of an assignment the actor was already allowed to see, newest first."""
    condition = Q(object_type=Assignment._meta.label_lower, object_id=assignment.pk)
    return list(AuditEvent.objects.filter(condition).order_by("-sequence")[:SHOWN])

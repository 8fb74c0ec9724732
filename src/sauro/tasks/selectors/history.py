"""The history of an assignment as its page tells it, and what obligations add to that of their document."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.documents.models import Document
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.policies import obligation_policy

SHOWN = 100


def events_of_obligations(actor: Actor, document: Document) -> Q:
    """Return the condition of the events of a document's obligations: their review and their sending."""
    rows = obligation_policy.visible(actor, base=Obligation.objects.filter(document=document))
    return Q(object_type=Obligation._meta.label_lower, object_id__in=rows.values("pk"))


def timeline(assignment: Assignment) -> list[AuditEvent]:
    """Return the events of an assignment the actor was already allowed to see, newest first."""
    condition = Q(object_type=Assignment._meta.label_lower, object_id=assignment.pk)
    return list(AuditEvent.objects.filter(condition).order_by("-sequence")[:SHOWN])

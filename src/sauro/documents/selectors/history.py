"""What happened to a document, for those who may see it."""

from __future__ import annotations

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.documents.models import Document
from sauro.documents.policies import document_policy

MOST_SHOWN = 100


def events_of(actor: Actor, document: Document) -> list[AuditEvent]:
    """Return the events of a visible document, newest first."""
    document_policy.get_visible(actor, document.pk)
    found = AuditEvent.objects.filter(object_type=document._meta.label_lower, object_id=document.pk)
    return list(found.order_by("-sequence")[:MOST_SHOWN])

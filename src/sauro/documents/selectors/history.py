"""What happened to a document, for those who may see it."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.documents.models import Document
from sauro.documents.policies import document_policy

MOST_SHOWN = 100

EventsAbout = Callable[[Actor, Document], Q]
_SOURCES: list[EventsAbout] = []


def register_events(events_about: EventsAbout) -> None:
    """Add events of another area to the history of documents, so that this area need not know it.

    ``events_about`` returns the condition of the events that the actor may see about what came out of a document.
    """
    _SOURCES.append(events_about)


def events_of(actor: Actor, document: Document) -> list[AuditEvent]:
    """Return the events of a visible document and of what came out of it, newest first."""
    document_policy.get_visible(actor, document.pk)
    condition = Q(object_type=document._meta.label_lower, object_id=document.pk)
    for events_about in _SOURCES:
        condition |= events_about(actor, document)
    return list(AuditEvent.objects.filter(condition).order_by("-sequence")[:MOST_SHOWN])

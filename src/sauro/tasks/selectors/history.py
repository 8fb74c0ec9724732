"""What obligations add to the history of their document."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.documents.models import Document
from sauro.tasks.models import Obligation
from sauro.tasks.policies import obligation_policy


def events_of_obligations(actor: Actor, document: Document) -> Q:
    """Return the condition of the events of a document's obligations: their review and their sending. Takes one query.

    The identities are read first: with a query in their place the database reads all events backwards to find some.
    """
    return Q(object_type=Obligation._meta.label_lower, object_id__in=ask(_identities, actor, document=document.pk))


def _identities(actor: Actor, *, document: UUID) -> QuerySet[Obligation, Any]:
    rows = obligation_policy.visible(actor, base=Obligation.objects.filter(document=document))
    return rows.order_by().values_list("pk", flat=True)

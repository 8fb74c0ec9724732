"""What obligations add to the history of their document."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.tasks.models import Obligation
from sauro.tasks.policies import obligation_policy


def events_of_obligations(actor: Actor, document: Document) -> Q:
    """Return the condition of the events of a document's obligations: their review and their sending. Takes one query.

    The identities are read first: with a query in their place the database reads all events backwards to find some.
    """
    rows = obligation_policy.visible(actor, base=Obligation.objects.filter(document=document))
    ids = list(rows.order_by().values_list("pk", flat=True))
    return Q(object_type=Obligation._meta.label_lower, object_id__in=ids)

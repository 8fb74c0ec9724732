"""Signs of life at the desk, so that the second person is told who works there."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.documents.policies import document_policy
from sauro.tasks.models import DeskPresence

_KEPT_FOR = dt.timedelta(days=1)


@transaction.atomic
def mark_present(*, actor: Actor, document_id: UUID) -> None:
    """Note that the actor is at the desk of the document now. Leaves no event: presence is not a deed.

    The system is never at a desk.
    """
    if actor.user_id is None:
        return
    document = document_policy.get_visible(actor, document_id)
    document_policy.require(actor, "review", document)
    DeskPresence.objects.update_or_create(document=document, user_id=actor.user_id, defaults={"seen_at": now()})
    DeskPresence.objects.filter(document=document, seen_at__lt=now() - _KEPT_FOR).delete()

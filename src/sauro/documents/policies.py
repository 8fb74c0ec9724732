"""Who may see and do what with documents."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import Policy, Rule, within
from sauro.documents.enums import DocumentState, PurgeState
from sauro.documents.models import Document, Purge


def not_suspected(document: str = "pk") -> Q:
    """Return the condition that no purge is asked for of the document named by a lookup.

    A document that may be a state secret closes for everybody but those who may purge it.
    """
    return ~Q(**{f"{document}__in": Purge.objects.filter(state=PurgeState.PROPOSED).values("document_id")})


_NOT_TAKEN_IN = (DocumentState.READING, DocumentState.REFUSED)


def _is_known(actor: Actor) -> Q:
    """Return the condition that a document is known not to carry a secrecy mark, or was taken in by the actor.

    A scan may carry one on a page that is not recognised yet, so nobody else sees it until it is read to its end.
    """
    return ~Q(state__in=_NOT_TAKEN_IN) | Q(received_by_id=actor.user_id, received_by_id__isnull=False)


def _view(actor: Actor) -> Q:
    may_purge = within(actor, "secrecy.purge", unit="owner_unit")
    return within(actor, "documents.view", unit="owner_unit") & (not_suspected() | may_purge) & _is_known(actor)


def _taken_in(permission: str) -> Rule:
    """The permission in the owning unit, for documents that were read to their end."""
    return lambda actor: within(actor, permission, unit="owner_unit") & ~Q(state__in=_NOT_TAKEN_IN)


document_policy = Policy(
    Document,
    {
        "view": _view,
        "review": lambda actor: _taken_in("documents.register")(actor) & not_suspected(),
        "send": lambda actor: _taken_in("documents.send")(actor) & not_suspected(),
        "purge": _taken_in("secrecy.purge"),
        "stop": lambda actor: (
            within(actor, "documents.register", unit="owner_unit")
            & Q(state=DocumentState.READING, received_by_id=actor.user_id, received_by_id__isnull=False)
        ),
    },
)

purge_policy = Policy(
    Purge,
    {
        "view": lambda actor: within(actor, "secrecy.purge", unit="owner_unit"),
        "confirm": lambda actor: within(actor, "secrecy.purge", unit="owner_unit"),
    },
)

"""Who may see and do what with documents."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import Policy, within
from sauro.documents.enums import PurgeState
from sauro.documents.models import Document, Purge


def not_suspected(document: str = "pk") -> Q:
    """Return the condition that no purge is asked for of the document named by a lookup.

    A document that may be a state secret closes for everybody but those who may purge it.
    """
    return ~Q(**{f"{document}__in": Purge.objects.filter(state=PurgeState.PROPOSED).values("document_id")})


def _view(actor: Actor) -> Q:
    may_purge = within(actor, "secrecy.purge", unit="owner_unit")
    return within(actor, "documents.view", unit="owner_unit") & (not_suspected() | may_purge)


document_policy = Policy(
    Document,
    {
        "view": _view,
        "review": lambda actor: within(actor, "documents.register", unit="owner_unit") & not_suspected(),
        "send": lambda actor: within(actor, "documents.send", unit="owner_unit") & not_suspected(),
        "purge": lambda actor: within(actor, "secrecy.purge", unit="owner_unit"),
    },
)

purge_policy = Policy(
    Purge,
    {
        "view": lambda actor: within(actor, "secrecy.purge", unit="owner_unit"),
        "confirm": lambda actor: within(actor, "secrecy.purge", unit="owner_unit"),
    },
)

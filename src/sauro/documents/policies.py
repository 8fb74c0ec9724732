"""Who may see and do what with documents."""

from __future__ import annotations

from sauro.access.policies import Policy, within
from sauro.documents.models import Document, Purge

document_policy = Policy(
    Document,
    {
        "view": lambda actor: within(actor, "documents.view", unit="owner_unit"),
        "review": lambda actor: within(actor, "documents.register", unit="owner_unit"),
        "send": lambda actor: within(actor, "documents.send", unit="owner_unit"),
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

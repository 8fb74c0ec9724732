"""Whether a document may be shown to the language model, and what was asked about it so far."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from sauro.access.actor import Actor
from sauro.assistant.models import ModelCall
from sauro.common.domains import Domain
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy

MOST_SHOWN = 5


def is_offered() -> bool:
    """Tell whether the site has a language model at all. Off unless an address is set."""
    return bool(settings.MODEL_URL)


def may_see(document: Document, reading: Reading) -> bool:
    """Tell whether the model may see a document: no record of the Party and no document a Party body has issued."""
    issued_by = (reading.extraction.get("document") or {}).get("side")
    return Domain.PARTY not in (document.domain, issued_by)


def panel(actor: Actor, document: Document) -> dict[str, Any]:
    """Return what the page of a document shows: nothing while the site has no model. Takes three queries at most."""
    if not is_offered():
        return {"is_offered": False}
    reading = Reading.objects.filter(document=document, is_current=True).defer("text").first()
    allowed = reading is not None and may_see(document, reading)
    can_ask = allowed and document.state == DocumentState.REVIEW and document_policy.can(actor, "review", document)
    calls = list(ModelCall.objects.filter(document=document)[:MOST_SHOWN])
    return {
        "is_offered": allowed,
        "document": document,
        "calls": calls,
        "may_ask": can_ask and not any(call.state == "waiting" for call in calls),
        "host": settings.MODEL_URL,
        "purpose": settings.MODEL_PURPOSE,
    }

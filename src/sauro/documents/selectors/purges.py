"""Where the purge of a document stands, for those who may purge it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotAllowed
from sauro.documents.models import Document, Purge
from sauro.documents.policies import document_policy, purge_policy


@dataclass(frozen=True, slots=True)
class PurgePage:
    """A document that may be purged, its purge, or (when it is done) the tombstone alone."""

    document: Document | None
    purge: Purge | None


def get_purge_page(*, actor: Actor, document_id: UUID) -> PurgePage:
    """Return the page. 404 for somebody who sees neither, 403 for who sees the document but may not purge it."""
    base = Purge.objects.select_related("owner_unit")
    purge = purge_policy.visible(actor, base=base).filter(document_id=document_id).first()
    document = document_policy.visible(actor).filter(pk=document_id).first()
    if purge is None:
        document = document or document_policy.get_visible(actor, document_id)
        if not document_policy.can(actor, "purge", document):
            raise NotAllowed("not-allowed", _("Bạn không có quyền đề nghị tiêu hủy văn bản này."))
    return PurgePage(document, purge)

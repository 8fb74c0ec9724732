"""Finding documents and reading their texts, filtered by what the actor may see."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy
from sauro.documents.selectors.documents import visible_documents
from sauro.organizations.policies import unit_policy
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What is asked of a list of documents; an empty value asks nothing. Both ends of a range are included."""

    words: str = ""
    kind: str = ""
    state: str = ""
    owner_unit_id: UUID | None = None
    issued_from: dt.date | None = None
    issued_to: dt.date | None = None


def find_documents(actor: Actor, asked: DocumentFilter) -> QuerySet[Document]:
    """Return the visible documents that answer the filter. A unit stands for everything below it as well."""
    condition = Q()
    for word in fold(asked.words).split():
        condition &= Q(search_key__contains=word)
    exact: dict[str, object] = {"kind": asked.kind, "state": asked.state}
    exact |= {"issued_on__gte": asked.issued_from, "issued_on__lte": asked.issued_to}
    condition &= Q(**{name: value for name, value in exact.items() if value})
    if asked.owner_unit_id is not None:
        condition &= Q(owner_unit__path__startswith=unit_policy.get_visible(actor, asked.owner_unit_id).path)
    return visible_documents(actor).filter(condition)


def get_reading(*, actor: Actor, document_id: UUID) -> Reading:
    """Return the reading in force of a visible document, with its text. Raises ``NotVisible``."""
    document = document_policy.get_visible(actor, document_id)
    found = Reading.objects.select_related("text").filter(document=document, is_current=True).first()
    if found is None:
        raise NotVisible("not-found", _("Văn bản này chưa có bản đọc."))
    return found

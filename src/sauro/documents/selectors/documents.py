"""Reads of documents, filtered by what the actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.access.policies import within
from sauro.documents.models import Document, Reading, Reference
from sauro.documents.policies import document_policy
from sauro.documents.selectors.scans import ScanProgress, progress_of
from sauro.organizations.models import Unit

MOST_WARNED_OF = 5


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page of a document shows."""

    document: Document
    reading: Reading | None
    references: Sequence[Reference]
    repeated: Sequence[Document]
    may_edit: bool
    may_purge: bool
    progress: ScanProgress | None

    @property
    def is_taken_in(self) -> bool:
        """Whether the document was read to its end; until then a page tells of its scan alone."""
        return self.progress is None or self.progress.is_done


def units_to_register_for(actor: Actor) -> QuerySet[Unit]:
    """Return the units the actor may take documents in for, the root of each grant, own unit or not."""
    roots = [scope.unit_id for scope in actor.scopes("documents.register")]
    return Unit.objects.filter(within(actor, "documents.register", unit=None), pk__in=roots).order_by("path")


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """Return the documents the actor may see, with what a list shows."""
    return document_policy.visible(actor, base=Document.objects.select_related("owner_unit", "issuer_unit", "scan"))


def get_document_page(*, actor: Actor, document_id: UUID) -> DocumentPage:
    """Return a document the actor may see. Takes a constant number of queries."""
    document = document_policy.found(ask(_with_page, actor, document=document_id))
    return DocumentPage(
        document=document,
        reading=current_reading(document),
        references=ask(_references, document=document.pk),
        repeated=same_official_number(actor, document),
        may_edit=document_policy.can(actor, "review", document),
        may_purge=document_policy.can(actor, "purge", document),
        progress=progress_of(document),
    )


def current_reading(document: Document) -> Reading | None:
    """Return the reading in force with its text, without the blocks."""
    return next(iter(ask(_current_reading, document=document.pk)), None)


def _with_page(actor: Actor, *, document: UUID) -> QuerySet[Document]:
    base = Document.objects.select_related("owner_unit", "issuer_unit", "file", "scan")
    return document_policy.visible(actor, base=base).filter(pk=document)


def _references(*, document: UUID) -> QuerySet[Reference]:
    return Reference.objects.filter(document=document)


def _current_reading(*, document: UUID) -> QuerySet[Reading]:
    found = Reading.objects.select_related("text").defer("text__blocks", "text__text")
    return found.filter(document=document, is_current=True)


def same_official_number(actor: Actor, document: Document) -> list[Document]:
    """Return other visible documents with this number and symbol of this issuer and year: a warning, never an error."""
    if not document.number:
        return []
    found = document_policy.visible(actor).filter(
        number=document.number, symbol=document.symbol, issuer_name=document.issuer_name, domain=document.domain
    )
    if document.issued_printed:
        found = found.filter(issued_printed__startswith=document.issued_printed[:4])
    return list(found.exclude(pk=document.pk).order_by("received_at")[:MOST_WARNED_OF])

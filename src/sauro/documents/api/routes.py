"""Documents: lists, one document, its text, what was found in it; and extraction of a file without storing it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import File, Form, Query, Router, UploadedFile

from sauro.access.requests import ActorRequest
from sauro.api_kit import READS, PageOf, Paging, Word, answers, page_answer
from sauro.documents.api.extraction_schemas import ExtractionOut, TextOut
from sauro.documents.api.schemas import DocumentOut, DocumentRow, document_out, document_row
from sauro.documents.api.uploads import upload_of
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.selectors.documents import get_document_page
from sauro.documents.selectors.search import DocumentFilter, find_documents, get_reading
from sauro.documents.services.extracting import contract_object, extract_file
from sauro.ui.lists.paging import Order

router = Router()


class DocumentQuery(Paging):
    """Filters of the list of documents. ``owner_unit_id`` stands for the unit and everything below it."""

    q: Word = ""
    kind: DocumentKind | None = None
    state: DocumentState | None = None
    owner_unit_id: UUID | None = None
    issued_from: dt.date | None = None
    issued_to: dt.date | None = None
    sort: Literal["-received_at", "received_at", "-issued_on", "issued_on", "code", "-code"] = "-received_at"

    def asked(self) -> DocumentFilter:
        """Return the filter of the selector."""
        return DocumentFilter(
            words=self.q,
            kind=self.kind or "",
            state=self.state or "",
            owner_unit_id=self.owner_unit_id,
            issued_from=self.issued_from,
            issued_to=self.issued_to,
        )


@router.get("/documents", response=answers(PageOf[DocumentRow]), summary="List documents")
def list_documents(request: ActorRequest, query: Query[DocumentQuery]) -> dict[str, Any]:
    """Return the documents the caller may see, one page at a time."""
    order = Order((query.sort.removeprefix("-"),), descending=query.sort.startswith("-"))
    return page_answer(find_documents(request.actor, query.asked()), order, query, document_row)


@router.get("/documents/{uuid:document_id}", response=answers(DocumentOut, *READS), summary="One document")
def read_document(request: ActorRequest, document_id: UUID) -> DocumentOut:
    """Return one document with its header and the documents it cites."""
    return document_out(get_document_page(actor=request.actor, document_id=document_id))


@router.get("/documents/{uuid:document_id}/text", response=answers(TextOut, *READS), summary="Text of a document")
def read_text(request: ActorRequest, document_id: UUID) -> TextOut:
    """Return the text that all offsets point into, with its blocks."""
    text = get_reading(actor=request.actor, document_id=document_id).text
    return TextOut(
        text=text.text, reader=text.reader, page_count=text.page_count, notices=text.notices, blocks=text.blocks
    )


@router.get(
    "/documents/{uuid:document_id}/extraction",
    response=answers(ExtractionOut, *READS),
    by_alias=True,
    summary="What was found in a document",
)
def read_extraction(request: ActorRequest, document_id: UUID) -> dict[str, Any]:
    """Return what the machine found, before anybody reviewed it. The review is under ``obligations``."""
    reading = get_reading(actor=request.actor, document_id=document_id)
    return contract_object(reading.text.text, reading.extraction)


@router.post(
    "/extract", response=answers(ExtractionOut, 403, 413), by_alias=True, summary="Extract from a file, store nothing"
)
def extract(request: ActorRequest, *, file: File[UploadedFile], declared: Form[bool] = False) -> dict[str, Any]:
    """Read a file and return what was found in it. ``declared``: the file holds no state secret (Law 29/2018)."""
    return extract_file(actor=request.actor, upload=upload_of(file), declared=declared)

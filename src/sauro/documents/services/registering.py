"""Makes the record of a document out of a file that was read."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict
from sauro.documents import events
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.models import Document, ExtractedText, Reading, Reference
from sauro.documents.policies import document_policy
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.services.printing import keep_prints
from sauro.documents.services.reading import ReadFile
from sauro.documents.services.storage import lock_content, store_upload
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import NameContext, expand
from vanban.text.normalize import fold

CODE_PREFIX = "VB"


class AlreadyTakenIn(Conflict):
    """The same content is already there, in a document that the actor may see."""

    def __init__(self, document: Document) -> None:
        super().__init__(
            "duplicate",
            _("Tệp này đã được tiếp nhận trước đó (%(code)s). Hãy mở văn bản đó thay vì tiếp nhận lại.")
            % {"code": document.code},
            field="files",
        )
        self.document_id = document.pk
        self.document_code = document.code


def register_document(
    *, actor: Actor, unit: Unit, upload: QuarantinedUpload, file_name: str, read: ReadFile, is_sample: bool = False
) -> Reading:
    """Store the file and write the document, its text, its reading and its references. Call inside a transaction.

    Raises :class:`AlreadyTakenIn` when the unit has a document of the same content; a document elsewhere is no reason
    to refuse and is not spoken of here. The caller has checked the right to register for ``unit``.
    """
    lock_content(domain=unit.domain, sha256=upload.sha256)
    refuse_duplicate(actor, unit, upload.sha256)
    document = new_document(actor, unit, DocumentState.REVIEW)
    document.is_sample = is_sample
    reading = fill_document(document=document, upload=upload, file_name=file_name, read=read)
    record_event(actor=actor, event=events.TAKEN_IN, obj=document, object_text=document.code)
    return reading


def new_document(actor: Actor, unit: Unit, state: DocumentState) -> Document:
    """Return a document of a unit, not saved, of which nothing is known but who took it in, and when."""
    return Document(
        code=next_code(prefix=CODE_PREFIX, year=today().year),
        domain=unit.domain,
        owner_unit=unit,
        state=state,
        kind=DocumentKind.OTHER,
        received_at=now(),
        received_by_name=actor.name,
        received_by_id=actor.user_id,
    )


def fill_document(*, document: Document, upload: QuarantinedUpload, file_name: str, read: ReadFile) -> Reading:
    """Store the file of a document and write what was read in it. Call inside a transaction that holds the content."""
    document.file = store_upload(upload=upload, domain=document.domain, media_type=read.media_type)
    describe_document(document, file_name=file_name, header=read.extraction["document"])
    document.save()
    text = _keep_text(document.domain, upload.sha256, read)
    reading = Reading.objects.create(document=document, text=text, extractor=read.extractor, extraction=read.extraction)
    keep_prints(reading)
    _keep_references(document, read.extraction["document"]["references"])
    return reading


def describe_document(document: Document, *, file_name: str, header: dict[str, Any]) -> None:
    """Set what the reading of its file says of a document, which can be reviewed from then on; the caller saves."""
    document.file_name = file_name
    document.state = DocumentState.REVIEW
    _set_header(document, header)
    document.search_key = search_key_of(document)


def search_key_of(document: Document) -> str:
    """Return the folded text by which lists find a document."""
    parts = (document.code, document.official_code, document.subject, document.issuer_name, document.file_name)
    return fold(" ".join(filter(None, parts)))


def same_content(actor: Actor, *, sha256: str, unit_id: UUID | None = None) -> list[Document]:
    """Return the documents of this content that the actor may see, in one unit or anywhere, oldest first."""
    found = document_policy.visible(actor).filter(file__sha256=sha256)
    if unit_id is not None:
        found = found.filter(owner_unit_id=unit_id)
    return list(found.order_by("received_at", "id")[:20])


def refuse_duplicate(actor: Actor, unit: Unit, sha256: str) -> None:
    """Raise :class:`AlreadyTakenIn` when the unit has a document of this content that the actor may see."""
    first = next(iter(same_content(actor, sha256=sha256, unit_id=unit.pk)), None)
    if first is not None:
        raise AlreadyTakenIn(first)


def _set_header(document: Document, header: dict[str, Any]) -> None:
    kind = header["kind"] or ""
    signer = header["signer"] or {}
    printed = header["issued_on"] or ""
    issuer = header["issuer"] or ""
    document.kind = kind if kind in DocumentKind.values else DocumentKind.OTHER
    document.number = _fit("number", header["number"])
    document.symbol = _fit("symbol", header["symbol"])
    document.issued_on = whole_day(printed)
    document.issued_printed = _fit("issued_printed", printed)
    document.place = _fit("place", header["place"])
    document.issuer_name = _fit("issuer_name", issuer)
    document.issuer_unit = _unit_named(issuer, document)
    document.subject = header["subject"] or ""
    document.signer_name = _fit("signer_name", signer.get("name"))
    document.signer_capacity = _fit("signer_capacity", signer.get("capacity"))
    document.addressees = header["addressees"]
    document.recipients = header["recipients"]


def _unit_named(issuer: str, document: Document) -> Unit | None:
    if not issuer:
        return None
    return expand(issuer, on=document.issued_on, context=NameContext(), domain=document.domain).unit


def whole_day(printed: str) -> dt.date | None:
    """Return the day of an ISO date, or nothing for a partial or impossible one."""
    try:
        return dt.date.fromisoformat(printed) if len(printed) == 10 else None
    except ValueError:
        return None


def _fit(column: str, value: str | None) -> str:
    """Cut a printed value to its column; the whole stays in the reading."""
    limit: int | None = getattr(Document._meta.get_field(column), "max_length", None)
    return (value or "")[:limit]


def _keep_text(domain: str, sha256: str, read: ReadFile) -> ExtractedText:
    text, _created = ExtractedText.objects.get_or_create(
        domain=domain,
        file_sha256=sha256,
        reader=read.reader,
        defaults={
            "text": read.text,
            "blocks": read.blocks,
            "page_count": read.page_count,
            "notices": read.notices,
            "uncertain": read.uncertain,
        },
    )
    return text


def _keep_references(document: Document, found: list[dict[str, Any]]) -> None:
    Reference.objects.bulk_create(build_references(document, found))


def build_references(document: Document, found: list[dict[str, Any]]) -> list[Reference]:
    """Return the documents cited, not saved."""
    return [
        Reference(
            document=document,
            text=item["text"],
            start=item["start"],
            end=item["end"],
            kind=(item["kind"] or "")[:20],
            number=(item["number"] or "")[:40],
            symbol=(item["symbol"] or "")[:80],
            issued_printed=(item["issued_on"] or "")[:20],
            issuer_name=(item["issuer"] or "")[:300],
        )
        for item in found
    ]

"""Documents as the API shows them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Schema

from sauro.documents.api.extraction_schemas import SignerOut, SpanOut
from sauro.documents.enums import ScanState
from sauro.documents.models import Document
from sauro.documents.selectors.documents import DocumentPage
from sauro.documents.selectors.scans import ScanProgress
from sauro.organizations.api.schemas import UnitRef, unit_ref


class DocumentRow(Schema):
    """A document in a list. ``issued_printed`` keeps a partial date; ``issued_on`` is set only for a whole one."""

    id: UUID
    code: str
    domain: str
    state: str
    is_sample: bool
    kind: str
    number: str
    symbol: str
    official_code: str
    issued_on: dt.date | None
    issued_printed: str
    issuer_name: str
    subject: str
    owner_unit: UnitRef
    received_at: dt.datetime
    received_by: str


class FileOut(Schema):
    """The source file of a document."""

    name: str
    size: int
    media_type: str
    sha256: str


class ScanOut(Schema):
    """How far the recognition of a scan got; ``message`` says why it came to nothing, when it did."""

    state: ScanState
    pages_done: int
    page_count: int
    message: str


class CitedOut(SpanOut):
    """A numbered document that the document cites."""

    text: str
    kind: str
    number: str
    symbol: str
    issued_printed: str
    issuer_name: str


class DocumentOut(DocumentRow):
    """A document. ``repeated`` are other visible documents with the same official number."""

    place: str
    issuer_unit: UnitRef | None
    signer: SignerOut
    addressees: list[str]
    recipients: list[str]
    file: FileOut | None
    references: list[CitedOut]
    repeated: list[UUID]
    may_review: bool
    scan: ScanOut | None


def document_row(document: Document) -> DocumentRow:
    """Return the row of a document that was read with its owner unit."""
    return DocumentRow(
        id=document.pk,
        code=document.code,
        domain=document.domain,
        state=document.state,
        is_sample=document.is_sample,
        kind=document.kind,
        number=document.number,
        symbol=document.symbol,
        official_code=document.official_code,
        issued_on=document.issued_on,
        issued_printed=document.issued_printed,
        issuer_name=document.issuer_name,
        subject=document.subject,
        owner_unit=unit_ref(document.owner_unit),
        received_at=document.received_at,
        received_by=document.received_by_name,
    )


def document_out(page: DocumentPage) -> DocumentOut:
    """Return the whole of a document."""
    document = page.document
    return DocumentOut(
        **document_row(document).dict(),
        place=document.place,
        issuer_unit=unit_ref(document.issuer_unit) if document.issuer_unit else None,
        signer=SignerOut(name=document.signer_name, capacity=document.signer_capacity),
        addressees=document.addressees,
        recipients=document.recipients,
        file=_file(document),
        references=[
            CitedOut(
                start=cited.start,
                end=cited.end,
                text=cited.text,
                kind=cited.kind,
                number=cited.number,
                symbol=cited.symbol,
                issued_printed=cited.issued_printed,
                issuer_name=cited.issuer_name,
            )
            for cited in page.references
        ],
        repeated=[other.pk for other in page.repeated],
        may_review=page.may_edit,
        scan=_scan(page.progress),
    )


def _scan(progress: ScanProgress | None) -> ScanOut | None:
    if progress is None:
        return None
    scan = progress.scan
    return ScanOut(
        state=ScanState(scan.state), pages_done=scan.pages_done, page_count=scan.page_count, message=scan.message
    )


def _file(document: Document) -> FileOut | None:
    if document.file is None:
        return None
    return FileOut(
        name=document.file_name,
        size=document.file.size,
        media_type=document.file.media_type,
        sha256=document.file.sha256,
    )

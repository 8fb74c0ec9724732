"""Taking documents in. The address is that of the list of documents, so the route joins the documents' router."""

from __future__ import annotations

from uuid import UUID

from ninja import File, Form, Schema, UploadedFile

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, answers
from sauro.documents.api.routes import router
from sauro.documents.api.schemas import DocumentRow, document_row
from sauro.documents.api.uploads import upload_of
from sauro.tasks.selectors.receipts import Receipt, receipt_of
from sauro.tasks.services.intake import take_in

__all__ = ["router"]


class ReceiptOut(Schema):
    """A document just taken in: what was found in it, the reader's remarks, and documents that look the same."""

    document: DocumentRow
    tasks: int
    general_directions: int
    findings: int
    notices: list[str]
    repeated: list[UUID]
    elsewhere: list[UUID]


@router.post("/documents", response=answers(ReceiptOut, *ACTS, 413), summary="Take a document in")
def take_document_in(
    request: ActorRequest, *, file: File[UploadedFile], unit_id: Form[UUID], declared: Form[bool] = False
) -> ReceiptOut:
    """Take a file in for a unit and propose obligations. ``declared``: it holds no state secret (Law 29/2018)."""
    document = take_in(actor=request.actor, unit_id=unit_id, upload=upload_of(file), declared=declared)
    return _receipt(receipt_of(actor=request.actor, document=document))


def _receipt(receipt: Receipt) -> ReceiptOut:
    return ReceiptOut(
        document=document_row(receipt.document),
        tasks=receipt.tasks,
        general_directions=receipt.directions,
        findings=receipt.findings,
        notices=list(receipt.notices),
        repeated=[other.pk for other in receipt.repeated],
        elsewhere=[other.pk for other in receipt.elsewhere],
    )

"""Gives reviewed documents out as annotated documents, with which a site measures and improves its own accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.annotations import events
from sauro.annotations.gold import one_line
from sauro.annotations.selectors.reviewed import Review, ReviewedTask, review_of
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, NotAllowed
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.file_names import extension
from sauro.documents.models import Document
from sauro.documents.policies import document_policy, not_suspected

Json = dict[str, Any]


@transaction.atomic
def export_annotation(*, actor: Actor, document_id: UUID) -> tuple[Document, Json]:
    """Return a document the actor may review, with its annotation, and record that they took it.

    Raises ``Conflict`` when the document was not read yet.
    """
    document = document_policy.get_visible(actor, document_id)
    document_policy.require(actor, "review", document)
    review = review_of(document)
    if review is None:
        raise Conflict("not-read", _("Văn bản chưa được đọc nên chưa có gì để xuất."))
    record_event(actor=actor, event=events.ANNOTATION_EXPORTED, obj=document)
    return document, annotation_of(review)


def export_all(*, actor: Actor, domain: str) -> Iterator[tuple[Document, Json]]:
    """Yield every document of one domain whose review is complete, with its annotation; each is recorded.

    For the command alone: only the system may take out what belongs to many units. Sample documents and those that may
    be a state secret stay out.
    """
    if not actor.is_system:
        raise NotAllowed("not-allowed", _("Chỉ lệnh của máy chủ được xuất của cả hệ thống."))
    left_out = (DocumentState.READING, DocumentState.REFUSED)
    rows = Document.objects.select_related("file").filter(not_suspected(), domain=domain, is_sample=False)
    rows = rows.exclude(state__in=left_out)
    for document in rows.order_by("code").iterator():
        review = review_of(document)
        if review is None or review.open or not (review.accepted or review.discarded):
            continue
        with transaction.atomic():
            record_event(actor=actor, event=events.ANNOTATION_EXPORTED, obj=document)
        yield document, annotation_of(review)


def annotation_of(review: Review) -> Json:
    """Return a review in the shape of the annotated documents, with its text.

    ``review`` tells what people did: how much is open, what they discarded; a task names the fields they ``corrected``
    and what the ``machine`` had there. Targets and findings are not reviewed on the desk, so they are absent.
    """
    document = review.document
    code = document.code.partition("-")[2] or document.code
    return {
        "source": f"{code}{_suffix(document)}",
        "text": review.reading.text.text,
        "metadata": _metadata(document),
        "tasks": [_task(code, number, one) for number, one in enumerate(review.accepted, 1)],
        "review": {
            "document": document.code,
            "reader": review.reading.text.reader,
            "extractor": review.reading.extractor,
            "is_complete": not review.open,
            "open": review.open,
            "reshaped": review.reshaped,
            "discarded": [
                {"section": row.section, "text": one_line(row.text), "origin": row.origin} for row in review.discarded
            ],
        },
    }


def _suffix(document: Document) -> str:
    """Return the ending of the file that was read, which keeps tables as the text alone does not."""
    return extension(document.file_name) or ".txt" if document.file_id else ".txt"


def _metadata(document: Document) -> Json:
    issued_on = document.issued_on.isoformat() if document.issued_on else document.issued_printed
    return {
        "kind": document.kind if document.kind != DocumentKind.OTHER else None,
        "side": document.domain,
        "number": document.number or None,
        "symbol": document.symbol or None,
        "place": document.place or None,
        "issued_on": issued_on or None,
        "issuer": document.issuer_name or None,
        "subject": one_line(document.subject) or None,
        "signer_name": document.signer_name or None,
        "signer_capacity": document.signer_capacity or None,
        "addressees": document.addressees,
        "recipients": document.recipients,
        "references": [
            {
                "text": one_line(cited.text),
                "kind": cited.kind or None,
                "number": cited.number or None,
                "symbol": cited.symbol or None,
                "issued_on": cited.issued_printed or None,
                "issuer": cited.issuer_name or None,
            }
            for cited in document.references.all()
        ],
    }


def _task(code: str, number: int, one: ReviewedTask) -> Json:
    changed = one.changed
    return {
        "id": f"{code}-{number:02d}",
        **one.task,
        "origin": one.obligation.origin,
        "corrected": changed,
        "machine": {name: one.proposal[name] for name in changed} if one.proposal else {},
    }

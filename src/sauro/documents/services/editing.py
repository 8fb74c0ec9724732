"""Corrections of what the head of a document says."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.audit.words import HIDDEN
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.documents import events
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.documents.services.registering import search_key_of
from sauro.organizations.models import Unit

CITED = frozenset({"number", "symbol", "issued_on", "issuer_name", "issuer_unit", "subject"})
"""By these the assigned offices know a document: once it was sent, a change of them needs a reason."""

_WORDLESS = frozenset({"kind", "issued_on", "issuer_unit"})


@dataclass(frozen=True, slots=True)
class HeaderData:
    """The head of a document as a person may correct it."""

    kind: str
    number: str = ""
    symbol: str = ""
    issued_on: dt.date | None = None
    place: str = ""
    issuer_name: str = ""
    issuer_unit: UUID | None = None
    subject: str = ""
    signer_name: str = ""
    signer_capacity: str = ""

    @property
    def version(self) -> str:
        """A short digest: the same data, the same version."""
        held = json.dumps(asdict(self), default=str, sort_keys=True)
        return hashlib.sha256(held.encode()).hexdigest()[:16]


def header_of(document: Document) -> HeaderData:
    """Return the head of a document as it stands."""
    return HeaderData(
        kind=document.kind,
        number=document.number,
        symbol=document.symbol,
        issued_on=document.issued_on,
        place=document.place,
        issuer_name=document.issuer_name,
        issuer_unit=document.issuer_unit_id,
        subject=document.subject,
        signer_name=document.signer_name,
        signer_capacity=document.signer_capacity,
    )


@transaction.atomic
def update_document(*, actor: Actor, document_id: UUID, version: str, header: HeaderData, reason: str = "") -> Document:
    """Correct the head of a document.

    ``version`` is that of the head the person saw; 409 when somebody else has changed it since. The event names the
    columns that changed, never their words, and keeps the ``reason``, which a change of :data:`CITED` needs once the
    document was sent. A new date of issue may not lie in the future.
    """
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "review", document)
    before = header_of(document)
    if version != before.version:
        raise Conflict(
            "changed-meanwhile",
            _("Người khác vừa sửa thông tin văn bản này. Hãy tải lại trang để xem bản mới rồi sửa tiếp."),
        )
    _check(header)
    changed = [name for name, value in asdict(header).items() if value != getattr(before, name)]
    if not changed:
        return document
    _check_change(document, header, changed, reason)
    for name in changed:
        column = "issuer_unit_id" if name == "issuer_unit" else name
        setattr(document, column, getattr(header, name))
    if "issued_on" in changed:
        document.issued_printed = header.issued_on.isoformat() if header.issued_on else ""
    document.search_key = search_key_of(document)
    document.save()
    record_event(
        actor=actor,
        event=events.HEADER_CHANGED,
        obj=document,
        changes={name: [_for_event(name, before), _for_event(name, header)] for name in changed},
        reason=reason.strip(),
    )
    return document


def _for_event(name: str, header: HeaderData) -> str:
    """Return a value as the event may hold it: which words changed is told by the row history alone."""
    return str(getattr(header, name) or "") if name in _WORDLESS else HIDDEN


def _check_change(document: Document, header: HeaderData, changed: list[str], reason: str) -> None:
    if "issued_on" in changed and header.issued_on and header.issued_on > today():
        raise DomainError(
            "issued-in-future", _("Ngày ban hành không thể sau ngày hôm nay. Hãy xem lại ngày."), field="issued_on"
        )
    if needs_reason(document) and CITED.intersection(changed) and not reason.strip():
        raise DomainError(
            "reason-needed",
            _("Văn bản đã giao việc: sửa số, ký hiệu, ngày, cơ quan ban hành hay trích yếu thì phải ghi lý do."),
            field="reason",
        )


def needs_reason(document: Document) -> bool:
    """Tell whether a change of what the document is known by needs a reason: work was given out by it."""
    return document.state != DocumentState.REVIEW


def _check(header: HeaderData) -> None:
    if header.kind not in DocumentKind.values:
        raise DomainError("kind-unknown", _("Loại văn bản không có trong danh mục."), field="kind")
    if header.issuer_unit and not Unit.objects.filter(pk=header.issuer_unit).exists():
        raise DomainError("unit-unknown", _("Cơ quan ban hành không còn trong danh mục."), field="issuer_unit")

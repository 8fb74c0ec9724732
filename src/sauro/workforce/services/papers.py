"""Papers of a dossier: attaching, opening and withdrawing them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import QuarantinedUpload, quarantined
from sauro.documents.services.attachments import CheckedAttachment, check_attachment
from sauro.documents.services.storage import store_upload
from sauro.workforce import events, sealing
from sauro.workforce.enums import FactKind, PaperKind
from sauro.workforce.models import Dossier, DossierPaper, Fact, Tenure
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.dossiers import identity_of

_SEALED_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Proves:
    """What a paper proves: a fact or a post of the dossier, or, with neither, the dossier as a whole."""

    fact_id: UUID | None = None
    tenure_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A paper in clear."""

    content: bytes
    file_name: str
    media_type: str


def add_paper(
    *, actor: Actor, dossier_id: UUID, kind: PaperKind, proves: Proves, upload: QuarantinedUpload
) -> DossierPaper:
    """Attach a file to a fact, a post or the dossier. It is checked like every upload and stored sealed.

    Raises ``proved-unknown``, ``kind-of-fact``, ``key-destroyed`` and what :func:`check_attachment` refuses.
    """
    dossier = dossier_policy.get_visible(actor, dossier_id)
    paper = _new(dossier, kind, proves)
    dossier_policy.require(actor, "seal" if paper.is_sensitive else "record", dossier)
    # Reading the file takes a while, so it happens before the row is locked.
    checked = check_attachment(actor=actor, unit=dossier.unit, upload=upload)
    with transaction.atomic():
        dossier_policy.get_locked(actor, dossier_id)
        paper.file = _sealed(dossier, checked)
        paper.file_name, paper.media_type, paper.size = checked.file_name[:240], checked.media_type, upload.size
        paper.added_by_name = actor.name
        paper.save()
        record_event(
            actor=actor, event=events.PAPER_ADDED, obj=dossier, changes={"kind": str(kind), "of": _proved_kind(paper)}
        )
    return paper


@transaction.atomic
def open_paper(*, actor: Actor, paper_id: UUID, reason: str = "") -> OpenedPaper:
    """Return a paper in clear and record who opened it; a sensitive one asks for the reason.

    Raises ``reason-needed``, ``withdrawn-already``, ``key-destroyed``.
    """
    paper = find_paper(actor, paper_id)
    dossier = paper.dossier
    dossier_policy.require(actor, "open" if paper.is_sensitive else "record", dossier)
    if paper.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Giấy tờ này đã được rút."))
    if paper.is_sensitive and not reason.strip():
        words = _("Hãy ghi lý do mở xem; người có hồ sơ đọc được lý do này.")
        raise DomainError("reason-needed", words, field="reason")
    key = identity_of(dossier.person).wrapped_key
    with default_storage.open(paper.file.storage_name) as stream:
        content = sealing.unseal_bytes(dossier.person_id, key, stream.read())
    record_event(
        actor=actor, event=events.PAPER_OPENED, obj=dossier, reason=reason.strip(),
        changes={"kind": paper.kind, "of": _proved_kind(paper)},
    )  # fmt: skip
    return OpenedPaper(content, paper.file_name, paper.media_type)


@transaction.atomic
def withdraw_paper(*, actor: Actor, paper_id: UUID, reason: str) -> DossierPaper:
    """Take a paper back: its line stays, with who and why, and nobody is given the file any more.

    Raises ``reason-needed``, ``withdrawn-already``.
    """
    found = find_paper(actor, paper_id)
    dossier = dossier_policy.get_locked(actor, found.dossier_id)
    dossier_policy.require(actor, "seal" if found.is_sensitive else "record", dossier)
    paper = DossierPaper.objects.select_for_update(of=("self",)).get(pk=paper_id)
    if paper.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Giấy tờ này đã được rút."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    paper.withdrawn_at, paper.withdrawn_by_name, paper.withdrawn_reason = now(), actor.name, reason.strip()
    paper.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record_event(
        actor=actor, event=events.PAPER_WITHDRAWN, obj=dossier, reason=reason.strip(), changes={"kind": paper.kind}
    )
    return paper


def find_paper(actor: Actor, paper_id: UUID) -> DossierPaper:
    """Return a paper of a dossier the actor may see. Raises ``NotVisible``."""
    rows = DossierPaper.objects.filter(pk=paper_id, dossier__in=dossier_policy.visible(actor).values("pk"))
    paper = rows.select_related("dossier__person", "dossier__unit", "fact", "tenure__post", "file").first()
    if paper is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return paper


def _new(dossier: Dossier, kind: PaperKind, proves: Proves) -> DossierPaper:
    fact = Fact.objects.standing().filter(pk=proves.fact_id, dossier=dossier).first() if proves.fact_id else None
    tenure = (
        Tenure.objects.standing().filter(pk=proves.tenure_id, dossier=dossier).first() if proves.tenure_id else None
    )
    if (proves.fact_id and fact is None) or (proves.tenure_id and tenure is None) or (fact and tenure):
        raise DomainError("proved-unknown", _("Hãy chọn lại giấy tờ này chứng minh điều gì."), field="proves")
    if (kind == PaperKind.HEALTH) != (fact is not None and fact.kind == FactKind.HEALTH):
        words = _("Giấy khám sức khỏe gắn với thông tin sức khỏe, và ngược lại.")
        raise DomainError("kind-of-fact", words, field="kind")
    return DossierPaper(dossier=dossier, kind=kind, fact=fact, tenure=tenure)


def _sealed(dossier: Dossier, checked: CheckedAttachment) -> StoredFile:
    identity = identity_of(dossier.person)
    if identity.wrapped_key is None:
        raise Conflict("key-destroyed", _("Khóa của hồ sơ này đã bị hủy; không gắn thêm giấy tờ được."))
    with checked.upload.open() as stream:
        sealed = sealing.seal_bytes(dossier.person_id, identity.wrapped_key, stream.read())
    with quarantined([sealed], name="sealed") as closed:
        return store_upload(upload=closed, domain=dossier.domain, media_type=_SEALED_TYPE)


def _proved_kind(paper: DossierPaper) -> str:
    if paper.fact is not None:
        return paper.fact.kind
    return "post" if paper.tenure_id else "dossier"

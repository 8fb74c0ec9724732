"""Takes a directive in: from bytes in quarantine to a document with proposed obligations, all of it or nothing."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents import events
from sauro.documents.enums import PurgeState
from sauro.documents.file_names import clean_file_name
from sauro.documents.models import Document, Purge
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.secrecy import SecrecyMark, find_in_file_name
from sauro.documents.services.reading import Unreadable, read_quarantined
from sauro.documents.services.registering import register_document
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.tasks.services.proposing import propose_obligations


class SecretRefused(DomainError):
    """A file with a secrecy mark: destroyed, nothing of it kept."""


def take_in(
    *, actor: Actor, unit_id: UUID, upload: QuarantinedUpload, declared: bool, is_sample: bool = False
) -> Document:
    """Take a file in for a unit and propose the obligations found in it.

    The file leaves quarantine in every case: stored, removed, or (with a secrecy mark) destroyed. ``declared`` is the
    person's declaration that the file holds no state secret. Raises 404 for a unit the actor does not see, 403 without
    the right to register for it, and a sentence for everything that is wrong with the file.
    """
    try:
        unit = unit_policy.get_visible(actor, unit_id)
        _require_register(actor, unit)
        _require_declaration(declared=declared)
        _refuse_by_name_or_hash(actor, unit, upload)
        _refuse_empty(upload)
        read = read_quarantined(upload)
        if isinstance(read, SecrecyMark):
            raise _refuse_secret(actor, unit, upload)
        with transaction.atomic():
            reading = register_document(
                actor=actor,
                unit=unit,
                upload=upload,
                file_name=clean_file_name(upload.name),
                read=read,
                is_sample=is_sample,
            )
            propose_obligations(reading)
        return reading.document
    finally:
        upload.discard()


def _require_register(actor: Actor, unit: Unit) -> None:
    if not actor.holds_for("documents.register", unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền tiếp nhận văn bản cho cơ quan này."))
    if unit.domain not in settings.DOMAINS_SERVED:
        raise DomainError("domain-not-served", _("Hệ thống này không phục vụ khối của cơ quan đã chọn."), field="unit")


def _require_declaration(*, declared: bool) -> None:
    if not declared:
        raise DomainError(
            "not-declared",
            _("Hãy đánh dấu cam đoan tệp không chứa bí mật nhà nước trước khi tải lên."),
            field="declared",
        )


def _refuse_by_name_or_hash(actor: Actor, unit: Unit, upload: QuarantinedUpload) -> None:
    """Refuse before the first byte is looked at: by the name, or because this very content was purged as secret."""
    purged = Purge.objects.filter(file_sha256=upload.sha256, state=PurgeState.DONE).exists()
    if purged or find_in_file_name(upload.name) is not None:
        raise _refuse_secret(actor, unit, upload)


def _refuse_empty(upload: QuarantinedUpload) -> None:
    if upload.size == 0:
        raise Unreadable(
            "empty",
            _("Tệp không có nội dung (0 byte). Hãy kiểm tra lại tệp trên máy và chọn đúng tệp văn bản."),
            field="files",
        )


def _refuse_secret(actor: Actor, unit: Unit, upload: QuarantinedUpload) -> SecretRefused:
    """Destroy the bytes, then record who, when and which hash, and nothing else."""
    upload.destroy()
    with transaction.atomic():
        record_event(
            actor=actor,
            event=events.UPLOAD_REFUSED_SECRET,
            domain=unit.domain,
            unit_id=unit.pk,
            changes={"sha256": [None, upload.sha256]},
        )
    return SecretRefused(
        "secret",
        _(
            "Tệp mang dấu mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa vào hệ thống này; bản tạm đã bị hủy. "
            "Hãy xử lý văn bản trên mạng độc lập dành cho bí mật nhà nước, hoặc vào sổ văn bản mật bằng giấy."
        ),
        field="files",
    )

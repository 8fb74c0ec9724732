"""Takes a directive in: from bytes in quarantine to a document with proposed obligations, all of it or nothing."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.file_names import clean_file_name
from sauro.documents.models import Document
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.secrecy import SecrecyMark
from sauro.documents.services.reading import NeedsRecognition, read_at_door
from sauro.documents.services.refusing import refuse_by_name_or_hash, refuse_empty, refuse_secret
from sauro.documents.services.registering import register_document
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.tasks.services.proposing import propose_obligations
from sauro.tasks.services.scan_intake import take_in_scan


def take_in(
    *, actor: Actor, unit_id: UUID, upload: QuarantinedUpload, declared: bool, is_sample: bool = False
) -> Document:
    """Take a file in for a unit and propose the obligations found in it.

    A scan is recognised in the background: its document is returned at once, in the state ``reading``, and its file
    waits. Any other file leaves quarantine in every case: stored, removed, or (with a secrecy mark) destroyed.
    ``declared`` is the person's declaration that the file holds no state secret. Raises 404 for a unit the actor does
    not see, 403 without the right to register for it, and a sentence for everything that is wrong with the file.
    """
    try:
        unit = unit_policy.get_visible(actor, unit_id)
        _require_register(actor, unit)
        _require_declaration(declared=declared)
        refuse_by_name_or_hash(actor, unit, upload)
        refuse_empty(upload)
        read = read_at_door(upload)
        if isinstance(read, SecrecyMark):
            raise refuse_secret(actor, unit, upload)
        if isinstance(read, NeedsRecognition):
            return take_in_scan(actor=actor, unit=unit, upload=upload, pages=read.pages, is_sample=is_sample)
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

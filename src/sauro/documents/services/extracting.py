"""Extraction without intake: a file in, what was found in it out, nothing stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.secrecy import SecrecyMark
from sauro.documents.selectors.documents import units_to_register_for
from sauro.documents.services.reading import read_quarantined
from sauro.documents.services.refusing import refuse_by_name_or_hash, refuse_empty, refuse_secret

PAGES_WAITED_FOR = 20
"""The longest scan that is recognised while somebody waits: about a minute and a half."""


def extract_file(*, actor: Actor, upload: QuarantinedUpload, declared: bool) -> dict[str, Any]:
    """Return the object of the extraction contract for a file, through the same checks as intake.

    The file leaves quarantine in every case. A file with a secrecy mark is destroyed and the refusal recorded for the
    unit the actor acts for. Raises 403 for somebody who may not take documents in anywhere.
    """
    try:
        units = list(units_to_register_for(actor))
        if not units:
            raise NotAllowed("not-allowed", _("Tài khoản của bạn không được tiếp nhận văn bản."))
        if not declared:
            raise DomainError(
                "not-declared",
                _("Hãy đánh dấu cam đoan tệp không chứa bí mật nhà nước trước khi tải lên."),
                field="declared",
            )
        unit = next((unit for unit in units if unit.pk == actor.unit_id), units[0])
        refuse_by_name_or_hash(actor, unit, upload)
        refuse_empty(upload)
        read = read_quarantined(upload, pages=min(PAGES_WAITED_FOR, settings.SCAN_PAGES))
        if isinstance(read, SecrecyMark):
            raise refuse_secret(actor, unit, upload)
        return contract_object(read.text, read.extraction)
    finally:
        upload.discard()


def contract_object(text: str, extraction: Mapping[str, Any]) -> dict[str, Any]:
    """Return a stored or fresh extraction in the printed shape: with its text, without the traces kept for the desk."""
    tasks = [{key: value for key, value in task.items() if key != "provenance"} for task in extraction["tasks"]]
    return {**extraction, "text": text, "tasks": tasks}

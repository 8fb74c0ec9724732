"""Files that are handed in with work: any format, checked like every upload, never opened by the product itself."""

from __future__ import annotations

from dataclasses import dataclass

from sauro.access.actor import Actor
from sauro.documents.file_names import clean_file_name
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.reader_purpose import Purpose
from sauro.documents.secrecy import SecrecyMark
from sauro.documents.services.reading import Unreadable, read_quarantined
from sauro.documents.services.refusing import refuse_by_name_or_hash, refuse_empty, refuse_secret
from sauro.documents.services.storage import store_upload
from sauro.organizations.models import Unit

UNKNOWN_TYPE = "application/octet-stream"
# A reader that gives up on these says nothing about the file: a workbook, a picture or an archive may be a product.
_TAKEN_UNREAD = frozenset({"unknown-format", "scanned", "needs-converter", "encrypted"})


@dataclass(frozen=True, slots=True)
class CheckedAttachment:
    """An upload that may be stored."""

    upload: QuarantinedUpload
    file_name: str
    media_type: str


def check_attachment(*, actor: Actor, unit: Unit, upload: QuarantinedUpload) -> CheckedAttachment:
    """Check a file for emptiness, for secrecy marks in its name and (where it can be read) its text, and for damage.

    A file with a secrecy mark is destroyed and the refusal recorded, as at intake.
    """
    refuse_by_name_or_hash(actor, unit, upload)
    refuse_empty(upload)
    media_type = UNKNOWN_TYPE
    try:
        read = read_quarantined(upload, purpose=Purpose.CHECK)
    except Unreadable as error:
        if error.code not in _TAKEN_UNREAD:
            raise
    else:
        if isinstance(read, SecrecyMark):
            raise refuse_secret(actor, unit, upload)
        media_type = read.media_type
    return CheckedAttachment(upload, clean_file_name(upload.name), media_type)


def store_attachment(checked: CheckedAttachment, *, domain: str) -> StoredFile:
    """Store a checked file. Call inside the transaction of the deed it belongs to."""
    return store_upload(upload=checked.upload, domain=domain, media_type=checked.media_type)

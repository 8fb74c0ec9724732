"""Files that are handed in with work: any format, checked like every upload, never opened by the product itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
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
# Programs and scripts: whoever opens the product would run them.
_PROGRAM_NAME = re.compile(
    r"\.(?:exe|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|jar|apk|dll|sys|cpl|pif|sh|reg|iso|img)$", re.I
)
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")


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
    _refuse_program(upload)
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


def _refuse_program(upload: QuarantinedUpload) -> None:
    """Refuse what runs when it is opened, by what it is or by what its name would make of it."""
    with upload.open() as stream:
        start = stream.read(max(map(len, _PROGRAM_STARTS)))
    if _PROGRAM_NAME.search(clean_file_name(upload.name)) or start.startswith(_PROGRAM_STARTS):
        raise DomainError(
            "program",
            _("Tệp này là chương trình nên không nhận làm sản phẩm. Hãy nộp văn bản, bảng tính hoặc ảnh."),
            field="file",
        )

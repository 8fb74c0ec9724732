"""Uploaded files as routes get them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.uploads import QuarantinedFile


def upload_of(file: object) -> QuarantinedUpload:
    """Return the bytes in quarantine of an uploaded file. Raises the sentence for a file that was too large."""
    if not isinstance(file, QuarantinedFile):
        raise DomainError("file-needed", _("Hãy gửi kèm một tệp."), field="file")
    return file.upload

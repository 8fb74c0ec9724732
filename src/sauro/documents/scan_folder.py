"""Where a scan waits while its pages are recognised: its bytes and what is known of each page, in quarantine.

Nothing here is in the database, so that a mark found on the last page leaves no word of the pages before it. A page's
result is written whole or not at all: after a killed process the recognition goes on with the pages that are there.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from uuid import UUID

from sauro.documents.quarantine import ABANDONED_AFTER_SECONDS, QuarantinedUpload, destroy_folder, quarantine_folder
from sauro.documents.scan_pages import page_name

SUFFIX = ".scan"
_SOURCE = "source"


class ScanFolder:
    """The folder of one scan, named by its identity."""

    def __init__(self, scan_id: UUID) -> None:
        self.path = quarantine_folder() / f"{scan_id}{SUFFIX}"

    @property
    def source(self) -> Path:
        """The file as it was sent."""
        return self.path / _SOURCE

    def take(self, upload: QuarantinedUpload) -> None:
        """Move an upload here."""
        self.path.mkdir(mode=0o700)
        upload.path.rename(self.source)

    def upload(self, *, name: str, size: int, sha256: str) -> QuarantinedUpload:
        """Return the file as an upload in quarantine."""
        return QuarantinedUpload(path=self.source, name=name, size=size, sha256=sha256)

    def keep_page(self, number: int, result: str) -> None:
        """Write what is known of a page, synced, so that it is there after a crash or not at all."""
        draft = self.path / f"draft-{number}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(result)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self.path / page_name(number))

    def destroy(self) -> None:
        """Overwrite and remove everything; harmless when it is gone already."""
        destroy_folder(self.path)


def abandoned(living: set[UUID]) -> list[Path]:
    """Return the folders of scans that nobody recognises any more, older than an hour."""
    limit = time.time() - ABANDONED_AFTER_SECONDS
    names = {f"{scan_id}{SUFFIX}" for scan_id in living}
    folders = (path for path in quarantine_folder().iterdir() if path.suffix == SUFFIX and path.name not in names)
    return [path for path in folders if path.stat().st_mtime < limit]

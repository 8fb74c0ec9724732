"""Where uploaded bytes wait until they are known to be harmless: a private folder, one file per upload.

Nothing leaves quarantine but by being stored under its content hash. Every file here is removed when its request ends,
overwritten first when it may be a state secret; what a killed process leaves behind is swept by a job.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from sauro.common.ids import new_id

PIECE = 256 * 1024
ABANDONED_AFTER_SECONDS = 3_600
WORK_SUFFIX = ".work"
KEPT_SUFFIXES = frozenset({".scan"})


class TooLarge(DomainError):
    """The upload is larger than the site allows."""

    status = 413


def too_large() -> TooLarge:
    """Return the error that names the limit."""
    limit = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)
    return TooLarge(
        "too-large",
        _("Tệp vượt mức cho phép %(limit)d MB. Hãy tách văn bản thành nhiều tệp hoặc giảm dung lượng ảnh rồi thử lại.")
        % {"limit": limit},
        field="files",
    )


@dataclass
class QuarantinedUpload:
    """Bytes in quarantine: where they lie, how they were named by the sender, their size in bytes and SHA-256."""

    path: Path
    name: str
    size: int = 0
    sha256: str = ""
    _hash: hashlib._Hash = field(default_factory=hashlib.sha256, repr=False)
    _stream: BinaryIO | None = field(default=None, repr=False)

    def write(self, piece: bytes) -> None:
        """Append a piece. Raises :class:`TooLarge`, and destroys what was written, past the site's limit."""
        self.size += len(piece)
        if self.size > settings.UPLOAD_LIMIT_BYTES or self._stream is None:
            self.destroy()
            raise too_large()
        self._hash.update(piece)
        self._stream.write(piece)

    def finish(self) -> None:
        """Close the file; from now on its size and hash are known and its bytes can be read."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self.sha256 = self._hash.hexdigest()

    def open(self) -> BinaryIO:
        """Open the bytes for reading."""
        return self.path.open("rb")

    def discard(self) -> None:
        """Remove the file; harmless when it is gone already."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self.path.unlink(missing_ok=True)

    def destroy(self) -> None:
        """Overwrite the bytes, then remove the file."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        overwrite(self.path)
        self.path.unlink(missing_ok=True)


def begin(name: str) -> QuarantinedUpload:
    """Open a new file in quarantine, readable by the product alone."""
    folder = quarantine_folder()
    path = folder / str(new_id())
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return QuarantinedUpload(path=path, name=name, _stream=os.fdopen(descriptor, "wb"))


@contextmanager
def quarantined(pieces: Iterable[bytes], *, name: str) -> Iterator[QuarantinedUpload]:
    """Put bytes of another door (a command, a job, a test) into quarantine for the length of a block."""
    upload = begin(name)
    try:
        for piece in pieces:
            upload.write(piece)
        upload.finish()
        yield upload
    finally:
        upload.discard()


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a reader a private folder for the copies it makes; they are destroyed when the block ends."""
    folder = quarantine_folder() / f"{new_id()}{WORK_SUFFIX}"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        destroy_folder(folder)


def destroy_folder(folder: Path) -> None:
    """Overwrite every file below a folder, then remove the folder."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            overwrite(path)
    shutil.rmtree(folder, ignore_errors=True)


def overwrite(path: Path) -> None:
    """Write zeros over a file and sync them. On flash memory and copying file systems this is an effort, no proof."""
    try:
        size = path.stat().st_size
        with path.open("r+b") as stream:
            for offset in range(0, size, PIECE):
                stream.write(b"\0" * min(PIECE, size - offset))
            stream.flush()
            os.fsync(stream.fileno())
    except FileNotFoundError:
        return


def sweep() -> int:
    """Destroy what requests that never ended left behind, older than an hour. Returns how many files.

    Scans that are being recognised have folders of their own, which last longer (:mod:`sauro.documents.scan_folder`).
    """
    limit = time.time() - ABANDONED_AFTER_SECONDS
    swept = 0
    for path in quarantine_folder().iterdir():
        if path.suffix in KEPT_SUFFIXES:
            continue
        try:
            abandoned = path.stat().st_mtime < limit
        except FileNotFoundError:
            continue
        if abandoned:
            _destroy(path)
            swept += 1
    return swept


def _destroy(path: Path) -> None:
    if path.is_dir():
        destroy_folder(path)
        return
    overwrite(path)
    path.unlink(missing_ok=True)


def quarantine_folder() -> Path:
    """Return the private folder, made when it is missing."""
    folder = Path(settings.QUARANTINE_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder

"""The form of a backup: one .tar with the database dump, the stored files, and a manifest that names the hash of each.

    manifest.json           format, when, version, row counts, SHA-256 and size of every other member (last in the file)
    database.dump           pg_dump's custom format, compressed
    files/...               the stored files

The tar itself is not compressed: the dump is already, and most stored files (.docx, .pdf) are.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from sauro.runtime.errors import MachineError
from sauro.runtime.texts import gettext as _

FORMAT = "sauro-backup/1"
MANIFEST = "manifest.json"
DUMP = "database.dump"
FILES = "files"
CHUNK = 1024 * 1024


@dataclass
class Manifest:
    """What a backup holds. `rows` counts every table as the dump saw it; `secret_fingerprint` tells whether a machine
    has the keys of the installation that wrote it, without giving them away."""

    created_at: str
    product_version: str
    server_version: int
    secret_fingerprint: str
    rows: dict[str, int]
    members: dict[str, dict[str, str | int]] = field(default_factory=dict)
    format: str = FORMAT

    def note(self, name: str, sha256: str, size: int) -> None:
        """Record a member."""
        self.members[name] = {"sha256": sha256, "bytes": size}


class HashingReader:
    """A readable stream that hashes what passes through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read and remember."""
        data = self._stream.read(size)
        self._hash.update(data)
        return data

    @property
    def sha256(self) -> str:
        """Hash of everything read so far, in hexadecimal."""
        return self._hash.hexdigest()


class Writer:
    """Writes members one after the other and the manifest at the end."""

    def __init__(self, tar: tarfile.TarFile, manifest: Manifest) -> None:
        self._tar = tar
        self._manifest = manifest

    def add(self, file: Path, name: str) -> None:
        """Add a file. Raises MachineError when it changes while being read."""
        with file.open("rb") as stream:
            entry = self._tar.gettarinfo(arcname=name, fileobj=stream)
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            reader = HashingReader(stream)
            try:
                self._tar.addfile(entry, reader)
            except OSError as error:
                raise MachineError(_("Tệp %(file)s thay đổi trong lúc sao lưu.") % {"file": file}) from error
        self._manifest.note(name, reader.sha256, entry.size)

    def close(self) -> None:
        """Write the manifest."""
        content = json.dumps(asdict(self._manifest), ensure_ascii=False, indent=1).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(content)
        entry.mode = 0o600
        self._tar.addfile(entry, io.BytesIO(content))


class Reader:
    """Reads a backup, trusting nothing in it before its hash was compared."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.manifest = self._read_manifest()

    def verify(self, progress: Callable[[int, int], None]) -> None:
        """Compare every member with the manifest: none missing, none added, none changed."""
        expected = dict(self.manifest.members)
        total = len(expected)
        for done, entry in enumerate(self._members(), start=1):
            wanted = expected.pop(entry.name, None)
            if wanted is None:
                raise _damaged(_("có tệp lạ %(name)s") % {"name": entry.name})
            if self._hash(entry) != wanted["sha256"]:
                raise _damaged(_("%(name)s không đúng mã băm") % {"name": entry.name})
            progress(done, total)
        if expected:
            raise _damaged(_("thiếu %(name)s") % {"name": min(expected)})

    def extract(self, folder: Path, wanted: Callable[[str], bool]) -> int:
        """Write the members whose names are `wanted` below `folder`; returns how many. Names cannot lead outside."""
        count = 0
        for entry in self._members():
            if wanted(entry.name):
                target = folder / entry.name
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with self._open(entry) as source, target.open("wb") as copy:
                    while chunk := source.read(CHUNK):
                        copy.write(chunk)
                target.chmod(0o600)
                count += 1
        return count

    def _members(self) -> Iterator[tarfile.TarInfo]:
        for entry in self._tar:
            if entry.name == MANIFEST:
                continue
            parts = PurePosixPath(entry.name).parts
            if not entry.isreg() or entry.name.startswith("/") or ".." in parts:
                raise _damaged(_("tên không hợp lệ %(name)s") % {"name": entry.name})
            yield entry

    def _read_manifest(self) -> Manifest:
        try:
            with self._open(self._tar.getmember(MANIFEST)) as stream:
                content = json.load(stream)
            manifest = Manifest(**content)
        except (KeyError, TypeError, ValueError, tarfile.TarError) as error:
            raise _damaged(_("không có bảng kê")) from error
        if manifest.format != FORMAT:
            raise MachineError(
                _("Bản sao lưu có dạng %(theirs)s, bản Sáu Rõ này đọc dạng %(ours)s.")
                % {"theirs": manifest.format, "ours": FORMAT}
            )
        return manifest

    def _open(self, entry: tarfile.TarInfo) -> io.BufferedReader:
        stream = self._tar.extractfile(entry)
        if not isinstance(stream, io.BufferedReader):
            raise _damaged(_("%(name)s không phải là tệp") % {"name": entry.name})
        return stream

    def _hash(self, entry: tarfile.TarInfo) -> str:
        with self._open(entry) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()


def _damaged(what: str) -> MachineError:
    return MachineError(_("Tệp sao lưu bị hỏng: %(what)s. Không có gì bị thay đổi.") % {"what": what})

"""Zip containers of .docx and .odt, opened with suspicion."""

from __future__ import annotations

import io
import zipfile
import zlib

from vanban.readers import messages
from vanban.types import Limits

_MAX_ENTRIES = 5_000
_MAX_RATIO = 400
_RATIO_MATTERS_FROM = 10 * 1024 * 1024
_CHUNK = 256 * 1024
_ENCRYPTED_FLAG = 0x1


class Archive:
    """The entries of a zip file, with bounds on how much is unpacked in total.

    Raises :class:`UnreadableDocument` with code ``damaged``, ``encrypted`` or ``zip-bomb``. Declared sizes are checked
    on opening and actual sizes while unpacking, because a hostile file lies about them.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise messages.unreadable("damaged") from error
        self._limits = limits
        self._unpacked = 0
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        self._check_declared()

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """The names of all entries."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The unpacked content of an entry."""
        entry = self._entries.get(name)
        if entry is None:
            raise messages.unreadable("damaged")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._count(len(piece), size, entry.compress_size)
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise messages.unreadable("damaged") from error
        return b"".join(pieces)

    def _count(self, piece: int, entry_size: int, packed: int) -> None:
        self._unpacked += piece
        if self._unpacked > self._limits.unpacked_size or _is_suspicious(entry_size, packed):
            raise messages.unreadable("zip-bomb")

    def _check_declared(self) -> None:
        entries = self._zip.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > _MAX_ENTRIES or total > self._limits.unpacked_size:
            raise messages.unreadable("zip-bomb")
        if any(_is_suspicious(entry.file_size, entry.compress_size) for entry in entries):
            raise messages.unreadable("zip-bomb")
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise messages.unreadable("encrypted")


def _is_suspicious(size: int, packed: int) -> bool:
    return size > _RATIO_MATTERS_FROM and size > packed * _MAX_RATIO

"""OpenDocument text (.odt)."""

from __future__ import annotations

from vanban.readers.signatures import is_zip
from vanban.types import Limits, ReadDocument

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_HEAD = 200


class OdtReader:
    """Reads OpenDocument text files."""

    name = "odt"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """A zip file whose first entry declares OpenDocument text."""
        return is_zip(data) and _MIMETYPE in data[:_HEAD]

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """The body in order, then the notes."""
        from vanban.readers.odt.document import read_package  # noqa: PLC0415 - loads lxml and zipfile

        return read_package(data, reader=f"{self.name}/{self.version}", limits=limits)

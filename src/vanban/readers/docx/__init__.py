"""Word documents (.docx): the text a reader sees when all tracked changes are accepted."""

from __future__ import annotations

from vanban.readers.signatures import is_zip
from vanban.types import Limits, ReadDocument


class DocxReader:
    """Reads Office Open XML word processing documents."""

    name = "docx"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """A zip file whose directory lists a ``word/`` folder."""
        return is_zip(data) and b"[Content_Types].xml" in data and b"word/" in data

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """The body in order, then the notes; headers and footers of pages are left out."""
        from vanban.readers.docx.document import read_package  # noqa: PLC0415 - loads lxml and zipfile

        return read_package(data, reader=f"{self.name}/{self.version}", limits=limits)

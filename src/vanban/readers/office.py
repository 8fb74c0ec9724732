"""Word 97 files (.doc) and rich text (.rtf), converted to .docx by LibreOffice where it is installed."""

from __future__ import annotations

from dataclasses import replace

from vanban.readers import messages
from vanban.readers.docx import DocxReader
from vanban.readers.signatures import is_ole
from vanban.types import Limits, ReadDocument

_RTF = b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SECTOR = 512
_FIB_MAGIC = b"\xec\xa5"
_FIB_ENCRYPTED = 0x01


class OfficeReader:
    """Reads .doc and .rtf through a conversion."""

    name = "office"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """Rich text, a Word 97 file, or an Office document that is encrypted."""
        if data.lstrip()[: len(_RTF)] == _RTF:
            return True
        return is_ole(data) and (_WORD_STREAM in data or _ENCRYPTED_PACKAGE in data)

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """Convert, then read as .docx; says how to save as .docx when there is no converter."""
        kind = "doc" if is_ole(data) else "rtf"
        if kind == "doc" and (_ENCRYPTED_PACKAGE in data or _is_encrypted_word(data)):
            raise messages.unreadable("encrypted")
        from vanban.readers.libreoffice import convert_to_docx  # noqa: PLC0415 - loads subprocess and tempfile

        converted = convert_to_docx(data, kind)
        docx = DocxReader()
        document = docx.read(converted, limits)
        return replace(document, format=kind, reader=f"{self.name}/{self.version}+{document.reader}")


def _is_encrypted_word(data: bytes) -> bool:
    """The flag in the file information block, which begins at a sector and carries its own magic number."""
    for offset in range(_SECTOR, len(data) - _SECTOR, _SECTOR):
        if data[offset : offset + 2] == _FIB_MAGIC:
            return bool(data[offset + 11] & _FIB_ENCRYPTED)
    return False

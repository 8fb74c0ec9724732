"""Which reader takes a file. The order matters: formats with a signature first, plain text last."""

from __future__ import annotations

from vanban.readers import messages
from vanban.readers.docx import DocxReader
from vanban.readers.html import HtmlReader
from vanban.readers.markdown import MarkdownReader
from vanban.readers.odt import OdtReader
from vanban.readers.office import OfficeReader
from vanban.readers.pdf import PdfReader
from vanban.readers.plain import PlainReader
from vanban.readers.protocol import Reader
from vanban.readers.refused import refusal
from vanban.readers.scan import ImageReader, OcrSession

_BY_SIGNATURE: tuple[Reader, ...] = (OdtReader(), DocxReader(), OfficeReader(), HtmlReader())
_MARKDOWN_SUFFIXES = (".md", ".markdown")


def choose_reader(data: bytes, name: str | None, ocr: OcrSession | None = None) -> Reader:
    """The reader for a content; raises :class:`~vanban.types.UnreadableDocument` when there is none."""
    by_signature: tuple[Reader, ...] = (PdfReader(ocr), ImageReader(ocr), *_BY_SIGNATURE)
    for reader in by_signature:
        if reader.recognises(data):
            return reader
    refused = refusal(data)
    if refused is not None:
        raise refused
    plain = PlainReader()
    if not plain.recognises(data):
        raise messages.unreadable("unknown-format")
    markdown = MarkdownReader(expected=(name or "").lower().endswith(_MARKDOWN_SUFFIXES))
    return markdown if markdown.recognises(data) else plain

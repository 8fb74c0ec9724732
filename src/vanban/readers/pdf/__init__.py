"""PDF files; pages without a text layer are recognised from their picture."""

from __future__ import annotations

from vanban.readers.scan.session import OcrSession
from vanban.types import Limits, ReadDocument

_SIGNATURE_WITHIN = 1_024


class PdfReader:
    """Reads the text layer of PDF files, and what has none through Tesseract."""

    name = "pdf"
    version = 1

    def __init__(self, ocr: OcrSession | None = None) -> None:
        self._ocr = ocr

    def recognises(self, data: bytes) -> bool:
        """The signature of PDF, which may follow a little junk."""
        return b"%PDF-" in data[:_SIGNATURE_WITHIN]

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """Paragraphs over page breaks, without page headers and numbers."""
        from vanban.readers.pdf.document import read_pdf  # noqa: PLC0415 - loads pdfium

        return read_pdf(data, reader=f"{self.name}/{self.version}", limits=limits, ocr=self._ocr)

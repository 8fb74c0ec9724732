"""PDF files with a text layer; scans are recognised and refused with a sentence."""

from __future__ import annotations

from vanban.types import Limits, ReadDocument

_SIGNATURE_WITHIN = 1_024


class PdfReader:
    """Reads the text layer of PDF files."""

    name = "pdf"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """The signature of PDF, which may follow a little junk."""
        return b"%PDF-" in data[:_SIGNATURE_WITHIN]

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """Paragraphs over page breaks, without page headers and numbers."""
        from vanban.readers.pdf.document import read_pdf  # noqa: PLC0415 - loads pdfium

        return read_pdf(data, reader=f"{self.name}/{self.version}", limits=limits)

"""Scans: picture files, and through :mod:`vanban.readers.pdf` the pages of PDF files that are pictures."""

from __future__ import annotations

from vanban.readers.scan.pictures import kind_of
from vanban.readers.scan.session import OcrSession, PageResult
from vanban.types import Limits, ReadDocument

__all__ = ["ImageReader", "OcrSession", "PageResult"]


class ImageReader:
    """Reads .png, .jpg and .tiff files by recognising the characters in them."""

    name = "image"
    version = 1

    def __init__(self, ocr: OcrSession | None = None) -> None:
        self._ocr = ocr

    def recognises(self, data: bytes) -> bool:
        """The signature of a picture that Tesseract reads."""
        return kind_of(data) is not None

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """Paragraphs as on a printed page; every page of a TIFF file."""
        from vanban.readers.scan.document import read_picture  # noqa: PLC0415 - loads pdfium

        return read_picture(data, reader=f"{self.name}/{self.version}", limits=limits, ocr=self._ocr)

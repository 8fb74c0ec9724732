"""Pages of a PDF file as grey pictures."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from vanban.readers.pdf.extract import PDFIUM_LOCK, open_document
from vanban.readers.scan.tesseract import PageNotRecognised

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_MOST_PIXELS = 40_000_000
"""Four pages of A4; a larger sheet is rendered more coarsely."""


def render_page(data: bytes, number: int) -> tuple[bytes, int]:
    """Page ``number`` (from 1) as a portable grey map, and its dots per inch. The file itself is only read.

    Raises :class:`PageNotRecognised` when pdfium cannot draw the page.
    """
    with PDFIUM_LOCK:
        document = open_document(data)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            resolution = _resolution(width, height)
            bitmap = page.render(scale=resolution / _POINTS_PER_INCH, grayscale=True)
            return _grey_map(bitmap), resolution
        except pypdfium2.PdfiumError as error:
            raise PageNotRecognised from error
        finally:
            document.close()


def _resolution(width: float, height: float) -> int:
    inches = width * height / _POINTS_PER_INCH**2
    return max(1, min(DOTS_PER_INCH, int((_MOST_PIXELS / max(inches, 1.0)) ** 0.5)))


def _grey_map(bitmap: pypdfium2.PdfBitmap) -> bytes:
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    if stride != width:
        pixels = b"".join(pixels[row * stride : row * stride + width] for row in range(height))
    return b"P5\n%d %d\n255\n" % (width, height) + pixels

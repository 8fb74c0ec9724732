"""Pages of a PDF file as grey pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from vanban.readers.pdf.extract import PDFIUM_LOCK, open_document
from vanban.readers.scan.tesseract import PageNotRecognised

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_MOST_PIXELS = 40_000_000
"""Four pages of A4; a larger sheet is rendered more coarsely."""


def render_page(data: bytes, number: int, *, slope: float = 0.0, turn: int = 0) -> tuple[bytes, int]:
    """Page ``number`` (from 1) as a portable grey map, and its dots per inch. The file itself is only read.

    ``slope`` says how many pixels the lines fall with every pixel to the right; the picture is straightened by it,
    after the page was turned clockwise by ``turn`` degrees (0, 90, 180 or 270).

    Raises :class:`PageNotRecognised` when pdfium cannot draw the page.
    """
    with PDFIUM_LOCK:
        document = open_document(data)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            resolution = _resolution(width, height)
            bitmap = page.render(scale=resolution / _POINTS_PER_INCH, grayscale=True, rotation=turn)
            return _grey_map(bitmap, slope), resolution
        except pypdfium2.PdfiumError as error:
            raise PageNotRecognised from error
        finally:
            document.close()


def _resolution(width: float, height: float) -> int:
    inches = width * height / _POINTS_PER_INCH**2
    return max(1, min(DOTS_PER_INCH, int((_MOST_PIXELS / max(inches, 1.0)) ** 0.5)))


def _grey_map(bitmap: pypdfium2.PdfBitmap, slope: float) -> bytes:
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    rows = [pixels[start : start + width] for start in range(0, stride * height, stride)]
    if slope:
        rows = _straightened(rows, width, slope)
    return b"P5\n%d %d\n255\n" % (width, height) + b"".join(rows)


def _straightened(rows: Sequence[bytes], width: int, slope: float) -> list[bytes]:
    """The picture turned by a small angle: strips moved up or down, then rows to the left or right, by whole pixels."""
    strip = max(1, int(1 / abs(slope)))
    moves = [(x, min(x + strip, width), round((x - width / 2) * slope)) for x in range(0, width, strip)]
    reach = max(abs(down) for _, _, down in moves)
    blank = [b"\xff" * width] * reach
    padded = [*blank, *rows, *blank]
    level = (
        b"".join(padded[reach + row + down][left:right] for left, right, down in moves) for row in range(len(rows))
    )
    return [_moved(row, round((y - len(rows) / 2) * slope)) for y, row in enumerate(level)]


def _moved(row: bytes, right: int) -> bytes:
    """A row of pixels moved to the right, or to the left by a negative number, and filled up with white."""
    blank = b"\xff" * min(abs(right), len(row))
    return blank + row[: len(row) - len(blank)] if right > 0 else row[len(blank) :] + blank

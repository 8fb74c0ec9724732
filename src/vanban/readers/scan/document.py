"""A picture file as a document."""

from __future__ import annotations

from functools import partial

from vanban.readers import messages
from vanban.readers.pdf.document import assemble_pages
from vanban.readers.scan import tesseract
from vanban.readers.scan.pictures import Picture, kind_of, pages_of
from vanban.readers.scan.recognition import PictureSource, is_available, recognise_pages
from vanban.readers.scan.session import OcrSession
from vanban.types import Limits, ReadDocument


def read_picture(data: bytes, *, reader: str, limits: Limits, ocr: OcrSession | None) -> ReadDocument:
    """Recognise every page. Raises ``scanned`` when this machine cannot, or when no word is found."""
    pictures = pages_of(data, limits.pages)
    if not is_available():
        raise messages.unreadable("scanned")
    sources = [
        PictureSource(index + 1, None, partial(_recognise, data, picture, index))
        for index, picture in enumerate(pictures)
    ]
    pages = recognise_pages(sources, ocr)
    if not pages:
        raise messages.nothing_recognised()
    unread = [source.number for source in sources if source.number not in pages]
    return assemble_pages(
        list(pages.values()),
        recognised=sorted(pages),
        unread=unread,
        format_name=kind_of(data) or "png",
        reader=reader,
        limits=limits,
        page_count=len(pictures),
    )


def _recognise(data: bytes, picture: Picture, index: int, slope: float, _turn: int) -> str:
    return tesseract.recognise(data, dots_per_inch=picture.dots_per_inch, index=index, as_one_block=slope != 0.0)

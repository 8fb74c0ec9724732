"""Pictures to pages, one after the other, with what a session remembers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vanban.readers.pdf.model import Page
from vanban.readers.scan import tesseract
from vanban.readers.scan.layout import page_of, slope_of
from vanban.readers.scan.session import OcrSession, PageResult
from vanban.readers.scan.tesseract import PageNotRecognised
from vanban.readers.scan.tsv import SeenPage, parse

READER = "ocr/1"
"""Appended to the name of a reader whenever words of its text were recognised in a picture."""
_STEEP = 0.015
"""About 0.9 degrees. Measured on real scans: nothing is lost up to 0.014; at 0.034 a twentieth of the words are, at
0.038 nearly half."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A page to be recognised: its number in the file, its size in points if known, and how to come by its words.

    ``recognise`` returns the table of words and raises :class:`PageNotRecognised`. It gets the slope of the lines, 0
    at first.
    """

    number: int
    size: tuple[float, float] | None
    recognise: Callable[[float], str]


def recognise_pages(sources: Sequence[PictureSource], session: OcrSession | None) -> dict[int, Page]:
    """The recognised pages by number; those without a word, or that Tesseract failed on, are missing."""
    session = session or OcrSession()
    pages: dict[int, Page] = {}
    for done, source in enumerate(sources, start=1):
        table, seen = _recognised(source, session)
        if session.on_page is not None:
            session.on_page(PageResult(source.number, done, len(sources), table, seen.text if seen else ""))
        page = page_of(seen, source.number, source.size) if seen else None
        if page is not None and page.words:
            pages[source.number] = page
    return pages


def is_available() -> bool:
    """Whether pictures can be recognised on this machine."""
    return tesseract.is_available()


def _recognised(source: PictureSource, session: OcrSession) -> tuple[str, SeenPage | None]:
    table = session.known.get(source.number)
    try:
        if table is None:
            table = _recognised_straight(source)
        return table, parse(table) if table else None
    except (PageNotRecognised, ValueError):
        return "", None


def _recognised_straight(source: PictureSource) -> str:
    """The table of a page; one that lies askew is looked at again, since Tesseract silently loses lines of such."""
    table = source.recognise(0.0)
    slope = slope_of(parse(table))
    return source.recognise(slope) if abs(slope) > _STEEP else table

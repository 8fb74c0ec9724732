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
_LEGIBLE = 60.0
"""The mean confidence of words (0 to 100) under which a page may stand on its side; upright scans have 85 to 96."""
_LONG_WORD = 4
_STEEP = 0.015
"""About 0.9 degrees. Measured on real scans: nothing is lost up to 0.014; at 0.034 a twentieth of the words are, at
0.038 nearly half."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A page to be recognised: its number in the file, its size in points if known, and how to come by its words.

    ``recognise`` returns the table of words and raises :class:`PageNotRecognised`. It gets the slope of the lines
    and the degrees by which to turn the page clockwise, both 0 at first. ``turn`` finds out the latter.
    """

    number: int
    size: tuple[float, float] | None
    recognise: Callable[[float, int], str]
    turn: Callable[[], int] = lambda: 0


def recognise_pages(sources: Sequence[PictureSource], session: OcrSession | None) -> dict[int, Page]:
    """The recognised pages by number; those without a word, or that Tesseract failed on, are missing."""
    session = session or OcrSession()
    pages: dict[int, Page] = {}
    if sources and session.on_start is not None:
        session.on_start(len(sources))
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
    table, turn = source.recognise(0.0, 0), 0
    if _needs_turning(parse(table)):
        turn = source.turn()
        table = source.recognise(0.0, turn) if turn else table
    slope = slope_of(parse(table))
    return source.recognise(slope, turn) if abs(slope) > _STEEP else table


def _needs_turning(seen: SeenPage) -> bool:
    """Whether a page may stand on its side or head: hardly a word is certain, or most are taller than they are wide."""
    words = [word for line in seen.lines for word in line]
    if sum(word.confidence for word in words) <= _LEGIBLE * len(words):
        return True
    long = [word for word in words if len(word.text) >= _LONG_WORD]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)

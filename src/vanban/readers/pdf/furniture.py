"""What a page repeats around its text: numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vanban.readers.pdf.fragments import Row
from vanban.readers.pdf.model import Page
from vanban.readers.secrecy_marks import has_secrecy_mark

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.13
_EDGE_ROWS = 2
_REPEATED = 0.6
_ENOUGH_PAGES = 3
_ENOUGH_FEET = 2


def without_furniture(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[list[Row]]:
    """The rows of each page without page numbers and without what most pages repeat at their edges."""
    repeated = _repeated_texts(pages, rows)
    marks: set[str] = set()
    kept: list[list[Row]] = []
    for page, page_rows in zip(pages, rows, strict=True):
        kept.append([])
        for index, row in enumerate(page_rows):
            is_furniture = _is_furniture(page, page_rows, index, row, repeated)
            if not is_furniture or _is_new_mark(row.text, marks):
                kept[-1].append(row)
    return kept


def _is_new_mark(text: str, marks: set[str]) -> bool:
    """Whether repeated text is a mark of secrecy met for the first time; that one stays."""
    if text in marks or not has_secrecy_mark(text):
        return False
    marks.add(text)
    return True


def _is_furniture(page: Page, rows: Sequence[Row], index: int, row: Row, repeated: set[str]) -> bool:
    if not _is_at_edge(page, rows, index, row):
        return False
    text = row.text
    return _PAGE_NUMBER.fullmatch(text) is not None or _masked(text) in repeated


def _is_at_edge(page: Page, rows: Sequence[Row], index: int, row: Row) -> bool:
    if index < _EDGE_ROWS and row.y < page.height * _MARGIN:
        return True
    return index >= len(rows) - _EDGE_ROWS and row.y > page.height * (1 - _MARGIN)


def _repeated_texts(pages: Sequence[Page], rows: Sequence[list[Row]]) -> set[str]:
    """What most pages have at their edges; two pages are enough at the foot, where no header block can stand."""
    counts: Counter[str] = Counter()
    for page, page_rows in zip(pages, rows, strict=True):
        counts.update(
            {_masked(row.text) for index, row in enumerate(page_rows) if _is_at_edge(page, page_rows, index, row)}
        )
    feet: Counter[str] = Counter(
        _masked(page_rows[-1].text)
        for page, page_rows in zip(pages, rows, strict=True)
        if page_rows and _is_at_edge(page, page_rows, len(page_rows) - 1, page_rows[-1])
    )
    often = len(pages) * _REPEATED
    repeated = {text for text, count in counts.items() if count >= max(_ENOUGH_PAGES, often)}
    return repeated | {text for text, count in feet.items() if count >= max(_ENOUGH_FEET, often)}


def _masked(text: str) -> str:
    return _DIGITS.sub("0", text)

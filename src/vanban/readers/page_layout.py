"""Tells a table that only lays out the page from a table that holds data.

Vietnamese official documents set the header block (issuer | national title) and the closing block (recipients |
signature) in tables without borders (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for the Party). A reader
sees paragraphs there, so they are given out as paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.text.normalize import fold

_LAYOUT_PHRASES = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap tu do hanh phuc"
    r"|(?:^|\n)noi nhan\b|(?:^|\n)kinh gui\b"
)
_CAPACITY = re.compile(r"(?:^|\n)\s*(?:T/?M|K/?T|T/?L|TUQ|Q)\.?\s+[A-ZĐÂÊÔƠƯÀ-Ỹ]{2,}")
_MAX_ROWS = 6
_MAX_COLUMNS = 3


def is_page_layout(cells: Sequence[tuple[int, int, str]], *, borderless: bool | None) -> bool:
    """Whether a table of ``(row, column, text)`` cells is a header, closing or framing block rather than data."""
    filled = [(row, column, text) for row, column, text in cells if text]
    if len(filled) <= 1:
        return True
    rows = {row for row, _, _ in filled}
    columns = {column for _, column, _ in filled}
    if len(columns) > _MAX_COLUMNS or len(rows) > _MAX_ROWS:
        return False
    if borderless and len(columns) <= 2:
        return True
    return any(_is_layout_text(text) for _, _, text in filled)


def _is_layout_text(text: str) -> bool:
    folded = "\n".join(fold(line) for line in text.split("\n"))
    return bool(_LAYOUT_PHRASES.search(folded) or _CAPACITY.search(text))

"""Footnotes at the foot of a page: smaller type, each beginning with a raised or leading number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vanban.readers.draft import DraftParagraph
from vanban.readers.lines import join_lines
from vanban.readers.pdf.fragments import Row, line_of
from vanban.readers.pdf.model import Page, Word
from vanban.types import BlockKind

_MARK = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_SMALLER = 0.93
_LOWER_PART = 0.4
_APART = 2.2


def split_notes(rows: Sequence[Row], page: Page) -> tuple[list[Row], list[DraftParagraph]]:
    """The rows of running text, and the footnotes below them."""
    limit = _size_of_text(rows) * _SMALLER
    start = next((index for index, row in enumerate(rows) if _begins_notes(row, page, limit)), None)
    if start is None:
        return list(rows), []
    notes: list[tuple[str, list[str]]] = []
    end = start
    while end < len(rows) and (end == start or _follows(rows[end - 1], rows[end], limit)):
        label = _mark_of(rows[end])
        if label:
            notes.append((label, [_text_after_mark(rows[end], page)]))
        else:
            notes[-1][1].append(line_of(rows[end].fragments, page.number).text)
        end += 1
    drafts = [
        DraftParagraph(f"{label} {join_lines(lines)}", kind=BlockKind.FOOTNOTE, label=label, page=page.number)
        for label, lines in notes
    ]
    return [*rows[:start], *rows[end:]], drafts


def _size_of_text(rows: Sequence[Row]) -> float:
    """The size of running text: the largest that many rows have."""
    sizes = Counter(round(row.size, 1) for row in rows)
    return max((size for size, count in sizes.items() if count >= max(sizes.values()) * 0.3), default=0.0)


def _begins_notes(row: Row, page: Page, limit: float) -> bool:
    return row.size < limit and row.y > page.height * _LOWER_PART and _mark_of(row) is not None


def _follows(upper: Row, lower: Row, limit: float) -> bool:
    """Whether a row still belongs to the footnotes and is no foot of the page below them."""
    return lower.size < limit and lower.y - upper.y < _APART * lower.size


def _first_words(row: Row) -> tuple[Word, Word | None]:
    words = [word for fragment in row.fragments for word in fragment.words]
    return words[0], words[1] if len(words) > 1 else None


def _mark_of(row: Row) -> str | None:
    """The number a footnote row begins with; it must be set smaller or higher than the text after it."""
    first, second = _first_words(row)
    match = _MARK.fullmatch(first.text)
    if match is None or second is None:
        return None
    is_raised = first.raised or first.size < second.size * 0.9 or second.y - first.y > second.size * 0.1
    return match.group(1) if is_raised else None


def _text_after_mark(row: Row, page: Page) -> str:
    line = line_of(row.fragments, page.number)
    first, _ = _first_words(row)
    return line.text.removeprefix(first.text).strip()

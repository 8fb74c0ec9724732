"""Text set side by side: issuer and national title, recipients and signature.

A stretch of rows is read in columns when an empty gutter runs down through all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.readers.pdf.fragments import Row
from vanban.readers.pdf.model import Fragment

_RECIPIENTS = re.compile(r"\s*nơi nhận\b", re.IGNORECASE)
_ADDRESSEES = re.compile(r"\s*kính gửi\b", re.IGNORECASE)
_TITLES = (["CỘNG", "HÒA", "XÃ", "HỘI"], ["CỘNG", "HOÀ", "XÃ", "HỘI"], ["ĐẢNG", "CỘNG", "SẢN", "VIỆT"])
"""How the national title and the title of the Party begin; beside them stands the issuer, however near."""
_NUMBER = re.compile(r"Số\s?:?\s")
_DATE = re.compile(r"\bngày\b.*\btháng\b")
_NARROWEST_GUTTER = 3.0
_APART = 3.2
_BESIDE = 2.0
_TITLE_GUTTER = 12.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows ``start`` to ``end`` (not included) that stand in two columns, and the lines in each."""

    start: int
    end: int
    left: list[list[Fragment]]
    right: list[list[Fragment]]


@dataclass(slots=True)
class _Gutter:
    """Empty space between two columns, narrowed by every row it passes."""

    left: float
    right: float

    def admits(self, row: Row) -> bool:
        """Narrow the gutter by a row; False, and unchanged, when the row crosses it."""
        left, right = self.left, self.right
        middle = (left + right) / 2
        for fragment in row.fragments:
            if (fragment.x0 + fragment.x1) / 2 < middle:
                left = max(left, fragment.x1)
            else:
                right = min(right, fragment.x0)
        if right - left < _NARROWEST_GUTTER:
            return False
        self.left, self.right = left, right
        return True

    def is_left(self, fragment: Fragment) -> bool:
        """Whether a fragment is in the left column."""
        return (fragment.x0 + fragment.x1) / 2 < (self.left + self.right) / 2


def find_columns(rows: Sequence[Row], page_width: float) -> list[Columns]:
    """All stretches of two columns on a page, from top to bottom."""
    found: list[Columns] = []
    for row in rows:
        row.fragments = [part for fragment in row.fragments for part in _cut_before_title(fragment)]
    index = 0
    while index < len(rows):
        floor = found[-1].end if found else 0
        columns = _columns_at(rows, index, floor, page_width)
        if columns is None:
            index += 1
        else:
            found.append(columns)
            index = max(columns.end, index + 1)
    return found


def _columns_at(rows: Sequence[Row], index: int, floor: int, page_width: float) -> Columns | None:
    title = _title_of(rows[index])
    gutter = _gutter_of(rows[index], title, page_width)
    if gutter is None:
        return None
    closing = _RECIPIENTS.match(rows[index].text) is not None
    end = index + 1
    while end < len(rows) and _is_near(rows, end, closing=closing) and gutter.admits(rows[end]):
        end += 1
    start = index
    while start > floor and _may_begin_above(rows[start - 1], rows[index], gutter, title):
        start -= 1
    end = _trimmed_end(rows, index, end, gutter, page_width, closing=closing)
    left, right = _split(rows[start:end], gutter)
    if not left or not right:
        return None
    if end - start == 1 and not (closing or title or _is_number_and_date(rows[start])):
        return None
    return Columns(start, end, left, right)


def _may_begin_above(row: Row, seed: Row, gutter: _Gutter, title: Fragment | None) -> bool:
    """Whether a row above the one where columns were noticed belongs to them: the signature, the issuer."""
    if _is_one_sided(row, gutter, left=True) and (title is None or seed.y - row.y > _BESIDE * seed.size):
        return False
    return gutter.admits(row)


def _cut_before_title(fragment: Fragment) -> list[Fragment]:
    """The fragment, in two when the national title follows the issuer with no more than a space between them."""
    words = [word.text for word in fragment.words]
    for start in range(1, len(words) - 3):
        if words[start : start + 4] in _TITLES:
            upper, lower = fragment.words[:start], fragment.words[start:]
            return [
                Fragment(part, part[0].x0, max(word.x1 for word in part), fragment.y, fragment.size)
                for part in (upper, lower)
            ]
    return [fragment]


def _title_of(row: Row) -> Fragment | None:
    """The fragment that begins with the national title or that of the Party, when there is room for a column beside."""
    for fragment in row.fragments:
        if [word.text for word in fragment.words[:4]] in _TITLES:
            return fragment
    return None


def _is_number_and_date(row: Row) -> bool:
    """The number of a document at the left and its place and date at the right, apart from the rest of the header."""
    return _NUMBER.match(row.text) is not None and _DATE.search(row.text) is not None


def _gutter_of(row: Row, title: Fragment | None, page_width: float) -> _Gutter | None:
    """Left of the title; else the widest gap of a row; for the recipients alone, the rest of the page."""
    if title is not None:
        before = [fragment.x1 for fragment in row.fragments if fragment.x1 <= title.x0]
        return _Gutter(max(before, default=title.x0 - _TITLE_GUTTER), title.x0)
    if len(row.fragments) == 1:
        if _RECIPIENTS.match(row.text) and row.x1 < page_width * 0.5:
            return _Gutter(row.x1, page_width)
        return None
    gaps = [(right.x0 - left.x1, left.x1, right.x0) for left, right in pairwise(row.fragments)]
    _, left, right = max(gaps)
    return _Gutter(left, right)


def _is_near(rows: Sequence[Row], index: int, *, closing: bool) -> bool:
    """The header block has no wide gaps; beside the recipients there is room for a signature."""
    return closing or rows[index].y - rows[index - 1].y < _APART * max(rows[index].size, rows[index - 1].size)


def _is_one_sided(row: Row, gutter: _Gutter, *, left: bool) -> bool:
    return all(gutter.is_left(fragment) == left for fragment in row.fragments)


def _trimmed_end(
    rows: Sequence[Row], index: int, end: int, gutter: _Gutter, page_width: float, *, closing: bool
) -> int:
    """Rows below a header block that only look as if they were in a column: a centred title, the addressees."""
    if closing:
        return end
    while end > index + 1:
        row = rows[end - 1]
        centred = abs((row.x0 + row.x1) / 2 - page_width / 2) < page_width * 0.06
        if len(row.fragments) > 1 or not (centred or _ADDRESSEES.match(row.text)):
            break
        end -= 1
    return end


def _split(rows: Sequence[Row], gutter: _Gutter) -> tuple[list[list[Fragment]], list[list[Fragment]]]:
    left: list[list[Fragment]] = []
    right: list[list[Fragment]] = []
    for row in rows:
        for column, side in ((left, True), (right, False)):
            fragments = [fragment for fragment in row.fragments if gutter.is_left(fragment) == side]
            if fragments:
                column.append(fragments)
    return left, right

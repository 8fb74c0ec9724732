"""Tables drawn with ruled lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vanban.readers.draft import DraftCell, DraftParagraph, DraftTable
from vanban.readers.lines import goes_on, is_unfinished, join_lines
from vanban.readers.pdf.fragments import fragments_of, line_of, rows_of
from vanban.readers.pdf.model import Line, Page, Rule, Word
from vanban.readers.pdf.paragraphs import Frame, align, paragraphs_of

_TOUCH = 3.0
_MAX_LINES = 400
"""Grid lines in one direction beyond which drawings are not taken for a table."""


@dataclass(slots=True)
class PlacedTable:
    """A table and where it is on its page."""

    draft: DraftTable
    left: float
    right: float
    top: float
    bottom: float
    columns: tuple[float, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word lies in the table."""
        middle = (word.x0 + word.x1) / 2
        return self.left <= middle <= self.right and self.top - 1 <= word.y <= self.bottom + 1


Item = Line | list[DraftParagraph] | PlacedTable
"""What follows one another on a page: lines of running text, the paragraphs of columns, tables."""


def find_tables(page: Page) -> list[PlacedTable]:
    """The ruled tables of a page from top to bottom; frames around a single cell are no tables."""
    tables = (_table_of(rules, page) for rules in _connected(page.rules))
    return sorted((table for table in tables if table is not None), key=lambda table: table.top)


def continue_tables(
    items: Iterable[Line | list[DraftParagraph] | PlacedTable],
) -> list[Line | list[DraftParagraph] | PlacedTable]:
    """A table that goes on at the top of the next page, with the same columns, becomes one with its beginning."""
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, PlacedTable) and isinstance(last, PlacedTable) and _continues(last, item):
            joined[-1] = _appended(last, item)
        else:
            joined.append(item)
    return joined


def _continues(upper: PlacedTable, lower: PlacedTable) -> bool:
    if upper.draft.page == lower.draft.page or len(upper.columns) != len(lower.columns):
        return False
    return all(abs(a - b) < _TOUCH for a, b in zip(upper.columns, lower.columns, strict=True))


def _appended(upper: PlacedTable, lower: PlacedTable) -> PlacedTable:
    """Both parts as one table; heading rows that are repeated on the new page are dropped."""
    rows = max(cell.row + cell.row_span for cell in upper.draft.cells)
    first, second = _row_texts(upper), _row_texts(lower)
    repeated = 0
    while repeated < min(len(first), len(second) - 1) and first[repeated] == second[repeated]:
        repeated += 1
    shift = rows - repeated
    moved = [replace(cell, row=cell.row + shift) for cell in lower.draft.cells if cell.row >= repeated]
    cells = list(upper.draft.cells)
    if _is_rest_of_row(first[-1], second[repeated]):
        cells, moved = _with_rest(cells, moved, rows)
    return replace(upper, draft=replace(upper.draft, cells=(*cells, *moved)))


def _is_rest_of_row(upper: list[str], lower: list[str]) -> bool:
    """Whether a row goes on from the page before: its first cell is empty, unlike that of the row above."""
    return len(upper) == len(lower) and bool(upper[0]) and not lower[0] and any(lower)


def _with_rest(
    cells: list[DraftCell], moved: list[DraftCell], first_moved: int
) -> tuple[list[DraftCell], list[DraftCell]]:
    """The cells of the last row with what the next page adds to them, and the rows after it one row higher."""
    rest = {cell.column: cell.paragraphs for cell in moved if cell.row == first_moved}
    last = max(cell.row for cell in cells)
    joined = [
        replace(cell, paragraphs=_continued(cell.paragraphs, rest.get(cell.column, ()))) if cell.row == last else cell
        for cell in cells
    ]
    return joined, [replace(cell, row=cell.row - 1) for cell in moved if cell.row > first_moved]


def _continued(upper: tuple[DraftParagraph, ...], lower: tuple[DraftParagraph, ...]) -> tuple[DraftParagraph, ...]:
    if upper and lower and (goes_on(upper[-1].text, lower[0].text) or is_unfinished(upper[-1].text, lower[0].text)):
        joined = replace(upper[-1], text=join_lines((upper[-1].text, lower[0].text)))
        return (*upper[:-1], joined, *lower[1:])
    return (*upper, *lower)


def _row_texts(table: PlacedTable) -> list[list[str]]:
    height = 1 + max(cell.row for cell in table.draft.cells)
    texts: list[list[str]] = [[] for _ in range(height)]
    for cell in table.draft.cells:
        texts[cell.row].append(cell.text)
    return texts


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that touch each other, found by their vertical extent alone: tables stand one above another."""
    groups: list[list[Rule]] = []
    bottom = float("-inf")
    for rule in sorted(rules, key=lambda rule: rule.y0):
        if groups and rule.y0 <= bottom + _TOUCH:
            groups[-1].append(rule)
        else:
            groups.append([rule])
            bottom = float("-inf")
        bottom = max(bottom, rule.y1)
    return groups


def _table_of(rules: Sequence[Rule], page: Page) -> PlacedTable | None:
    xs = _clustered(rule.x0 for rule in rules if not rule.horizontal)
    ys = _clustered(rule.y0 for rule in rules if rule.horizontal)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) < 6 or max(len(xs), len(ys)) > _MAX_LINES:
        return None
    grid = _Grid(xs, ys, rules)
    words = [
        word for word in page.words if xs[0] <= (word.x0 + word.x1) / 2 <= xs[-1] and ys[0] <= word.y <= ys[-1] + 1
    ]
    cells = grid.cells(words, page.number)
    if len([cell for cell in cells if cell.paragraphs]) < 2:
        return None
    draft = DraftTable(tuple(cells), borderless=False, page=page.number)
    return PlacedTable(draft, xs[0], xs[-1], ys[0], ys[-1], tuple(xs))


def _clustered(values: Iterable[float]) -> list[float]:
    clusters: list[float] = []
    for value in sorted(values):
        if not clusters or value - clusters[-1] > _TOUCH:
            clusters.append(value)
    return clusters


class _Grid:
    """Squares between grid lines; those without a rule between them are one cell."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float], rules: Sequence[Rule]) -> None:
        self._xs = xs
        self._ys = ys
        self._below = self._drawn(rules, horizontal=True)
        self._beside = self._drawn(rules, horizontal=False)

    def cells(self, words: Sequence[Word], page: int) -> list[DraftCell]:
        """The cells with their paragraphs, by row and column."""
        contents: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            row = self._index(self._ys, word.y - word.size * 0.3)
            column = self._index(self._xs, (word.x0 + word.x1) / 2)
            contents.setdefault((row, column), []).append(word)
        taken: set[tuple[int, int]] = set()
        cells: list[DraftCell] = []
        for row in range(len(self._ys) - 1):
            for column in range(len(self._xs) - 1):
                if (row, column) not in taken:
                    cells.append(self._cell(row, column, taken, contents, page))
        return cells

    def _cell(
        self, row: int, column: int, taken: set[tuple[int, int]], contents: dict[tuple[int, int], list[Word]], page: int
    ) -> DraftCell:
        width = 1
        while column + width < len(self._xs) - 1 and (row, column + width - 1) not in self._beside:
            width += 1
        height = 1
        while row + height < len(self._ys) - 1 and (row + height - 1, column) not in self._below:
            height += 1
        squares = [(row + down, column + across) for down in range(height) for across in range(width)]
        taken.update(squares)
        words = [word for square in squares for word in contents.pop(square, [])]
        return DraftCell(row, column, tuple(_cell_paragraphs(words, page)), height, width)

    def _drawn(self, rules: Sequence[Rule], *, horizontal: bool) -> set[tuple[int, int]]:
        """Squares that have a rule at their lower (or right) edge."""
        drawn: set[tuple[int, int]] = set()
        along, across = (self._xs, self._ys) if horizontal else (self._ys, self._xs)
        for rule in rules:
            if rule.horizontal != horizontal:
                continue
            at, start, end = (rule.y0, rule.x0, rule.x1) if horizontal else (rule.x0, rule.y0, rule.y1)
            line = self._index(across, at + _TOUCH) - 1
            first = self._index(along, start + _TOUCH)
            last = self._index(along, end - _TOUCH)
            for position in range(first, last + 1):
                drawn.add((line, position) if horizontal else (position, line))
        return drawn

    @staticmethod
    def _index(edges: Sequence[float], value: float) -> int:
        return max(bisect_right(edges, value) - 1, 0)


def _cell_paragraphs(words: Sequence[Word], page: int) -> list[DraftParagraph]:
    lines = [line_of(row.fragments, page) for row in rows_of(fragments_of(words))]
    if not lines:
        return []
    frame = Frame(min(line.x0 for line in lines), max(line.x1 for line in lines), lines[0].x0)
    for line in lines:
        align(line, frame)
    return paragraphs_of(lines, {page: frame}, 0.0)

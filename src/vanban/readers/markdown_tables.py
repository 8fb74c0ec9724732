"""Tables in Markdown: rows between pipes, and the loose form in which every pipe stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vanban.readers.draft import DraftCell, DraftParagraph

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_DELIMITER_ROW = re.compile(r"^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?\s*)?$")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")

CellReader = Callable[[Sequence[str]], tuple[DraftParagraph, ...]]


@dataclass(frozen=True, slots=True)
class PipeTable:
    """Rows of cells, each cell as its source lines."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]

    def cells(self, read_cell: CellReader) -> Iterator[DraftCell]:
        """The cells with their content read."""
        for row_index, row in enumerate(self.rows):
            for column_index, lines in enumerate(row):
                yield DraftCell(row_index, column_index, read_cell(lines))


def split_tables(lines: Sequence[str]) -> Iterator[list[str] | PipeTable]:
    """The text between tables as lists of lines, and the tables, in order."""
    text: list[str] = []
    index = 0
    while index < len(lines):
        table, end = _table_at(lines, index)
        if table is None:
            text.append(lines[index])
            index += 1
            continue
        if text:
            yield text
            text = []
        yield table
        index = end
    if text:
        yield text


def _table_at(lines: Sequence[str], index: int) -> tuple[PipeTable | None, int]:
    if lines[index].strip() == "|":
        return _loose_table(lines, index)
    if _PIPE_ROW.match(lines[index]):
        return _pipe_table(lines, index)
    return None, index


def _pipe_table(lines: Sequence[str], start: int) -> tuple[PipeTable | None, int]:
    rows: list[tuple[tuple[str, ...], ...]] = []
    end = start
    while end < len(lines) and _PIPE_ROW.match(lines[end]):
        if not _DELIMITER_ROW.match(lines[end]):
            cells = _UNESCAPED_PIPE.split(lines[end].strip()[1:-1])
            rows.append(tuple(tuple(cell.replace("<br>", "\n").split("\n")) for cell in cells))
        end += 1
    return PipeTable(tuple(rows)), end


def _loose_table(lines: Sequence[str], start: int) -> tuple[PipeTable | None, int]:
    """Cells between lines that hold one pipe. Two such lines in a row end a table row.

    The first row tells how many cells a row has, so that text right after the last row is not taken for a cell.
    """
    rows: list[tuple[tuple[str, ...], ...]] = []
    row: list[tuple[str, ...]] = []
    width = 0
    index = start + 1
    while index < len(lines):
        closing = _next_pipe(lines, index)
        if closing is None or (width and len(row) >= width) or (row and not lines[index].strip() and not width):
            break
        if closing == index and row:
            rows.append(tuple(row))
            width, row = width or len(row), []
            index += 1
            continue
        row.append(tuple(lines[index:closing]))
        index = closing + 1
        if width and len(row) == width and index < len(lines) and lines[index].strip() == "|":
            rows.append(tuple(row))
            row = []
            index += 1
    if row:
        rows.append(tuple(row))
    return (PipeTable(tuple(rows)), index) if rows else (None, start)


def _next_pipe(lines: Sequence[str], start: int) -> int | None:
    """The next line that holds one pipe; None when the text plainly left the table before it."""
    for index in range(start, len(lines)):
        if lines[index].strip() == "|":
            return index
        if lines[index].startswith("#"):
            return None
    return None

"""Tables in Markdown: rows between pipes, and the loose form in which every pipe stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vanban.readers.draft import DraftCell, DraftParagraph
from vanban.text.normalize import fold

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_DELIMITER_ROW = re.compile(r"^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?\s*)?$")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")

_NATIONAL_TITLE = "cong hoa xa hoi chu nghia viet nam"
_RECIPIENTS = "noi nhan"
_LONG_CELL = 3_000
_ENOUGH_ROWS = 3
_EMPTY_CELL = ("",)

Row = tuple[tuple[str, ...], ...]
CellReader = Callable[[Sequence[str]], tuple[DraftParagraph, ...]]


@dataclass(frozen=True, slots=True)
class PipeTable:
    """Rows of cells, each cell as its source lines."""

    rows: tuple[Row, ...]

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
    if _is_pipe(lines[index]):
        return _loose_table(lines, index)
    if _PIPE_ROW.match(lines[index]):
        return _pipe_table(lines, index)
    return None, index


def _pipe_table(lines: Sequence[str], start: int) -> tuple[PipeTable | None, int]:
    rows: list[Row] = []
    end = start
    while end < len(lines) and _PIPE_ROW.match(lines[end]):
        if not _DELIMITER_ROW.match(lines[end]):
            cells = _UNESCAPED_PIPE.split(lines[end].strip()[1:-1])
            rows.append(tuple(tuple(cell.replace("<br>", "\n").split("\n")) for cell in cells))
        end += 1
    return PipeTable(tuple(rows)), end


def _loose_table(lines: Sequence[str], start: int) -> tuple[PipeTable | None, int]:
    """Cells between lines that hold one pipe; a row ends where one pipe closes its last cell and the next opens a row.

    More pipes in a run stand for empty cells.
    """
    rows: list[Row] = []
    pipes = _run_of_pipes(lines, start)
    row: Row = (_EMPTY_CELL,) * (pipes - 1)
    index = start + pipes
    while not _is_over(lines, index, rows, row, after_cell=pipes == 1):
        closing = _next_pipe(lines, index)
        if closing is None:
            break
        row = (*row, tuple(lines[index:closing]))
        pipes = _run_of_pipes(lines, closing)
        index = closing + pipes
        if pipes > 1:
            trailing = _trailing_empty_cells(rows, row, pipes - 2)
            rows.append(row + (_EMPTY_CELL,) * trailing)
            row = (_EMPTY_CELL,) * (pipes - 2 - trailing)
    if row:
        rows.append(row)
    return (PipeTable(tuple(rows)), index) if rows else (None, start)


def _is_over(lines: Sequence[str], index: int, rows: list[Row], row: Row, *, after_cell: bool) -> bool:
    """Whether text after a pipe is no cell: after a blank line, or when the row is complete."""
    if index >= len(lines):
        return True
    if not after_cell or not row:
        return False
    return not lines[index].strip() or _is_complete(rows, row) or _is_long(lines, index)


def _is_pipe(line: str) -> bool:
    return line.strip() == "|"


def _run_of_pipes(lines: Sequence[str], start: int) -> int:
    end = start
    while end < len(lines) and _is_pipe(lines[end]):
        end += 1
    return end - start


def _trailing_empty_cells(rows: list[Row], row: Row, empty: int) -> int:
    """How many of the empty cells between two rows end the upper one; one alone may also begin the lower one."""
    if empty != 1:
        return empty
    return 1 if rows and len(row) < max(map(len, rows)) else 0


def _is_complete(rows: list[Row], row: Row) -> bool:
    """Whether a row needs no more cells: as wide as the others, or full as header or closing block of a document."""
    if rows and len(row) >= len(rows[0]) and any(_NATIONAL_TITLE in fold(" ".join(cell)) for cell in rows[0]):
        return True
    widths = [len(earlier) for earlier in rows]
    if len(widths) >= _ENOUGH_ROWS and len(row) >= max(widths) and widths.count(max(widths)) > 1:
        return True
    return len(row) == 2 and any(_RECIPIENTS in fold(line) for line in row[0][:2])


def _is_long(lines: Sequence[str], start: int) -> bool:
    """Whether the text up to the next pipe is too long for a cell: then it is text after the table."""
    length = 0
    for index in range(start, len(lines)):
        if _is_pipe(lines[index]):
            return False
        length += len(lines[index])
        if length > _LONG_CELL:
            return True
    return True


def _next_pipe(lines: Sequence[str], start: int) -> int | None:
    return next((index for index in range(start, len(lines)) if _is_pipe(lines[index])), None)

"""Tables of content as grids: places of merged cells, widths in millimetres, numbers as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from vanban.compose.forms import CELL_PADDING, DENSE_PADDING, Role
from vanban.compose.model import Align, Cell, CellValue, Row, Table, Text, runs_of
from vanban.compose.sheet import Grid, Para, Piece, Square
from vanban.compose.typography import number
from vanban.compose.words import clean_runs, para

_KEPT_CHARACTERS = 25.0
"""A row whose fullest cell holds fewer characters for every millimetre of its width may not split over two pages."""
_ROLES = (Role.HEAD_CELL, Role.COLUMN_NUMBER, Role.CELL)
_DENSE_ROLES = (Role.DENSE_HEAD_CELL, Role.DENSE_COLUMN_NUMBER, Role.DENSE_CELL)


def set_table(table: Table, width: float) -> Iterator[Piece]:
    """Caption, unit, grid and notes of ``table`` on a page ``width`` millimetres wide."""
    if table.caption:
        yield para(Role.CAPTION, table.caption)
    if table.unit:
        yield para(Role.UNIT, table.unit)
    yield grid_of(table, width)
    yield from (para(Role.TABLE_NOTE, note) for note in table.notes)


def grid_of(table: Table, width: float) -> Grid:
    """The cells of ``table`` at their places."""
    head = table.head or _titles(table)
    numbers = tuple(f"({place})" for place in range(1, len(table.columns) + 1))
    rows = (*head, *((numbers,) if table.numbered_columns else ()), *table.rows)
    titles, head_rows = len(head), len(rows) - len(table.rows)
    total = sum(column.width for column in table.columns)
    widths = tuple(round(column.width / total * width, 3) for column in table.columns)
    squares = tuple(_squares(rows, titles, head_rows, table))
    fullest: dict[int, float] = {}
    for square in squares:
        room = sum(widths[square.column : square.column + square.column_span])
        size = sum(len(one.text) for one in square.paras) / room
        fullest[square.row] = max(fullest.get(square.row, 0.0), size)
    kept = frozenset(row for row, size in fullest.items() if size < _KEPT_CHARACTERS)
    return Grid(widths, len(rows), head_rows, squares, kept, DENSE_PADDING if table.dense else CELL_PADDING)


def _titles(table: Table) -> tuple[Row, ...]:
    titles = tuple(column.title for column in table.columns)
    return (titles,) if any(titles) else ()


def places(rows: tuple[Row, ...], columns: int) -> Iterator[tuple[int, int, Cell]]:
    """Row, column and cell of everything in ``rows``: a place that an earlier cell covers is skipped.

    Raises ``IndexError`` with the row when a cell finds no place in it, lies over another, or reaches beyond the rows.
    """
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for value in row:
            cell = value if isinstance(value, Cell) else Cell(value)
            while (at, column) in covered:
                column += 1
            down, right = range(at, at + cell.row_span), range(column, column + cell.column_span)
            own = {(one, other) for one in down for other in right}
            if not own or right.stop > columns or down.stop > len(rows) or own & covered:
                raise IndexError(at)
            yield at, column, cell
            covered |= own
            column += cell.column_span


def _squares(rows: tuple[Row, ...], titles: int, head_rows: int, table: Table) -> Iterator[Square]:
    for row, column, cell in places(rows, len(table.columns)):
        head, numbers, plain = _DENSE_ROLES if table.dense else _ROLES
        role = head if row < titles else numbers if row < head_rows else plain
        paras = tuple(_paras(cell, table.columns[column].align, role, is_head=role is not plain))
        yield Square(row, column, paras, cell.row_span, cell.column_span)


def _paras(cell: Cell, align: Align, role: Role, *, is_head: bool) -> Iterator[Para]:
    set_as = cell.align or align
    if set_as is Align.NUMBER:
        set_as = Align.RIGHT
    for text in _paragraphs(cell.text):
        runs = clean_runs(text, emphasise=cell.bold and not is_head, narrow=True)
        if cell.italic:
            runs = tuple(replace(run, italic=True) for run in runs)
        yield Para(role, runs, align=cell.align if is_head else set_as)


def _paragraphs(value: CellValue) -> Iterator[Text]:
    if isinstance(value, (int, Decimal)):
        yield number(value)
    elif isinstance(value, str):
        yield from value.split("\n")
    else:
        yield tuple(runs_of(value))

"""Tables of a web page, and tables that only frame the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.etree import _Element

from vanban.readers.draft import DraftCell, DraftParagraph, DraftTable
from vanban.readers.html.look import style_of

_MAX_SPAN = 200
_MAX_DIGITS = 9
_LINE = re.compile(r"border[^:;]*:[^;]*(?:solid|double|dashed|dotted|inset|outset|ridge|groove)")


def is_frame(table: _Element) -> bool:
    """Whether a table holds other tables or a single cell, as pages built from tables do."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = table_cells(table)
    return next(cells, None) is None or next(cells, None) is None


def table_cells(table: _Element) -> Iterator[_Element]:
    """The cells of a table in order, without those of tables in it."""
    for row in _rows(table):
        yield from _row_cells(row)


def read_table(table: _Element, read_cell: Callable[[_Element], tuple[DraftParagraph, ...]]) -> DraftTable:
    """The table with every merged cell once."""
    cells: list[DraftCell] = []
    occupied: dict[int, int] = {}
    for row_index, row in enumerate(_rows(table)):
        column = 0
        for cell in _row_cells(row):
            while occupied.get(column, 0) > row_index:
                column += 1
            columns, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            cells.append(DraftCell(row_index, column, read_cell(cell), rows, columns))
            if rows > 1:
                occupied.update(dict.fromkeys(range(column, column + columns), row_index + rows))
            column += columns
    return DraftTable(tuple(_clipped(cells)), borderless=_is_borderless(table))


def _clipped(cells: list[DraftCell]) -> Iterator[DraftCell]:
    """Row spans end with the table, whatever the markup claims."""
    last = max((cell.row for cell in cells), default=0)
    for cell in cells:
        span = min(cell.row_span, last - cell.row + 1)
        yield DraftCell(cell.row, cell.column, cell.paragraphs, span, cell.column_span)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"tbody", "thead", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _row_cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _span(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    if not value.isdecimal():
        return 1
    return min(max(int(value), 1), _MAX_SPAN) if len(value) < _MAX_DIGITS else _MAX_SPAN


def _is_borderless(table: _Element) -> bool:
    if (table.get("border") or "0").strip() not in {"0", "none", ""}:
        return False
    return not any(_LINE.search(style_of(element)) for element in (table, *table_cells(table)))

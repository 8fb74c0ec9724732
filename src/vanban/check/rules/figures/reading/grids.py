"""Tables of figures: headers by column, rows with their label, and which row or column is a total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from vanban.check.rules.figures.reading.numbers import read_number
from vanban.check.subject import CheckedDocument
from vanban.types import BlockKind, Cell, Table

_VALUE = re.compile(r"\s*(\d+(?:[.,]\d+)*)\s*(%?)\s*")
_BLANK = re.compile(r"[\s\-–—./x]*")
_TOTAL = re.compile(
    r"\s*(?:[IVX\d]+[.)]?\s+)?(?:tổng(?:\s+(?:số|cộng))?|cộng|toàn\s+(?:tỉnh|xã|thành\s+phố|ngành))\s*[:.(]?\s*", re.I
)
_TOTAL_HEADER = re.compile(r"\s*(?:tổng(?:\s+(?:số|cộng))?|cộng)\b", re.I)
_RATE_HEADER = re.compile(r"tỷ\s+lệ|tỉ\s+lệ|%|tỷ\s+trọng", re.I)
_NO_SUM = re.compile(
    r"\b(?:stt|tt|năm|ngày|số\s+thứ\s+tự|xếp|hạng|điểm|bình\s+quân|mã|số\s+hiệu|văn\s+bản|đơn\s+giá)\b|^\s*$", re.I
)
_TOP_LEVEL = re.compile(r"\s*(?:[IVX]{1,5}|[A-ZĐ])\s*[.)]?\s*")
_MOST_HEADER_ROWS = 4
_MOST_COLUMNS = 14
_MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Value:
    """A number alone in a cell."""

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal

    @property
    def slack(self) -> Decimal:
        """Half a unit of the last digit; nothing for whole numbers."""
        return Decimal(0) if self.step == 1 else self.step / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headers. A value is None where a cell holds no number; ``blank`` says which cells are empty."""

    label: str
    values: tuple[Value | None, ...]
    blank: tuple[bool, ...]
    is_total: bool
    is_top: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with numbers in it."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, at: int) -> list[Value | None]:
        """The numbers of a column from top to bottom."""
        return [row.values[at] for row in self.rows]

    def adds_up(self, at: int) -> bool:
        """True when a column holds amounts: most cells are numbers, and its header does not say otherwise."""
        if _NO_SUM.search(self.headers[at]) or _RATE_HEADER.search(self.headers[at]):
            return False
        filled = [row for row in self.rows if not row.blank[at]]
        return len(filled) > 1 and all(row.values[at] for row in filled)

    def is_total(self, at: int) -> bool:
        """True when the header calls the column a total."""
        return bool(_TOTAL_HEADER.match(self.headers[at].rpartition("|")[2].strip() or self.headers[at]))

    def is_rate(self, at: int) -> bool:
        """True when the header calls the column a percentage."""
        return bool(_RATE_HEADER.search(self.headers[at]))


def grids(document: CheckedDocument) -> tuple[Grid, ...]:
    """The tables of the document that have numbers below headers."""
    text = document.text
    found = []
    for block in document.structure.document.blocks:
        table = block.table
        if block.kind is not BlockKind.TABLE or table is None:
            continue
        if 3 <= table.column_count <= _MOST_COLUMNS and 3 <= table.row_count <= _MOST_ROWS:
            grid = _grid(text, table)
            if grid:
                found.append(grid)
    return tuple(found)


def _grid(text: str, table: Table) -> Grid | None:
    rows: list[list[Cell | None]] = [[None] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        for column in range(cell.column, min(table.column_count, cell.column + cell.column_span)):
            rows[cell.row][column] = cell
    first = next((at for at, row in enumerate(rows) if at and _has_data(text, row)), None)
    if first is None or first > _MOST_HEADER_ROWS:
        return None
    headers = tuple(_header(text, table, first, column) for column in range(table.column_count))
    body = tuple(_row(text, row) for row in rows[first:] if not _numbers_columns(text, row))
    return Grid(headers, body) if len(body) > 1 else None


def _has_data(text: str, row: list[Cell | None]) -> bool:
    """True for a row with a number behind its first column that does not only number the columns."""
    single = [cell for cell in row[1:] if cell and cell.column_span == 1]
    numbers = any(_VALUE.fullmatch(text, cell.start, cell.end) for cell in single)
    return numbers and not _numbers_columns(text, row)


def _numbers_columns(text: str, row: list[Cell | None]) -> bool:
    """True for the row "(1) (2) (3)" or "1 2 3" below the headers."""
    labels = [text[cell.start : cell.end].strip("() \t\n") for cell in row if cell]
    numbered = [label.partition("=")[0].strip() for label in labels]
    counted = [int(label) for label in numbered if label.isdigit()]
    if len(counted) < max(3, len(numbered) - 2) or counted[0] > 2:
        return False
    return counted == list(range(counted[0], counted[0] + len(counted)))


def _header(text: str, table: Table, first: int, column: int) -> str:
    """The headers above a column from top to bottom, separated by bars."""
    above = [
        " ".join(text[cell.start : cell.end].split())
        for cell in table.cells
        if cell.row < first and cell.column <= column < cell.column + cell.column_span
    ]
    return "|".join(above)


def _row(text: str, cells: list[Cell | None]) -> Row:
    values = [_value(text, cell) for cell in cells]
    texts = [text[cell.start : cell.end] if cell else "" for cell in cells]
    said = zip(texts, values, strict=True)
    words = [" ".join(one.split()) for one, value in said if value is None and one.strip()]
    is_total = any(_TOTAL.fullmatch(word) for word in words[:3])
    blank = tuple(bool(_BLANK.fullmatch(one)) for one in texts)
    label = max(words[:2], key=len, default="")
    return Row(label, tuple(values), blank, is_total, bool(_TOP_LEVEL.fullmatch(texts[0])))


def _value(text: str, cell: Cell | None) -> Value | None:
    if cell is None or cell.column_span > 1 or cell.row_span > 1:
        return None
    found = _VALUE.fullmatch(text, cell.start, cell.end)
    number = read_number(found.group(1)) if found else None
    if found is None or number is None:
        return None
    return Value(found.start(1), found.end(1), found.group(1), *number)

"""Tables that assign work: columns in any order and wording, one row a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.types import Cell, Span, Table

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"\W*(?:stt|tt|số\s+tt|số\s+thứ\s+tự)\W*$", re.I)),
    ("coordinators", re.compile(r".*phối\s+hợp", re.I | re.S)),
    (
        "leads",
        re.compile(
            r".*(?:chủ\s+trì|cơ\s+quan\s+thực\s+hiện|đơn\s+vị\s+thực\s+hiện|cơ\s+quan,?\s+đơn\s+vị|đầu\s+mối|phân\s+công)",
            re.I | re.S,
        ),
    ),
    ("due", re.compile(r".*(?:thời\s+(?:gian|hạn)|tiến\s+độ|hoàn\s+thành\s*$)", re.I | re.S)),
    (
        "submit_to",
        re.compile(r".*(?:cấp\s+(?:trình|ban\s+hành)|cơ\s+quan\s+(?:trình|ban\s+hành)|nơi\s+nhận)", re.I | re.S),
    ),
    ("product", re.compile(r".*(?:sản\s+phẩm|kết\s+quả|đầu\s+ra)", re.I | re.S)),
    (
        "task",
        re.compile(
            r".*(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|hoạt\s+động|tên\s+(?:đề\s+án|văn\s+bản|kế\s+hoạch)|giải\s+pháp|công\s+tác)",
            re.I | re.S,
        ),
    ),
)
_HEADER_ROWS = 3
_FEWEST_COLUMNS = 2
_LONGEST_LABEL = 90
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that carries a task: the spans of its fields by column name."""

    fields: dict[str, Span]


def task_rows(text: str, table: Table) -> Iterator[Row]:
    """Yield the rows of a table of tasks; nothing for other tables."""
    columns, header = _columns(text, table)
    if "task" not in columns or not columns.keys() & {"leads", "due", "product", "coordinators"}:
        return
    above: dict[str, Span] = {}
    for number in range(header + 1, table.row_count):
        fields = _fields(text, table, columns, number)
        if "task" not in fields or not _WORDS.search(text, *fields["task"]) or _is_group_row(table, fields, number):
            continue
        for name in ("leads", "coordinators", "due"):
            if name not in fields and name in above and _merged_above(table, columns[name], number):
                fields[name] = above[name]
        above = dict(fields)
        yield Row(fields)


def _columns(text: str, table: Table) -> tuple[dict[str, int], int]:
    """Column numbers by name, and the last row of the header; a header may be printed in two rows."""
    for row in range(min(_HEADER_ROWS, table.row_count)):
        first = [one for one in table.cells if one.row == row]
        last = row + max((one.row_span for one in first), default=1) - 1
        named = _named_columns(text, [one for one in table.cells if row <= one.row <= last])
        if "task" in named and len(named) >= _FEWEST_COLUMNS:
            return named, last
    return {}, -1


def _named_columns(text: str, cells: list[Cell]) -> dict[str, int]:
    """Names of the columns under a header; a cell of its second row is more exact than the one above it."""
    by_column: dict[int, str] = {}
    for cell in cells:
        label = " ".join(text[cell.start : cell.end].split())
        name = next((name for name, pattern in _COLUMNS if len(label) < _LONGEST_LABEL and pattern.match(label)), None)
        if name:
            by_column[cell.column] = name
    named: dict[str, int] = {}
    for column, name in sorted(by_column.items()):
        named.setdefault(name, column)
    return named


def _fields(text: str, table: Table, columns: dict[str, int], number: int) -> dict[str, Span]:
    fields = {}
    for name, column in columns.items():
        cell = _cell_at(table, number, column)
        if cell is not None:
            span = _trim(text, cell.start, cell.end)
            if span.end > span.start:
                fields[name] = span
    return fields


def _cell_at(table: Table, row: int, column: int) -> Cell | None:
    return next((cell for cell in table.cells if cell.row == row and cell.column == column), None)


def _merged_above(table: Table, column: int, row: int) -> bool:
    return any(cell.column == column and cell.row < row < cell.row + cell.row_span for cell in table.cells)


def _is_group_row(table: Table, fields: dict[str, Span], row: int) -> bool:
    """A row with nothing but a name heads the rows below it."""
    filled = [name for name in fields if name not in ("number", "task")]
    return not filled and not any(cell.row < row < cell.row + cell.row_span for cell in table.cells)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";"):
        end -= 1
    return Span(start, end)

"""Tables that assign work: columns in any order and wording, one row a task.

A table may go on behind a page break without its header, print the header again, leave the column of numbers out of
it, or mark bodies and months with a cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.text.bodies import parse_body_list
from vanban.text.tokens import Tokens
from vanban.types import Cell, Span, Table

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"\W*(?:stt|tt|số\s+tt|số\s+thứ\s+tự)\W*$", re.I)),
    ("coordinators", re.compile(r".*phối\s+hợp", re.I | re.S)),
    (
        "leads",
        re.compile(
            r".*(?:chủ\s+trì|(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|người)(?:\s+\w+)??\s+(?:thực\s+hiện|tham\s+mưu|phụ\s+trách|chịu\s+trách\s+nhiệm|chuẩn\s+bị|soạn\s+thảo)|"
            r"cơ\s+quan,?\s+đơn\s+vị|đầu\s+mối|phân\s+công|trách\s+nhiệm)",
            re.I | re.S,
        ),
    ),
    ("due", re.compile(r".*(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hoàn\s+thành\s*$|hạn\s+hoàn)", re.I | re.S)),
    (
        "submit_to",
        re.compile(r".*(?:cấp\s+(?:trình|ban\s+hành)|cơ\s+quan\s+(?:trình|ban\s+hành)|nơi\s+nhận)", re.I | re.S),
    ),
    (
        "product",
        re.compile(
            r"(?!\W*kết\s+quả\s+(?:thực\s+hiện|triển\s+khai)\W*$).*(?:sản\s+phẩm|kết\s+quả|đầu\s+ra)", re.I | re.S
        ),
    ),
    (
        "task",
        re.compile(
            r".*(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|hoạt\s+động|tên\s+(?:đề\s+án|văn\s+bản|kế\s+hoạch)|giải\s+pháp|công\s+tác|đầu\s+việc)",
            re.I | re.S,
        ),
    ),
)
_HEADER_ROWS = 4
_FEWEST_COLUMNS = 2
_LONGEST_LABEL = 90
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")
_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[IVXivx]{1,5}|[A-ZĐa-zđ])\W*")
_MONTH = re.compile(r"\W*(?:tháng|quý|t|q)\s*\.?\s*(?:\d{1,2}|I{1,3}|IV)\b", re.I)
_CROSS = re.compile(r"\s*[xX×✓✔v+●]\s*")
_PROGRESS = re.compile(
    r"\W*(?:đã|đang|chưa|không)\s+(?:\w+\s+){0,2}?(?:hoàn\s+thành|thực\s+hiện|triển\s+khai)|\W*(?:hoàn\s+thành|quá\s+hạn|chậm\s+tiến\s+độ)\W*$",
    re.I,
)
_REPORTED = 0.3
_DATED = re.compile(r"\d{1,2}\s*/\s*(?:\d{1,2}\s*/\s*)?\d{4}|\b(?:tháng|quý)\s+[\dIVX]", re.I)
_MOST_SHIFTED = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row that carries a task: the spans of its fields by column name, and the headings it is marked under."""

    fields: dict[str, Span]
    marked: tuple[Span, ...] = ()


@dataclass(slots=True)
class Columns:
    """Which column holds what; ``bodies`` and ``months`` are headings that a cross in a row refers to."""

    named: dict[str, int] = field(default_factory=dict)
    bodies: dict[int, Span] = field(default_factory=dict)
    months: dict[int, Span] = field(default_factory=dict)

    @property
    def assign(self) -> bool:
        """True when they make a table of tasks."""
        others = self.named.keys() & {"leads", "due", "product", "coordinators"}
        return "task" in self.named and bool(others or self.bodies or self.months)


def task_rows(text: str, table: Table, before: Columns | None = None) -> tuple[tuple[Row, ...], Columns | None]:
    """The rows of a table of tasks, and its columns; nothing for other tables.

    ``before`` are the columns of the table above, for one that goes on without a header.
    """
    grid = _Grid(text, table)
    columns, header = grid.columns()
    if not columns.assign and before is not None and grid.goes_on(before):
        columns, header = before, -1
    if not columns.assign:
        return (), None
    return (() if grid.reports_progress(columns, header) else tuple(grid.rows(columns, header))), columns


class _Grid:
    """A table with its cells by row, looked up once."""

    def __init__(self, text: str, table: Table) -> None:
        self.text = text
        self.table = table
        self.by_row: dict[int, dict[int, Cell]] = {}
        self._covered: dict[int, set[int]] = {}
        for cell in table.cells:
            self.by_row.setdefault(cell.row, {})[cell.column] = cell
            for row in range(cell.row + 1, cell.row + cell.row_span):
                self._covered.setdefault(row, set()).add(cell.column)

    def columns(self) -> tuple[Columns, int]:
        """The columns, and the last row of the header; a header may be printed in two rows."""
        for row in range(min(_HEADER_ROWS, self.table.row_count)):
            first = self.by_row.get(row, {}).values()
            last = row + max((one.row_span for one in first), default=1) - 1
            found = self._read_header(
                [cell for at in range(row, last + 1) for cell in self.by_row.get(at, {}).values()]
            )
            enough = len(found.named) + len(found.bodies) + len(found.months) >= _FEWEST_COLUMNS
            if "task" in found.named and enough:
                return found, last
        return Columns(), -1

    def _read_header(self, cells: list[Cell]) -> Columns:
        """Names of the columns; a cell of the second row of a header is more exact than the one above it."""
        by_column: dict[int, str] = {}
        found = Columns()
        for cell in cells:
            label = " ".join(self.text[cell.start : cell.end].split())
            name = next(
                (name for name, pattern in _COLUMNS if len(label) < _LONGEST_LABEL and pattern.match(label)), None
            )
            span = Span(cell.start, cell.end)
            if name:
                by_column[cell.column] = name
            elif _MONTH.match(label):
                found.months[cell.column] = span
            elif label and _is_body(label):
                found.bodies[cell.column] = span
        for column, name in sorted(by_column.items()):
            found.named.setdefault(name, column)
        return found

    def goes_on(self, columns: Columns) -> bool:
        """True when most full rows hold words where ``columns`` expect the task, and a body where they expect one."""
        full = [row for row, cells in self.by_row.items() if len(cells) > _FEWEST_COLUMNS]
        fitting = sum(self._fits(columns, row) for row in full)
        return fitting > 0 and 2 * fitting >= len(full)

    def _fits(self, columns: Columns, row: int) -> bool:
        fields = self._fields(columns, row, self._shift(columns, row))
        if "task" not in fields or not _WORDS.search(self.text, *fields["task"]):
            return False
        leads = fields.get("leads")
        return leads is None or parse_body_list(Tokens(self.text, *leads), 0, bare=True) is not None

    def reports_progress(self, columns: Columns, header: int) -> bool:
        """A list that tells how far each task has come is a report, unless it says who has to do it by when."""
        rows = [cells for row, cells in self.by_row.items() if row > header]
        if {"leads", "due"} <= columns.named.keys() and self._are_dated(rows, columns.named["due"]):
            return False
        beside = columns.named["task"]
        told = sum(
            any(_PROGRESS.match(self.text, cell.start, cell.end) for cell in cells.values() if cell.column > beside)
            for cells in rows
        )
        return bool(rows) and told >= _REPORTED * len(rows)

    def _are_dated(self, rows: list[dict[int, Cell]], column: int) -> bool:
        """True when most rows print a date in ``column``."""
        dated = sum(
            column in cells and _DATED.search(self.text, cells[column].start, cells[column].end) is not None
            for cells in rows
        )
        return 2 * dated >= len(rows)

    def rows(self, columns: Columns, header: int) -> Iterator[Row]:
        """The rows that carry a task; what a merged cell says holds for every row it covers."""
        above: dict[str, Span] = {}
        heading: Span | None = None
        for number in range(header + 1, self.table.row_count):
            again = self._header_again(number)
            if again is not None:
                columns, above, heading = again, {}, None
                continue
            shift = self._shift(columns, number)
            fields = self._fields(columns, number, shift)
            if "task" not in fields or not _WORDS.search(self.text, *fields["task"]):
                continue
            if self._is_group(fields, number) and not self._crosses(columns.bodies, number, shift):
                heading, above = fields["task"], {}
                continue
            self._inherit(fields, above, columns, number, shift, heading)
            above = dict(fields)
            crossed = self._crosses(columns.months, number, shift)
            if crossed and "due" not in fields:
                fields["due"] = crossed[-1]
            yield Row(fields, self._crosses(columns.bodies, number, shift))

    def _header_again(self, number: int) -> Columns | None:
        """The header printed once more, after a page break or under the heading of a part."""
        found = self._read_header(list(self.by_row.get(number, {}).values()))
        return found if len(found.named) > _FEWEST_COLUMNS and found.assign else None

    def _shift(self, columns: Columns, number: int) -> int:
        """How many empty cells and numbers a row prints that the header has no columns for."""
        cells = self.by_row.get(number, {})
        task = columns.named["task"]
        for shift in range(_MOST_SHIFTED + 1):
            cell = cells.get(task + shift)
            if cell is None:
                return 0
            if _WORDS.search(self.text, cell.start, cell.end):
                return shift
            if self.text[cell.start : cell.end].strip() and not _NUMBER.fullmatch(self.text, cell.start, cell.end):
                return 0
        return 0

    def _fields(self, columns: Columns, number: int, shift: int) -> dict[str, Span]:
        fields = {}
        for name, column in columns.named.items():
            cell = self.by_row.get(number, {}).get(column + (0 if name == "number" else shift))
            span = _trim(self.text, cell.start, cell.end) if cell else None
            if span and span.end > span.start:
                fields[name] = span
        return fields

    def _inherit(
        self,
        fields: dict[str, Span],
        above: dict[str, Span],
        columns: Columns,
        number: int,
        shift: int,
        heading: Span | None,
    ) -> None:
        covered = self._covered.get(number, set())
        for name in ("leads", "coordinators", "due"):
            merged = name in columns.named and columns.named[name] + shift in covered
            repeats = self._says_the_same(number, columns, name, shift) or (merged and name not in fields)
            if repeats and name in above:
                fields[name] = above[name]
        if "leads" not in columns.named and heading is not None and _is_body(self.text[heading.start : heading.end]):
            fields["leads"] = heading

    def _says_the_same(self, number: int, columns: Columns, name: str, shift: int) -> bool:
        """True for a ditto mark in the cell."""
        cell = self.by_row.get(number, {}).get(columns.named.get(name, -1) + shift)
        return cell is not None and self.text[cell.start : cell.end].strip() in _DITTO

    def _is_group(self, fields: dict[str, Span], row: int) -> bool:
        """A row with nothing but a name heads the rows below it."""
        filled = [name for name in fields if name not in ("number", "task")]
        return not filled and not self._covered.get(row)

    def _crosses(self, headings: dict[int, Span], number: int, shift: int) -> tuple[Span, ...]:
        cells = self.by_row.get(number, {})
        return tuple(
            span
            for column, span in sorted(headings.items())
            if (cell := cells.get(column + shift)) and _CROSS.fullmatch(self.text, cell.start, cell.end)
        )


_DITTO = frozenset({"nt", "//", '"', "”", "-nt-", "''", "như trên", "Như trên"})


def _is_body(label: str) -> bool:
    """True when a heading is the name of a body and nothing else."""
    tokens = Tokens(label)
    found = parse_body_list(tokens, 0)
    return found is not None and found.next >= len(tokens)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";"):
        end -= 1
    return Span(start, end)

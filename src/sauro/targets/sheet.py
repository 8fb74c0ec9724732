"""The workbook of targets: its columns, reading one that people bring, and writing one with what is wrong in each row.

A row is the share of one unit in one indicator: its definition and path, or the part given to a unit below; a figure
may be in the same row. Numbers keep all their digits: cells with numbers are read as such, text as people type it.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.common.errors import DomainError
from sauro.tasks.figures import written_number
from sauro.ui.lists.export import CellFormats, write_value
from sauro.ui.sheets import read_cells
from vanban.text.normalize import fold, nfc

MOST_ROWS = 500
"""Taken in at once: the rows shown travel with the page. What is taken out has no such limit."""
YEARS = range(2020, 2051)
COLUMNS = {
    "code": gettext_lazy("Mã"),
    "name": gettext_lazy("Chỉ tiêu"),
    "unit": gettext_lazy("Đơn vị"),
    "measure": gettext_lazy("Đơn vị tính"),
    "direction": gettext_lazy("Chiều"),
    "rule": gettext_lazy("Cách cộng"),
    "numerator_label": gettext_lazy("Tử số là"),
    "denominator_label": gettext_lazy("Mẫu số là"),
    "field": gettext_lazy("Lĩnh vực"),
    "baseline_year": gettext_lazy("Năm gốc"),
    "baseline": gettext_lazy("Số năm gốc"),
}
FIGURES = {
    "as_of": gettext_lazy("Số đến ngày"),
    "value": gettext_lazy("Thực hiện"),
    "numerator": gettext_lazy("Tử số"),
    "denominator": gettext_lazy("Mẫu số"),
    "basis": gettext_lazy("Văn bản báo cáo"),
}
NEEDED = ("code", "name")
_YEAR = re.compile(r"(?:nam )?(20[2-5]\d)$")
_WIDE = {"name": 48, "unit": 32, "numerator_label": 24, "denominator_label": 24, "basis": 28}
FAULTS = gettext_lazy("Lỗi cần sửa")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as the program for tables shows it, and its cells by column, written as people write them.

    Years are columns of their own, such as ``"target_2030"``.
    """

    number: int
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row; ``column`` is empty where it is the row as a whole."""

    row: int
    column: str
    message: str

    @property
    def head(self) -> str:
        """The name of the column."""
        return head_of(self.column) if self.column else ""


def head_of(column: str) -> str:
    """Return the head of a column."""
    if column.startswith("target_"):
        return column.removeprefix("target_")
    return str({**COLUMNS, **FIGURES}[column])


def read_rows(data: bytes) -> list[SheetRow]:
    """Return the rows below the heading of the first sheet, empty ones left out. Raises :class:`DomainError`."""
    table = read_cells(data)
    heading = next((at for at, row in enumerate(table) if any(map(_text, row))), None)
    if heading is None:
        raise DomainError("rows", _("Bảng chưa có dòng tiêu đề."), field="file")
    count = len(table) - heading - 1
    if count > MOST_ROWS:
        held = {"count": count, "most": MOST_ROWS}
        raise DomainError(
            "rows",
            _("Bảng có %(count)d dòng; mỗi lần nhập nhiều nhất %(most)d. Hãy chia thành nhiều tệp, tệp nào cũng giữ "
              "dòng tiêu đề.") % held,
            field="file",
        )  # fmt: skip
    places = _places(table[heading])
    rows = []
    for at, row in enumerate(table[heading + 1 :], start=heading + 2):
        cells = {name: _text(row[place]) if place < len(row) else "" for name, place in places.items()}
        if any(cells.values()):
            rows.append(SheetRow(at, cells))
    if not rows:
        raise DomainError("rows", _("Bảng chưa có dòng nào dưới dòng tiêu đề."), field="file")
    return rows


def write_rows(rows: Sequence[SheetRow], faults: Iterable[Fault] = ()) -> bytes:
    """Return the rows as a workbook that can be brought back. Each fault stands in its row, and its cell is marked.

    Nothing in a cell is taken for a formula by any program.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    formats, wrong = (
        CellFormats(book),
        book.add_format({"bg_color": "#FBE3E1", "text_wrap": True, "valign": "top", "quote_prefix": True}),
    )
    sheet = book.add_worksheet(_("Chỉ tiêu"))
    by_row: dict[int, list[Fault]] = {}
    for fault in faults:
        by_row.setdefault(fault.row, []).append(fault)
    columns = _columns(rows)
    heads = [head_of(column) for column in columns] + ([str(FAULTS)] if by_row else [])
    for at, head in enumerate(heads):
        sheet.set_column(at, at, 60 if at == len(columns) else _WIDE.get(columns[at], 14))
        sheet.write_string(0, at, head, formats.head)
    sheet.freeze_panes(1, 2)
    for line, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            write_value(sheet, line, at, _typed(column, row.cells.get(column, "")), formats)
        _mark(sheet, line, columns, row, by_row.get(row.number, []), wrong)
    book.close()
    return stream.getvalue()


def _mark(sheet: Any, line: int, columns: Sequence[str], row: SheetRow, faults: Sequence[Fault], wrong: Any) -> None:
    for fault in faults:
        if fault.column in columns:
            at = columns.index(fault.column)
            sheet.write_string(line, at, row.cells.get(fault.column, ""), wrong)
            sheet.write_comment(line, at, fault.message)
    if faults:
        words = "; ".join(f"{fault.head}: {fault.message}" if fault.column else fault.message for fault in faults)
        sheet.write_string(line, len(columns), words, wrong)


def _columns(rows: Sequence[SheetRow]) -> list[str]:
    held = {column for row in rows for column in row.cells}
    years = [f"target_{year}" for year in YEARS if f"target_{year}" in held]
    return [*COLUMNS, *years, *FIGURES]


def _typed(column: str, text: str) -> Any:
    """Numbers go into the workbook as numbers, where a program for tables keeps all their digits."""
    is_number = column.startswith("target_") or column in ("baseline", "value", "numerator", "denominator")
    plain = text.replace(".", "").replace(",", ".")
    if is_number and re.fullmatch(r"-?\d{1,15}(?:\.\d+)?", plain) and len(plain) <= _EXACT_DIGITS:
        return float(plain)
    return text


_EXACT_DIGITS = 16


def _places(heading: Sequence[Any]) -> dict[str, int]:
    printed = [fold(str(int(cell)) if isinstance(cell, int | float) else _text(cell)) for cell in heading]
    known = {fold(str(title)): name for name, title in {**COLUMNS, **FIGURES}.items()}
    places: dict[str, int] = {}
    for at, head in enumerate(printed):
        year = _YEAR.fullmatch(head)
        name = f"target_{year.group(1)}" if year else known.get(head, "")
        if name:
            places.setdefault(name, at)
    missing = [str(COLUMNS[name]) for name in NEEDED if name not in places]
    if missing:
        raise DomainError(
            "columns", _("Dòng tiêu đề thiếu cột: %(names)s.") % {"names": ", ".join(missing)}, field="file"
        )
    return places


def _text(cell: Any) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return written_number(Decimal(str(cell)))
    return " ".join(nfc(str(cell)).split())


def as_payload(rows: Sequence[SheetRow]) -> list[Any]:
    """Return the rows in a shape that can be signed and sent back."""
    return [[row.number, row.cells] for row in rows]


def from_payload(payload: Sequence[Any]) -> list[SheetRow]:
    """Return the rows of :func:`as_payload`."""
    return [SheetRow(int(number), dict(_cells(cells))) for number, cells in payload]


def _cells(cells: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return ((str(name), str(text)) for name, text in cells.items())

"""The cells of one table, held column by column as distinct values and the place of each row's value among them."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from sauro.common.errors import DomainError

Cell = str | float | bool | dt.date
"""What a cell holds; the empty text for nothing."""

MOST_ROWS, MOST_COLUMNS = 100_000, 300
_SECONDS, _MEGABYTES = 60, 2_500
_REFUSALS = {
    "no-sheet": gettext_lazy("Tệp không có trang tính này. Hãy chọn lại trang tính ở trang ghép cột."),
    "empty": gettext_lazy("Bảng không có ô nào có nội dung."),
    "unreadable": gettext_lazy("Không đọc được tệp này. Hãy dùng tệp .xlsx, .xls hoặc .csv không có mật khẩu."),
    "encoding": gettext_lazy("Không nhận ra bảng mã của tệp .csv. Hãy lưu lại dạng “CSV UTF-8”."),
    "too-big": gettext_lazy("Bảng lớn quá 100.000 dòng hoặc 300 cột. Hãy chia thành nhiều tệp."),
}


@dataclass(frozen=True, slots=True)
class Column:
    """The distinct values of a column and, for each row, the place of its value among them."""

    values: Sequence[Cell]
    places: array[int]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. Rows and columns count from 0 at the top left corner of the sheet; ``left`` is the first held column.

    ``merged`` are ranges of merged cells as first row, first column, last row, last column. ``encoding`` is that of a
    .csv, empty otherwise.
    """

    sheets: Sequence[str]
    sheet: int
    left: int
    height: int
    columns: Sequence[Column]
    merged: Sequence[tuple[int, int, int, int]]
    encoding: str = ""

    @property
    def width(self) -> int:
        """The number of columns up to the last that holds anything."""
        return self.left + len(self.columns)

    def at(self, row: int, column: int) -> Cell:
        """Return what a cell holds."""
        if not self.left <= column < self.width or not 0 <= row < self.height:
            return ""
        held = self.columns[column - self.left]
        return held.values[held.places[row]]

    def column(self, number: int) -> Column | None:
        """Return a column by its number, None for one that holds nothing."""
        return self.columns[number - self.left] if self.left <= number < self.width else None


def read_grid(data: bytes, *, kind: str, sheet: int | None = None, encoding: str = "") -> Grid:
    """Return the cells of a sheet as :func:`read_cells` reads them."""
    return grid_of_cells(read_cells(data, kind=kind, sheet=sheet, encoding=encoding))


def read_cells(data: bytes, *, kind: str, sheet: int | None = None, encoding: str = "") -> bytes:
    """Read the cells of a sheet (None: the first that holds anything) in a bounded process of its own.

    ``kind`` is ``book`` or ``csv``. Returns what that process prints, fit to be kept: :func:`grid_of_cells` takes a
    twentieth of the time. Raises :class:`DomainError` on the field ``file``.
    """
    order = {
        "kind": kind, "sheet": sheet, "encoding": encoding, "seconds": _SECONDS, "megabytes": _MEGABYTES,
        "most_rows": MOST_ROWS, "most_columns": MOST_COLUMNS,
    }  # fmt: skip
    command = [sys.executable, "-I", "-m", "sauro.roster.sheets.reader_process", json.dumps(order)]
    try:
        done = subprocess.run(  # noqa: S603 -- our own module; the order holds no words of strangers
            command, input=data, capture_output=True, timeout=_SECONDS * 2, check=False,
            env={"LANG": "C.UTF-8", "PATH": os.defpath}, start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise _refused("unreadable") from error
    if done.returncode != 0:
        raise _refused("unreadable")
    head: dict[str, Any] = json.loads(done.stdout.partition(b"\n")[0])
    if "error" in head:
        raise _refused(head["error"])
    return done.stdout


def letter_of(column: int) -> str:
    """Return how programs for tables call a column: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def grid_of_cells(printed: bytes) -> Grid:
    """Return the cells that :func:`read_cells` read."""
    end = printed.index(b"\n")
    head: dict[str, Any] = json.loads(printed[:end])
    tables: list[list[Cell]] = []
    for _number in range(head["columns"]):
        start, end = end + 1, printed.index(b"\n", end + 1)
        tables.append([_cell(value) for value in json.loads(printed[start:end])])
    size = 4 * head["height"]
    columns = []
    for number, values in enumerate(tables):
        places, start = array("I"), end + 1 + number * size
        places.frombytes(printed[start : start + size])
        columns.append(Column(values, places))
    merged = [tuple(one) for one in head["merged"]]
    return Grid(head["sheets"], head["sheet"], head["left"], head["height"], columns, merged, head["encoding"])


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return dt.date.fromisoformat(value["day"])
    return value if isinstance(value, float | bool) else float(value)


def _refused(code: str) -> DomainError:
    return DomainError(code, str(_REFUSALS[code]), field="file")

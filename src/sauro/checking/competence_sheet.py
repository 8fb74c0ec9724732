"""Reads a catalogue of competence from an .xlsx workbook: one entry a row, faults told by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.common.errors import DomainError
from sauro.ui.sheets import read_cells
from vanban.text.normalize import fold, nfc

MOST_ROWS = 2_000
MOST_FAULTS = 50
COLUMNS = {
    "field": gettext_lazy("Lĩnh vực"),
    "act": gettext_lazy("Việc"),
    "words": gettext_lazy("Từ nhận biết"),
    "holders": gettext_lazy("Cấp hoặc cơ quan có thẩm quyền"),
    "basis": gettext_lazy("Căn cứ"),
    "valid_from": gettext_lazy("Hiệu lực từ"),
    "valid_to": gettext_lazy("Hiệu lực đến"),
    "delegated_to": gettext_lazy("Ủy quyền cho"),
}
NEEDED = ("field", "act", "words", "holders", "basis")
LISTS = ("words", "holders", "delegated_to")
DAYS = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the workbook: its number as the program for tables shows it, and its cells by column, as written."""

    number: int
    cells: dict[str, str]


def read_sheet(data: bytes) -> list[SheetRow]:
    """Return the rows of the first sheet below its heading, empty ones left out. Raises :class:`DomainError`."""
    table = read_cells(data)
    heading = next((at for at, row in enumerate(table) if any(map(_text, row))), None)
    if heading is None or len(table) - heading > MOST_ROWS + 1:
        raise DomainError("rows", _("Bảng phải có từ 1 đến %(most)d dòng.") % {"most": MOST_ROWS}, field="file")
    places = _places(table[heading])
    return list(_rows(table, heading + 1, places))


def _rows(table: Sequence[Sequence[Any]], first: int, places: dict[str, int]) -> Iterator[SheetRow]:
    for at, row in enumerate(table[first:], start=first + 1):
        cells = {name: _text(row[place]) if place < len(row) else "" for name, place in places.items()}
        if any(cells.values()):
            yield SheetRow(at, cells)


def _places(heading: Sequence[Any]) -> dict[str, int]:
    """Where each column stands, by its heading; the order does not matter, nor do capitals."""
    printed = [fold(_text(cell)) for cell in heading]
    missing = [str(COLUMNS[name]) for name in NEEDED if fold(str(COLUMNS[name])) not in printed]
    if missing:
        raise DomainError(
            "columns", _("Dòng tiêu đề thiếu cột: %(names)s.") % {"names": ", ".join(missing)}, field="file"
        )
    return {name: printed.index(fold(str(title))) for name, title in COLUMNS.items() if fold(str(title)) in printed}


def _text(cell: Any) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(nfc(str(cell)).split())

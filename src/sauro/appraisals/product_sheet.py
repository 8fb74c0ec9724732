"""The workbook of a catalogue: which columns it has, and reading one that people bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.services.catalogues import ProductFields
from sauro.common.errors import DomainError
from sauro.tasks.figures import read_number, written_number
from sauro.ui.sheets import read_cells
from vanban.text.normalize import fold, nfc

COLUMNS = {
    "code": gettext_lazy("Mã"),
    "field": gettext_lazy("Nhiệm vụ"),
    "work": gettext_lazy("Công việc"),
    "product": gettext_lazy("Sản phẩm"),
    "group": gettext_lazy("Nhóm"),
    "units": gettext_lazy("Hệ số"),
    "note": gettext_lazy("Ghi chú"),
}
NEEDED = ("code", "product", "units")
MOST_ROWS = 2_000
_HEADINGS_WITHIN = 10


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A row: its number as the program for tables shows it, the product, or what is wrong with it."""

    number: int
    fields: ProductFields | None
    fault: str = ""


def written_units(units: int) -> str:
    """Return ten-thousandths of a standard unit as people write a coefficient: ``13,5``."""
    return written_number(Decimal(units) / UNIT)


def read_products(data: bytes) -> list[ProductRow]:
    """Read a workbook: the first sheet, headings in any order within its first rows.

    Raises :class:`DomainError` on the field ``file`` for what is no such workbook; faults of rows stand in the rows.
    """
    cells = read_cells(data)
    top, places = _headings(cells)
    rows = [(number, row) for number, row in enumerate(cells, 1) if number > top and any(_text(one) for one in row)]
    if not rows or len(rows) > MOST_ROWS:
        words = _("Bảng phải có từ 1 đến %(most)d dòng sản phẩm.") % {"most": MOST_ROWS}
        raise DomainError("rows-wrong", words, field="file")
    return [_row(number, row, places) for number, row in rows]


def _headings(cells: Sequence[Sequence[Any]]) -> tuple[int, Mapping[str, int]]:
    known = {fold(str(label)): name for name, label in COLUMNS.items()}
    for number, row in enumerate(cells[:_HEADINGS_WITHIN], 1):
        places = {known[key]: place for place, one in enumerate(row) if (key := fold(_text(one))) in known}
        if all(name in places for name in NEEDED):
            return number, places
    words = _("Không tìm thấy dòng tiêu đề có các cột Mã, Sản phẩm, Hệ số.")
    raise DomainError("headings-missing", words, field="file")


def _row(number: int, row: Sequence[Any], places: Mapping[str, int]) -> ProductRow:
    held = {name: _text(row[place]) if place < len(row) else "" for name, place in places.items()}
    try:
        units = read_number(held["units"]) * UNIT
        if units != int(units):
            raise DomainError("units-wrong", _("Hệ số có quá bốn chữ số thập phân."))
        group = int(held.get("group") or "1")
    except DomainError as error:
        return ProductRow(number, None, error.message)
    except ValueError:
        return ProductRow(number, None, _("Nhóm phải là số từ 1 đến 5."))
    work = held.get("work") or held["product"]
    return ProductRow(
        number,
        ProductFields(
            held["code"], work, held["product"], int(units), group, held.get("field", ""), held.get("note", "")
        ),
    )


def _text(cell: Any) -> str:
    """Return a cell as people would type it: whole numbers without decimals, others with a comma."""
    if isinstance(cell, float):
        return written_number(Decimal(repr(cell))).replace(".", "") if cell != int(cell) else str(int(cell))
    return nfc(str(cell)).strip()

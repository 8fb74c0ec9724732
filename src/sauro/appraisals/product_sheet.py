"""The workbook of a catalogue: its columns in the official order, reading one that people bring, and writing one that
can be changed and brought back.

Columns are found by their headings, in any order; others, such as the points and frames of a body that converts by
points, are passed over: what counts here is the coefficient.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]  # it ships no types

from sauro.appraisals.enums import ProductState
from sauro.appraisals.models import Product
from sauro.appraisals.rules.catalogue import MOST_GROUPS
from sauro.appraisals.rules.figures import UNIT
from sauro.appraisals.services.catalogues import ProductFields
from sauro.appraisals.services.product_import import ProductRow
from sauro.common.errors import DomainError
from sauro.tasks.figures import read_number, written_number
from sauro.ui.lists.export import CellFormats, write_values
from sauro.ui.sheets import read_cells
from vanban.text.normalize import fold, nfc

COLUMNS = {
    "code": gettext_lazy("Mã"),
    "field": gettext_lazy("Nhiệm vụ"),
    "work": gettext_lazy("Công việc chi tiết"),
    "product": gettext_lazy("Sản phẩm"),
    "group": gettext_lazy("Nhóm"),
    "units": gettext_lazy("Hệ số"),
    "note": gettext_lazy("Ghi chú"),
    "state": gettext_lazy("Kết luận"),
    "mark": gettext_lazy("Dấu dòng"),
}
ADVICE = {
    "code": gettext_lazy("Không trùng trong danh mục, tối đa 30 ký tự. Dòng mang mã đã có thì sửa sản phẩm ấy."),
    "field": gettext_lazy("Nhóm nhiệm vụ của sản phẩm; để trống được."),
    "work": gettext_lazy("Việc cụ thể; để trống thì lấy theo sản phẩm."),
    "product": gettext_lazy("Kết quả đầu ra đếm được. Nhiệm vụ có sản phẩm cùng tên được quy đổi theo dòng này."),
    "group": gettext_lazy("1 đến 5 (hoặc N1 đến N5), theo độ phức tạp."),
    "units": gettext_lazy("Bằng mấy sản phẩm chuẩn: lớn hơn 0, không quá 1.000, nhiều nhất hai chữ số thập phân."),
    "note": gettext_lazy("Để trống được."),
    "state": gettext_lazy("Chọn trong danh sách của ô; để trống thì giữ như đang có."),
    "mark": gettext_lazy("Đừng sửa. Nhờ cột này, khi nhập lại máy biết dòng nào đã có người khác sửa sau lúc xuất."),
}
NEEDED = ("code", "product", "units")
MOST_ROWS = 2_000
_ALIKE = {"cong viec": "work", "ma cv": "code", "ma cong viec": "code", "he so quy doi": "units"}
_STATES = (ProductState.PROPOSED, ProductState.PENDING, ProductState.ACCEPTED, ProductState.DROPPED)
_HEADINGS_WITHIN = 10
_WIDE = {"field": 28, "work": 44, "product": 36, "note": 28, "state": 20, "mark": 16}


def written_units(units: int) -> str:
    """Return ten-thousandths of a standard unit as people write a coefficient: ``13,5``."""
    return written_number(Decimal(units) / UNIT)


def write_products(products: Iterable[Product]) -> IO[bytes]:
    """Return a workbook of products, open at its start; without any it is an empty table to fill in.

    The file disappears when it is closed. Each heading explains its column in a note.
    """
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats, sheet = CellFormats(book), book.add_worksheet(_("Danh mục"))
    sheet.write_string(0, 0, _("STT"), formats.head)
    sheet.set_column(0, 0, 6)
    for at, (name, label) in enumerate(COLUMNS.items(), 1):
        sheet.set_column(at, at, _WIDE.get(name, 12))
        sheet.write_string(0, at, str(label), formats.head)
        sheet.write_comment(0, at, str(ADVICE[name]), {"x_scale": 2})
    last = 0
    for last, one in enumerate(products, 1):
        write_values(sheet, last, (last, *_cells(one)), formats)
    _guide(sheet, last + MOST_ROWS)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(COLUMNS))
    book.close()
    file.seek(0)
    return file


def _cells(one: Product) -> tuple[Any, ...]:
    units = float(Decimal(one.units) / UNIT)
    state = ProductState(one.state).label
    return one.code, one.field, one.work, one.product, one.group, units, one.note, str(state), one.mark


def _guide(sheet: Any, last: int) -> None:
    """Let the program for tables refuse what would be refused here."""
    names = list(COLUMNS)
    group, units, state = (names.index(name) + 1 for name in ("group", "units", "state"))
    sheet.data_validation(
        1, group, last, group, {"validate": "list", "source": [str(one) for one in range(1, MOST_GROUPS + 1)]}
    )
    sheet.data_validation(1, units, last, units, {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.data_validation(1, state, last, state, {"validate": "list", "source": [str(one.label) for one in _STATES]})


def read_products(data: bytes) -> list[ProductRow]:
    """Read a workbook: the first sheet, headings in any order within its first rows.

    Raises :class:`DomainError` on the field ``file`` for what is no such workbook; faults of rows stand in the rows.
    """
    cells = read_cells(data)
    top, places = _headings(cells)
    rows = [(number, row) for number, row in enumerate(cells, 1) if number > top and any(_held(row, places).values())]
    if not rows or len(rows) > MOST_ROWS:
        words = _("Bảng phải có từ 1 đến %(most)d dòng sản phẩm.") % {"most": MOST_ROWS}
        raise DomainError("rows-wrong", words, field="file")
    return [_row(number, _held(row, places), places) for number, row in rows]


def _headings(cells: Sequence[Sequence[Any]]) -> tuple[int, Mapping[str, int]]:
    known = {fold(str(label)): name for name, label in COLUMNS.items()} | _ALIKE
    best: dict[str, int] = {}
    for number, row in enumerate(cells[:_HEADINGS_WITHIN], 1):
        places = {known[key]: place for place, one in enumerate(row) if (key := fold(_text(one))) in known}
        if all(name in places for name in NEEDED):
            return number, places
        best = max(best, places, key=len)
    words = _(
        "Không tìm thấy dòng tiêu đề có đủ các cột Mã, Sản phẩm, Hệ số trong 10 dòng đầu; còn thiếu: %(missing)s."
    )
    missing = ", ".join(str(COLUMNS[name]) for name in NEEDED if name not in best)
    raise DomainError("headings-missing", words % {"missing": missing}, field="file")


def _held(row: Sequence[Any], places: Mapping[str, int]) -> dict[str, str]:
    return {name: _text(row[place]) if place < len(row) else "" for name, place in places.items()}


def _row(number: int, held: Mapping[str, str], places: Mapping[str, int]) -> ProductRow:
    cells = {name: xl_rowcol_to_cell(number - 1, place) for name, place in places.items()}
    name = "units"
    try:
        units = _units(held["units"])
        name = "group"
        group = _group(held.get("group", ""))
        name = "state"
        state = _state(held.get("state", ""))
    except DomainError as error:
        return ProductRow(number, cells, fault=error.message, column=name)
    work = held.get("work") or held["product"]
    fields = ProductFields(
        held["code"], work, held["product"], units, group, held.get("field", ""), held.get("note", "")
    )
    return ProductRow(number, cells, fields, state, held.get("mark", ""))


def _units(text: str) -> int:
    if not text:
        raise DomainError("units-wrong", _("Hãy ghi hệ số."))
    units = read_number(text) * UNIT
    if units != int(units):
        raise DomainError("units-wrong", _("“%(text)s” có quá hai chữ số thập phân.") % {"text": text})
    return int(units)


def _group(text: str) -> int:
    plain = text.upper().removeprefix("N").strip() or "1"
    if plain not in {str(one) for one in range(1, MOST_GROUPS + 1)}:
        raise DomainError("group-wrong", _("Nhóm là số từ 1 đến 5; ô đang ghi “%(text)s”.") % {"text": text})
    return int(plain)


def _state(text: str) -> ProductState | None:
    if not text:
        return None
    found = next((one for one in _STATES if fold(str(one.label)) == fold(text)), None)
    if found is None:
        names = ", ".join(str(one.label) for one in _STATES)
        words = _("Kết luận là một trong: %(names)s; ô đang ghi “%(text)s”.")
        raise DomainError("state-wrong", words % {"names": names, "text": text})
    return found


def _text(cell: Any) -> str:
    """Return a cell as people would type it: whole numbers without decimals, others with a comma; spaces once."""
    if isinstance(cell, float):
        return written_number(Decimal(repr(cell))).replace(".", "") if cell != int(cell) else str(int(cell))
    return " ".join(nfc(str(cell)).split())

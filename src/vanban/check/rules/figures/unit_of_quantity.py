"""SL025 unit-of-quantity: đơn vị tính trong bảng không phải là đơn vị của đại lượng ở cùng dòng.

Kiểm tra gì: cột "Đơn vị tính", "ĐVT" của bảng: "sản lượng" tính bằng ha, "diện tích" tính bằng tấn, "tỷ lệ" tính
bằng ha, km.
Vì sao: sao chép dòng trên mà quên đổi đơn vị; số liệu bị cộng nhầm.
Ví dụ: dòng "Sản lượng mía" ghi đơn vị tính "Ha".
Nên viết: dòng "Sản lượng mía" ghi đơn vị tính "Tấn".
Mức an toàn khi sửa: không tự sửa; người soạn xác nhận đơn vị hoặc tên đại lượng.
Căn cứ: đối chiếu trong bảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Block, Cell

_UNIT_HEADER = re.compile(r"\s*(?:đvt|đơn\s+vị(?:\s+tính)?|đ/v\s+tính)\s*[.:]?\s*", re.I)
_AREA = frozenset({"ha", "m2", "m²", "km2", "km²", "nghìn ha", "1.000 ha"})
_MASS = frozenset({"tấn", "tạ", "kg", "yến", "nghìn tấn", "1.000 tấn", "triệu tấn"})
_LENGTH = frozenset({"km", "m"})
_WRONG = (
    (re.compile(r"\s*[-+*•]?\s*sản\s+lượng\b", re.I), _AREA | _LENGTH | {"%"}),
    (re.compile(r"\s*[-+*•]?\s*diện\s+tích\b", re.I), _MASS | _LENGTH),
    (re.compile(r"\s*[-+*•]?\s*(?:tỷ|tỉ)\s+lệ\b", re.I), _AREA | _MASS | _LENGTH),
    (re.compile(r"\s*[-+*•]?\s*(?:chiều\s+dài|độ\s+dài)\b", re.I), _AREA | _MASS | {"%"}),
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the unit of every row with what the row is about."""
    for block in document.structure.document.blocks:
        if block.table is not None:
            yield from _in_table(document, block)


def _in_table(document: CheckedDocument, block: Block) -> Iterator[Finding]:
    text = document.text
    cells = block.table.cells if block.table else ()
    header = next((cell for cell in cells if _UNIT_HEADER.fullmatch(text, cell.start, cell.end)), None)
    if header is None:
        return
    units = {cell.row: cell for cell in cells if cell.column == header.column and cell.row > header.row}
    for cell in cells:
        unit = units.get(cell.row)
        if unit is not None and cell.column < header.column and _is_wrong(text, cell, unit):
            quantity = " ".join(text[cell.start : cell.end].split())
            printed = text[unit.start : unit.end].strip()
            message = f"“{printed}” không phải đơn vị tính của “{quantity}”; xem lại đơn vị hoặc tên đại lượng."
            yield RULE.at(document, unit.start, unit.end, message)


def _is_wrong(text: str, cell: Cell, unit: Cell) -> bool:
    printed = " ".join(text[unit.start : unit.end].lower().split())
    return any(quantity.match(text, cell.start, cell.end) and printed in units for quantity, units in _WRONG)


RULE = Rule("SL025", "unit-of-quantity", "Đơn vị tính không hợp với đại lượng", Severity.ERROR, check)

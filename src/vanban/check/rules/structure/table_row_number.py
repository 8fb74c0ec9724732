"""CT025 table-row-number: số thứ tự các dòng của bảng trùng hoặc nhảy cóc.

Kiểm tra gì: cột "TT", "STT" của bảng có từ năm dòng đánh số; số của một dòng trùng số dòng trước hoặc không nối tiếp
số ấy. Đánh lại từ 1 sau một nhóm không tính; bảng có quá hai chỗ như vậy được coi là đánh số theo cách khác.
Vì sao: viện dẫn "mục 22 của Phụ lục" sẽ chỉ nhầm dòng, hoặc có dòng bị rơi mất.
Ví dụ: các dòng đánh số 5, 6, 6, 7.
Nên viết: các dòng đánh số 5, 6, 7, 8.
Mức an toàn khi sửa: không tự sửa; các số sau có thể phải đổi theo.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.language.words import unless_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Cell, Span

_HEADER = re.compile(r"\W*(?:s?tt|số\s+(?:tt|thứ\s+tự))\W*", re.I)
_NUMBER = re.compile(r"\W*(\d{1,3})\W*")
_OPENING = re.compile(r"\s*(?:\S+\s+){0,4}\S+")
_FEWEST = 5
_MOST_FAULTS = 2


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the number of every row with that of the row above."""
    severity = unless_recognised(document, RULE.severity)
    for block in document.structure.document.blocks:
        if block.table is None:
            continue
        rows = _numbered_rows(document.text, block.table.cells)
        faults = list(_faults(rows))
        if len(rows) >= _FEWEST and len(faults) <= _MOST_FAULTS:
            for before, number, cell in faults:
                place = _opening(document.text, cell, block.table.cells)
                message = (
                    f"Số thứ tự {number} đã dùng cho dòng trước."
                    if number == before
                    else f"Sau dòng số {before} là dòng số {number}."
                )
                yield RULE.at(document, *place, message, severity=severity)


def _numbered_rows(text: str, cells: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
    header = next((cell for cell in cells if _HEADER.fullmatch(text, cell.start, cell.end)), None)
    if header is None:
        return []
    below = [cell for cell in cells if cell.column == header.column and cell.row > header.row]
    read = [(_NUMBER.fullmatch(text, cell.start, cell.end), cell) for cell in below]
    return [(int(found.group(1)), cell) for found, cell in read if found]


def _faults(rows: list[tuple[int, Cell]]) -> Iterator[tuple[int, int, Cell]]:
    for (before, _), (number, cell) in pairwise(rows):
        if number not in (1, before + 1):
            yield before, number, cell


def _opening(text: str, cell: Cell, cells: tuple[Cell, ...]) -> Span:
    """The first words of the row: they tell which of two equal numbers is meant."""
    beside = next((one for one in cells if one.row == cell.row and one.column > cell.column), cell)
    opening = _OPENING.match(text, beside.start, beside.end)
    return Span(beside.start, opening.end()) if opening else Span(cell.start, cell.end)


RULE = Rule("CT025", "table-row-number", "Số thứ tự dòng của bảng không nối tiếp", Severity.WARNING, check)

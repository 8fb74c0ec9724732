"""SL010 table-ratio-mismatch: ô tỷ lệ của bảng không khớp với hai cột mà nó tính từ đó.

Kiểm tra gì: cột "Tỷ lệ", "%": tìm hai cột mà đa số dòng cho thấy tỷ lệ được tính từ đó, rồi tính lại mọi dòng.
Vì sao: ô tỷ lệ gõ tay không đổi theo khi số liệu đổi.
Ví dụ: thực hiện 50, kế hoạch 200, tỷ lệ 35% trong bảng mà các dòng khác đều khớp.
Nên viết: tỷ lệ 25%, hoặc sửa đúng ô sai.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.grids import Grid, Value, grids
from vanban.check.rules.figures.reading.numbers import vietnamese
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FEWEST_HOLDING = 2
_MOST_FAILING = Decimal("0.4")
_Cells = list[tuple[Value, Value, Value]]


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Recompute the columns of percentages."""
    for grid in document.once(grids):
        counted = [at for at in range(len(grid.headers)) if grid.adds_up(at)]
        for rate in range(len(grid.headers)):
            if grid.is_rate(rate) and any(grid.column(rate)):
                yield from _judged(document, grid, rate, counted)


def _judged(document: CheckedDocument, grid: Grid, rate: int, counted: list[int]) -> Iterator[Finding]:
    tried = [_cells(grid, rate, part, whole) for part, whole in permutations(counted, 2)]
    best = max(tried, key=_holding, default=[])
    holding = _holding(best)
    if holding < _FEWEST_HOLDING or len(best) - holding > _MOST_FAILING * len(best):
        return
    for part, whole, percent in best:
        if not _agrees(part, whole, percent):
            actual = vietnamese(part.value * 100 / whole.value, max(1, -int(percent.step.logb())))
            message = f"{part.text}/{whole.text} = {actual}%, ô tỷ lệ ghi {percent.text}%; đối chiếu ba ô."
            yield RULE.at(document, percent.start, percent.end, message)


def _cells(grid: Grid, rate: int, part: int, whole: int) -> _Cells:
    rows = ((row.values[part], row.values[whole], row.values[rate]) for row in grid.rows)
    return [(a, b, p) for a, b, p in rows if a and b and p and b.value]


def _holding(cells: _Cells) -> int:
    return sum(_agrees(*one) for one in cells)


def _agrees(part: Value, whole: Value, percent: Value) -> bool:
    return abs(part.value * 100 / whole.value - percent.value) <= percent.step / 2


RULE = Rule("SL010", "table-ratio-mismatch", "Ô tỷ lệ của bảng không khớp với hai cột", Severity.ERROR, check)

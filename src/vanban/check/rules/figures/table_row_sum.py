"""SL009 table-row-sum: cột tổng của bảng không bằng tổng các cột cùng dòng.

Kiểm tra gì: cột "Tổng số", "Cộng" so với các cột mà đa số dòng khác cho thấy nó cộng.
Vì sao: một ô được sửa mà ô tổng để nguyên.
Ví dụ: nam 10, nữ 20, tổng số 40 trong bảng mà các dòng khác đều khớp.
Nên viết: tổng số 30, hoặc sửa đúng ô sai.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.numbers import shortest
from vanban.check.rules.figures.reading.sums import row_sums
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Add up the rows of every table with a column of totals."""
    for one in document.once(row_sums):
        if not one.holds:
            message = f"Các cột cộng lại bằng {shortest(one.found)}, cột tổng ghi {one.total.text}; đối chiếu từng ô."
            yield RULE.at(document, one.total.start, one.total.end, message)


def seen(document: CheckedDocument) -> Seen:
    """How many totals of rows there are."""
    known = document.once(row_sums)
    return Seen("ô tổng theo dòng", len(known), len(known))


RULE = Rule("SL009", "table-row-sum", "Cột tổng của bảng không bằng tổng các cột", Severity.ERROR, check, seen=seen)

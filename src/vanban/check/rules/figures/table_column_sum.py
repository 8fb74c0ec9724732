"""SL008 table-column-sum: dòng tổng cộng của bảng không bằng tổng các dòng.

Kiểm tra gì: mỗi cột số của dòng "Tổng", "Cộng", "Tổng cộng" so với các dòng nó cộng (cả bảng, nhóm, các dòng cấp trên).
Vì sao: dòng tổng thường được gõ tay hoặc không tính lại khi một dòng đổi.
Ví dụ: ba dòng 10, 20, 30 và dòng cộng 70.
Nên viết: dòng cộng 60, hoặc sửa đúng dòng sai.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.numbers import shortest
from vanban.check.rules.figures.reading.sums import Sum, column_sums
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FEWEST_ROWS = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Add up the columns of every table with a row of totals."""
    for one in document.once(column_sums):
        severity = _judged(one)
        if severity:
            found = shortest(one.found)
            message = f"Các dòng cộng lại bằng {found}, dòng tổng ghi {one.total.text}; đối chiếu từng dòng."
            yield RULE.at(document, one.total.start, one.total.end, message, severity=severity)


def seen(document: CheckedDocument) -> Seen:
    """How many totals of columns there are, and how many can be added up."""
    known = document.once(column_sums)
    return Seen("ô tổng theo cột", len(known), sum(one.holds or _judged(one) is not None for one in known))


def _judged(one: Sum) -> Severity | None:
    """Sure when another column shows which rows are meant; probable when one wrong digit explains the difference."""
    if one.holds:
        return None
    if one.sure:
        return Severity.ERROR
    return Severity.WARNING if one.is_one_slip_away and len(one.addends) >= _FEWEST_ROWS else None


RULE = Rule(
    "SL008", "table-column-sum", "Dòng tổng của bảng không bằng tổng các dòng", Severity.ERROR, check, seen=seen
)

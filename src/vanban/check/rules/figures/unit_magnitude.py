"""SL004 unit-magnitude: tổng số và các phần lệch nhau đúng 10, 100, 1.000 lần.

Kiểm tra gì: tổng số và các phần nêu sau nó, quy về cùng đơn vị, lệch nhau đúng một lũy thừa của 10.
Vì sao: nhầm triệu với tỷ, hoặc thừa, thiếu một chữ số 0; các con số nhìn riêng đều có vẻ đúng.
Ví dụ: "kinh phí 12 tỷ đồng, gồm ngân sách tỉnh 7 triệu đồng, ngân sách xã 5 triệu đồng".
Nên viết: "kinh phí 12 tỷ đồng, gồm ngân sách tỉnh 7 tỷ đồng, ngân sách xã 5 tỷ đồng".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.breakdowns import breakdowns
from vanban.check.rules.figures.reading.numbers import shortest
from vanban.check.rules.figures.reading.slips import differs_by_a_power_of_ten
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FEWEST_PARTS = 2


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for totals whose parts make up a tenth, a thousandth … of them."""
    for breakdown in document.once(breakdowns):
        if len(breakdown.parts) < _FEWEST_PARTS or breakdown.holds:
            continue
        if differs_by_a_power_of_ten(breakdown.total.amount, breakdown.sum):
            large, small = sorted((breakdown.total.amount, breakdown.sum), reverse=True)
            times = shortest(large / small)
            message = f"Tổng số và các phần lệch nhau đúng {times} lần; xem lại đơn vị tính hoặc số chữ số 0."
            start = min(breakdown.total.start, breakdown.parts[0].start)
            yield RULE.at(document, start, breakdown.parts[-1].tail, message)


RULE = Rule("SL004", "unit-magnitude", "Tổng số và các phần lệch nhau về đơn vị tính", Severity.ERROR, check)

"""SL002 part-larger-than-whole: số của một phần lớn hơn số của toàn bộ.

Kiểm tra gì: phần nêu sau "trong đó", "gồm" lớn hơn tổng số cùng đơn vị; "a trên tổng số b" mà a lớn hơn b.
Vì sao: một trong hai số chắc chắn sai.
Ví dụ: "có 45 hộ, trong đó 54 hộ nghèo".
Nên viết: "có 54 hộ, trong đó 45 hộ nghèo".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.breakdowns import breakdowns
from vanban.check.rules.figures.reading.ratios import fractions
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare every part with its whole."""
    for breakdown in document.once(breakdowns):
        whole = breakdown.total
        largest = max([whole, *breakdown.others], key=lambda one: one.amount)
        for part in breakdown.parts:
            same = part.unit == whole.unit and whole.unit and not breakdown.apart
            if same and part.amount - part.slack > largest.amount + largest.slack:
                message = f"Phần ({part.text}) lớn hơn tổng số ({whole.text}); đối chiếu lại hai số."
                yield RULE.at(document, whole.start, part.tail, message)
    for fraction in document.once(fractions):
        joined = document.text[fraction.part.end : fraction.whole.start]
        if "tổng" in joined.lower() and fraction.part.amount > fraction.whole.amount:
            message = f"Phần ({fraction.part.text}) lớn hơn tổng số ({fraction.whole.text}); đối chiếu lại hai số."
            yield RULE.at(document, fraction.start, fraction.end, message)


RULE = Rule("SL002", "part-larger-than-whole", "Phần lớn hơn toàn bộ", Severity.ERROR, check)

"""TD007 number-leading-zero: số văn bản có một chữ số mà không thêm số 0.

Kiểm tra gì: số văn bản có một chữ số phải thêm số 0 phía trước.
Vì sao: số đủ hai chữ số khó bị viết chèn.
Ví dụ: "Số: 5/KH-UBND".
Nên viết: "Số: 05/KH-UBND".
Mức an toàn khi sửa: an toàn; chỉ thêm số 0.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at numbers of one digit."""
    number = number_of(document)
    if number is None or number.digits is None:
        return
    printed = document.text[number.digits.start : number.digits.end]
    if len(printed) == 1:
        message = f"Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: 0{printed}."
        yield RULE.at(document, number.digits.start, number.digits.end, message, expected=f"0{printed}")


RULE = Rule(
    "TD007", "number-leading-zero", "Số nhỏ hơn 10 không có số 0 phía trước", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.3"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

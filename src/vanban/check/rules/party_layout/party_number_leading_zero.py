"""TL004 party-number-leading-zero: số văn bản có một chữ số mà không thêm số 0.

Kiểm tra gì: số văn bản có một chữ số phải thêm số 0 phía trước.
Vì sao: số đủ hai chữ số khó bị viết chèn.
Ví dụ: "Số 5-KH/ĐU".
Nên viết: "Số 05-KH/ĐU".
Mức an toàn khi sửa: an toàn; chỉ thêm số 0.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at numbers of one digit."""
    number = number_of(document)
    digits = number.digits if number else None
    printed = document.text[digits.start : digits.end] if digits else ""
    if digits and len(printed) == 1:
        message = f"Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: 0{printed}."
        yield RULE.at(document, digits.start, digits.end, message, expected=f"0{printed}")


RULE = Rule(
    "TL004", "party-number-leading-zero", "Số nhỏ hơn 10 không có số 0 phía trước", Severity.WARNING, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.SAFE,
)  # fmt: skip

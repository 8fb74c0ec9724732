"""TD006 number-without-colon: dòng số, ký hiệu viết "Số" mà không có dấu hai chấm.

Kiểm tra gì: dòng số, ký hiệu bắt đầu bằng "Số:".
Vì sao: văn bản hành chính nhà nước có dấu hai chấm sau từ Số; văn bản của Đảng thì không.
Ví dụ: "Số 125/KH-UBND".
Nên viết: "Số: 125/KH-UBND".
Mức an toàn khi sửa: an toàn; chỉ thêm dấu hai chấm.
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
    """Look for the colon behind the word."""
    number = number_of(document)
    if number is None or number.colon:
        return
    message = "Sau từ “Số” phải có dấu hai chấm."
    yield RULE.at(document, number.word.start, number.word.end, message, expected="Số:")


RULE = Rule(
    "TD006", "number-without-colon", "Sau từ Số thiếu dấu hai chấm", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.3"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

"""TD010 letter-with-kind: ký hiệu công văn ghi CV.

Kiểm tra gì: ký hiệu công văn chỉ có chữ viết tắt cơ quan ban hành và đơn vị soạn thảo.
Vì sao: công văn không có tên loại nên không có chữ viết tắt.
Ví dụ: "Số: 125/CV-UBND".
Nên viết: "Số: 125/UBND-TH".
Mức an toàn khi sửa: cần người xem: phần đơn vị soạn thảo có thể còn thiếu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, LETTER_ABBREVIATIONS, annex
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for "CV" in the symbol of a letter."""
    number = number_of(document)
    if number is None or number.kind is None or document.structure.main.head.title_span:
        return
    printed = document.text[number.kind.start : number.kind.end]
    if printed in LETTER_ABBREVIATIONS:
        message = "Công văn không ghi chữ viết tắt tên loại: ký hiệu là tên viết tắt cơ quan và đơn vị soạn thảo."
        yield RULE.at(document, number.kind.start, number.kind.end, message)


RULE = Rule(
    "TD010", "letter-with-kind", "Công văn có chữ viết tắt tên loại trong ký hiệu", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.3"), valid_from=IN_FORCE,
)  # fmt: skip

"""TD008 symbol-spacing: trong số, ký hiệu có cách chữ hoặc gạch dài.

Kiểm tra gì: giữa số, dấu gạch chéo, dấu gạch nối và các nhóm chữ của ký hiệu không cách chữ; gạch nối là "-".
Vì sao: ký hiệu viết rời thì tra cứu không ra.
Ví dụ: "Số: 125 / KH - UBND".
Nên viết: "Số: 125/KH-UBND".
Mức an toàn khi sửa: an toàn; chỉ bỏ cách chữ, thay dấu gạch.
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
    """Look at the white space and dashes within number and symbol."""
    number = number_of(document)
    if number is None or number.symbol is None:
        return
    start = number.digits.start if number.digits else number.symbol.start
    printed = document.text[start : number.symbol.end]
    right = "".join(printed.split()).replace("–", "-").replace("—", "-")
    if printed != right:
        message = f"Số, ký hiệu viết liền, không cách chữ: {right}."
        yield RULE.at(document, start, number.symbol.end, message, expected=right)


RULE = Rule(
    "TD008", "symbol-spacing", "Số, ký hiệu có cách chữ hoặc dấu sai", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.3"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

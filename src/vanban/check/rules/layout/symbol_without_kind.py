"""TD011 symbol-without-kind: văn bản có tên loại mà ký hiệu chỉ có tên cơ quan.

Kiểm tra gì: văn bản có tên loại thì ký hiệu có chữ viết tắt tên loại.
Vì sao: thiếu chữ viết tắt thì ký hiệu trùng với ký hiệu công văn.
Ví dụ: tên loại "KẾ HOẠCH" với "Số: 125/UBND".
Nên viết: "Số: 125/KH-UBND".
Mức an toàn khi sửa: cần người xem.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import ABBREVIATIONS, IN_FORCE, abbreviation_of, annex
from vanban.check.rules.layout.reading.number import number_of, title_below_number
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_BODY = re.compile(r"(?:UBND|HĐND|TTg|VPCP|VP|UBMTTQ|S[A-ZĐ]{2,6}|B[A-ZĐ]{2,6})(?:-[\w&]+)?$")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a symbol that is the name of a body alone under a printed kind."""
    number, title = number_of(document), title_below_number(document)
    if number is None or number.symbol is None or title is None:
        return
    right = abbreviation_of(document.text[title.start : title.end].strip())
    printed = document.text[number.symbol.start : number.symbol.end]
    if right and _BODY.match(printed) and printed.partition("-")[0] not in ABBREVIATIONS.values():
        message = f"Văn bản có tên loại thì ký hiệu phải có chữ viết tắt tên loại “{right}”."
        yield RULE.at(document, number.symbol.start, number.symbol.end, message, expected=f"{right}-{printed}")


RULE = Rule(
    "TD011", "symbol-without-kind", "Ký hiệu thiếu chữ viết tắt tên loại", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.3"), valid_from=IN_FORCE, fix=Fix.PROPOSED,
)  # fmt: skip

"""TL005 party-symbol-form: số, ký hiệu không theo dạng số-tên loại/cơ quan.

Kiểm tra gì: giữa số và tên loại là gạch nối, giữa tên loại và cơ quan là gạch chéo, không cách chữ.
Vì sao: dạng số/loại-cơ quan là của văn bản nhà nước.
Ví dụ: "Số 16/CTr-TU".
Nên viết: "Số 16-CTr/TU".
Mức an toàn khi sửa: cần người xem.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FORM = re.compile(r"\d{1,6}[a-zA-Z]?-[A-ZĐ][A-Za-zĐ]*/[\w&-]+")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare number and symbol with the prescribed form."""
    number = number_of(document)
    if number is None or number.digits is None or number.symbol is None or number.kind is None:
        return
    printed = document.text[number.digits.start : number.symbol.end]
    if _FORM.fullmatch(printed):
        return
    digits = document.text[number.digits.start : number.digits.end]
    parts = re.split(r"[-/–]", "".join(document.text[number.symbol.start : number.symbol.end].split()))
    expected = f"{digits}-{parts[0]}/{'-'.join(parts[1:])}" if len(parts) > 1 else None
    message = "Số, ký hiệu văn bản của Đảng viết “số-tên loại/cơ quan”, không cách chữ."
    yield RULE.at(document, number.digits.start, number.symbol.end, message, expected=expected)


RULE = Rule(
    "TL005", "party-symbol-form", "Số, ký hiệu văn bản của Đảng không đúng dạng", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM, fix=Fix.PROPOSED,
)  # fmt: skip

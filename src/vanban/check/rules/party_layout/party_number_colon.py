"""TL003 party-number-colon: dòng số, ký hiệu của văn bản Đảng viết "Số:".

Kiểm tra gì: số, ký hiệu văn bản của Đảng viết "Số 16-CTr/TU", không có dấu hai chấm.
Vì sao: dấu hai chấm là của văn bản nhà nước.
Ví dụ: "Số: 16-CTr/TU".
Nên viết: "Số 16-CTr/TU".
Mức an toàn khi sửa: an toàn; chỉ bỏ dấu hai chấm.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a colon behind the word."""
    number = number_of(document)
    if number and number.colon:
        end = document.text.index(":", number.word.end) + 1
        message = "Văn bản của Đảng: sau từ “Số” không có dấu hai chấm."
        yield RULE.at(document, number.word.start, end, message, expected="Số")


RULE = Rule(
    "TL003", "party-number-colon", "Sau từ Số có dấu hai chấm", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM, fix=Fix.SAFE,
)  # fmt: skip

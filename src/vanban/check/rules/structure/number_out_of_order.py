"""CT003 number-out-of-order: số thứ tự đi lùi.

Kiểm tra gì: trong một danh sách, một số hoặc chữ thứ tự nhỏ hơn số của mục đứng ngay trước và khác số đầu.
Vì sao: các mục bị đảo, hoặc đánh số sai; viện dẫn sẽ sai.
Ví dụ: "1. …", "3. …", "2. …".
Nên viết: "1. …", "2. …", "3. …".
Mức an toàn khi sửa: không tự sửa; phải xem lại thứ tự các mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import lists_of
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for numbers that go back."""
    severity = unless_recognised(document, RULE.severity)
    for numbered in document.once(lists_of):
        for before, item in pairwise(numbered.items):
            if item.value < before.value:
                message = f"“{item.printed}” đứng sau “{before.printed}”: số thứ tự đi lùi."
                yield RULE.at(document, item.start, item.end_of_opening, message, severity=severity)


RULE = Rule("CT003", "number-out-of-order", "Số thứ tự đi lùi", Severity.ERROR, check)

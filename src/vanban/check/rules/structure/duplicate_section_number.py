"""CT001 duplicate-section-number: hai mục cùng cấp mang cùng một số.

Kiểm tra gì: hai điều, mục, khoản, điểm liền nhau cùng cấp in cùng một số hoặc chữ thứ tự, từ số thứ hai trở đi.
Vì sao: không thể viện dẫn đúng mục.
Ví dụ: "III. Nhiệm vụ" rồi lại "III. Tổ chức thực hiện".
Nên viết: "III. Nhiệm vụ", "IV. Tổ chức thực hiện".
Mức an toàn khi sửa: không tự sửa; các số sau có thể phải đổi theo.
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
    """Compare neighbours in every list of the document."""
    severity = unless_recognised(document, RULE.severity)
    for numbered in document.once(lists_of):
        for before, item in pairwise(numbered.items):
            if item.value == before.value:
                message = f"Số “{item.printed}” đã dùng cho mục ngay trước."
                yield RULE.at(document, item.start, item.end_of_opening, message, severity=severity)


RULE = Rule("CT001", "duplicate-section-number", "Số thứ tự của mục bị trùng", Severity.ERROR, check)

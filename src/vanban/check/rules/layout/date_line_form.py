"""TD013 date-line-form: ngày ban hành viết bằng số hoặc thiếu dấu phẩy sau địa danh.

Kiểm tra gì: sau địa danh có dấu phẩy; ngày, tháng, năm viết đủ chữ "ngày", "tháng", "năm".
Vì sao: dòng này là căn cứ tính hiệu lực, phải đọc được một cách.
Ví dụ: "Lạc Giang, 05/3/2026".
Nên viết: "Lạc Giang, ngày 05 tháng 3 năm 2026".
Mức an toàn khi sửa: không tự sửa; người soạn viết lại cả dòng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_IN_FIGURES = re.compile(r"[A-ZĐ][^\d,;:]{1,40},\s*(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*\.?")
_NO_COMMA = re.compile(r"[A-ZĐ][^\d,;:]{1,40}?\s+ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\s*\.?")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a line of the head that is a place with a date and not in the prescribed form."""
    if document.structure.main.head.date_span:
        return
    for line in form_of(document).top:
        if _IN_FIGURES.fullmatch(line.text):
            message = "Ngày ban hành phải viết đủ chữ: ngày … tháng … năm …"
            yield RULE.at(document, line.start, line.end, message)
        elif _NO_COMMA.fullmatch(line.text):
            yield RULE.at(document, line.start, line.end, "Sau địa danh phải có dấu phẩy.")


RULE = Rule(
    "TD013", "date-line-form", "Dòng địa danh, thời gian trình bày sai", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.4"), valid_from=IN_FORCE,
)  # fmt: skip

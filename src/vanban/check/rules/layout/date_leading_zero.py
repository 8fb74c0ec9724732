"""TD012 date-leading-zero: ngày nhỏ hơn 10 hoặc tháng 1, 2 viết một chữ số.

Kiểm tra gì: ngày nhỏ hơn 10 và tháng 1, tháng 2 ghi thêm số 0 phía trước.
Vì sao: ngày đủ hai chữ số khó bị viết chèn; hiệu lực tính từ ngày này.
Ví dụ: "Lạc Giang, ngày 5 tháng 2 năm 2026".
Nên viết: "Lạc Giang, ngày 05 tháng 02 năm 2026".
Mức an toàn khi sửa: an toàn; chỉ thêm số 0.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import is_beyond
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SHORT = re.compile(
    r"(?P<day>(?<=ngày)\s*(?P<d>[1-9])(?=\s+tháng))|(?P<month>(?<=tháng)\s*(?P<m>[12])(?=\s+năm))", re.I
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the day and the month of the document."""
    span = document.structure.main.head.date_span
    for found in _SHORT.finditer(document.text, span.start, span.end) if span and not is_beyond(document) else ():
        group = "d" if found["d"] else "m"
        word = "Ngày nhỏ hơn 10" if found["d"] else "Tháng 1, tháng 2"
        message = f"{word} phải ghi thêm số 0 phía trước: 0{found[group]}."
        yield RULE.at(document, found.start(group), found.end(group), message, expected=f"0{found[group]}")


RULE = Rule(
    "TD012", "date-leading-zero", "Ngày nhỏ hơn 10 hoặc tháng 1, 2 không có số 0 phía trước", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.4"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

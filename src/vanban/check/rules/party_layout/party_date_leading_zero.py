"""TL007 party-date-leading-zero: ngày nhỏ hơn 10 hoặc tháng 1, 2 viết một chữ số.

Kiểm tra gì: ngày nhỏ hơn 10 và tháng 1, tháng 2 ghi thêm số 0 phía trước.
Vì sao: ngày đủ hai chữ số khó bị viết chèn.
Ví dụ: "Lạc Giang, ngày 5 tháng 6 năm 2026".
Nên viết: "Lạc Giang, ngày 05 tháng 6 năm 2026".
Mức an toàn khi sửa: an toàn; chỉ thêm số 0.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import is_beyond
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SHORT = re.compile(r"(?<=ngày)\s*(?P<day>[1-9])(?=\s+tháng)|(?<=tháng)\s*(?P<month>[12])(?=\s+năm)", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the day and the month of the document."""
    span = document.structure.main.head.date_span
    for found in _SHORT.finditer(document.text, span.start, span.end) if span and not is_beyond(document) else ():
        group = "day" if found["day"] else "month"
        word = "Ngày nhỏ hơn 10" if found["day"] else "Tháng 1, tháng 2"
        message = f"{word} phải ghi thêm số 0 phía trước: 0{found[group]}."
        yield RULE.at(document, found.start(group), found.end(group), message, expected=f"0{found[group]}")


RULE = Rule(
    "TL007", "party-date-leading-zero", "Ngày, tháng nhỏ thiếu số 0 phía trước", Severity.WARNING, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.SAFE,
)  # fmt: skip

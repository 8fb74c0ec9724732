"""TL017 party-heading-form: sau số La Mã của đề mục là dấu chấm, gạch chéo hoặc ngoặc.

Kiểm tra gì: đề mục lớn viết "I- TÊN ĐỀ MỤC".
Vì sao: dấu chấm (I. …) là của văn bản nhà nước.
Ví dụ: "I. MỤC ĐÍCH, YÊU CẦU".
Nên viết: "I- MỤC ĐÍCH, YÊU CẦU".
Mức an toàn khi sửa: cần người xem khi thân văn bản viện dẫn đề mục.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks

_SIGN = re.compile(r"[IVX]{1,5}(?P<sign>\s*[.–/)])\s*(?=[^\W\d_]{2})")
_LONGEST = 200


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at headings in capitals that a Roman number begins."""
    for line in form_of(document).body:
        found = _SIGN.match(line.text) if line.text[:1] in "IVX" else None
        if found and marks.is_capitals(line.text[found.end() :]) and len(line.text) < _LONGEST:
            start, end = line.start + found.start("sign"), line.start + found.end("sign")
            message = "Văn bản của Đảng: sau số La Mã của đề mục là gạch nối (I- …)."
            yield RULE.at(document, start, end, message, expected="-")


RULE = Rule(
    "TL017", "party-heading-form", "Sau số La Mã của đề mục không phải gạch nối", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.PROPOSED,
)  # fmt: skip

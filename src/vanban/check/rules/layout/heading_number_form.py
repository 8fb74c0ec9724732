"""TD033 heading-number-form: sau số La Mã của đề mục là gạch nối, gạch chéo hoặc ngoặc.

Kiểm tra gì: đề mục lớn viết "I. TÊN ĐỀ MỤC".
Vì sao: văn bản nhà nước dùng dấu chấm; gạch nối (I- …) là của văn bản Đảng.
Ví dụ: "I- MỤC ĐÍCH, YÊU CẦU", "II/ NHIỆM VỤ".
Nên viết: "I. MỤC ĐÍCH, YÊU CẦU".
Mức an toàn khi sửa: cần người xem khi thân văn bản viện dẫn đề mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks

_SIGN = re.compile(r"(?P<number>[IVX]{1,5})(?P<sign>\s*[-–/)])\s*(?=[^\W\d_]{2})")
_LONGEST = 200


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at headings in capitals that a Roman number begins."""
    for line in form_of(document).body:
        found = _SIGN.match(line.text) if line.text[:1] in "IVX" else None
        if found and marks.is_capitals(line.text[found.end() :]) and len(line.text) < _LONGEST:
            start, end = line.start + found.start("sign"), line.start + found.end("sign")
            yield RULE.at(document, start, end, "Sau số La Mã của đề mục là dấu chấm.", expected=".")


RULE = Rule(
    "TD033", "heading-number-form", "Sau số La Mã của đề mục không phải dấu chấm", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.6"), valid_from=IN_FORCE, fix=Fix.PROPOSED,
)  # fmt: skip

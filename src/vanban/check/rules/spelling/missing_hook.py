"""CH005 missing-hook: nguyên âm đôi thiếu dấu móc hoặc dấu mũ.

Kiểm tra gì: "uơ", "ưo" trước phụ âm cuối (phải là "ươ"), "ie" (phải là "iê"), "uye" (phải là "uyê").
Vì sao: tiếng ấy không có trong tiếng Việt; thường do gõ thiếu một phím.
Ví dụ: "nguời dân", "trưòng học", "tiép nhận".
Nên viết: "người dân", "trường học", "tiếp nhận".
Mức an toàn khi sửa: sửa ngay được; chỉ có một cách thêm dấu cho đúng.
Căn cứ: quy tắc chính tả; cấu tạo của vần.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at double vowels without their hook or roof."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(document, (Kind.MISSING_HOOK,)):
        message = f"“{found.word}” thiếu dấu móc hoặc dấu mũ; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH005",
    "missing-hook",
    "Thiếu dấu móc, dấu mũ của nguyên âm đôi",
    Severity.ERROR,
    check,
    fix=Fix.SAFE,
)

"""TD022 filing-line-form: sau chữ "Lưu" không có dấu hai chấm.

Kiểm tra gì: sau chữ "Lưu" có dấu hai chấm rồi đến "VT".
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "- Lưu VT, TH.".
Nên viết: "- Lưu: VT, TH.".
Mức an toàn khi sửa: an toàn; chỉ thêm dấu hai chấm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_NO_COLON = re.compile(r"\bLưu(?=\s+(?:VT|VP|TH)\b)", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the colon in the filing line."""
    for entry in form_of(document).entries:
        found = _NO_COLON.search(document.text, entry.start, entry.end)
        if found:
            message = "Sau chữ “Lưu” phải có dấu hai chấm."
            yield RULE.at(document, found.start(), found.end(), message, expected=f"{found.group()}:")


RULE = Rule(
    "TD022", "filing-line-form", "Dòng Lưu trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

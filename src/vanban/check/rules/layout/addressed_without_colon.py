"""TD018 addressed-without-colon: sau "Kính gửi" không có dấu hai chấm.

Kiểm tra gì: dòng "Kính gửi" có dấu hai chấm.
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "Kính gửi Sở Y tế".
Nên viết: "Kính gửi: Sở Y tế".
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

_WORDS = re.compile(r"\s*kính\s+gửi(?P<colon>\s*:)?", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the colon."""
    line = form_of(document).addressed
    found = _WORDS.match(line.text) if line else None
    if line is None or found is None or found["colon"]:
        return
    printed = found.group().strip()
    start = line.start + found.end() - len(printed)
    end = line.start + found.end()
    yield RULE.at(document, start, end, "Sau “Kính gửi” phải có dấu hai chấm.", expected=f"{printed}:")


RULE = Rule(
    "TD018", "addressed-without-colon", "Sau Kính gửi thiếu dấu hai chấm", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

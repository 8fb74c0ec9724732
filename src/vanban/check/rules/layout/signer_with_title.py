"""TD026 signer-with-title: trước họ tên người ký có học hàm, học vị hoặc danh xưng.

Kiểm tra gì: không ghi học hàm, học vị, danh hiệu, Ông, Bà; trừ lực lượng vũ trang, đơn vị sự nghiệp.
Vì sao: người ký văn bản hành chính ký theo chức vụ.
Ví dụ: "ThS. Nguyễn Văn Mẫu".
Nên viết: "Nguyễn Văn Mẫu".
Mức an toàn khi sửa: cần người xem.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of, title_before_name
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_ALLOWED = re.compile(r"trường|viện\b|đại học|công an|quân sự|bộ đội|giáo dục|y tế|khoa học", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at what stands before the name of the signer."""
    line = form_of(document).signer
    span = title_before_name(line) if line else None
    if span is None or _ALLOWED.search(document.header.issuer or ""):
        return
    printed = document.text[span.start : span.end]
    yield RULE.at(document, span.start, span.end, f"Trước họ tên người ký không ghi “{printed}”.")


RULE = Rule(
    "TD026", "signer-with-title", "Trước họ tên người ký có học hàm, học vị, danh xưng", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.7"), valid_from=IN_FORCE,
)  # fmt: skip

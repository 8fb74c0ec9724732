"""TD015 missing-issuer: phần đầu có Quốc hiệu mà không có tên cơ quan ban hành.

Kiểm tra gì: phần đầu có Quốc hiệu thì có tên cơ quan ban hành.
Vì sao: không có tên cơ quan thì không biết ai chịu trách nhiệm về văn bản.
Ví dụ: phần đầu chỉ có Quốc hiệu, Tiêu ngữ và "Số: 125/KH-UBND".
Nên viết: "ỦY BAN NHÂN DÂN TỈNH LẠC GIANG" ở bên trái Quốc hiệu.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a body above the number when the national name is printed."""
    national = form_of(document).national
    if national and document.structure.main.head.issuer is None:
        message = "Thiếu tên cơ quan, tổ chức ban hành văn bản ở bên trái Quốc hiệu."
        yield RULE.at(document, national.start, national.end, message)


RULE = Rule(
    "TD015", "missing-issuer", "Thiếu tên cơ quan ban hành", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.2"), valid_from=IN_FORCE,
)  # fmt: skip

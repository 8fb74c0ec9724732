"""TD004 national-name-form: dòng Quốc hiệu sai dấu hoặc không viết hoa toàn bộ.

Kiểm tra gì: dòng Quốc hiệu có đủ chữ, viết hoa toàn bộ, đúng dấu.
Vì sao: Quốc hiệu là thành phần cố định, sai một dấu là sai thể thức.
Ví dụ: "Cộng hòa xã hội chủ nghĩa Việt Nam" ở đầu trang.
Nên viết: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".
Mức an toàn khi sửa: an toàn; chỉ thay bằng dạng cố định.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the national name with its fixed form; both tone placements of HÒA are right."""
    span = form_of(document).national
    if span is None:
        return
    printed = document.text[span.start : span.end]
    if " ".join(printed.split()) not in _RIGHT:
        yield RULE.at(document, span.start, span.end, f"Quốc hiệu phải là “{_RIGHT[0]}”.", expected=_RIGHT[0])


RULE = Rule(
    "TD004", "national-name-form", "Quốc hiệu viết sai", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.1"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

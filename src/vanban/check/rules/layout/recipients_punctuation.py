"""TD023 recipients-punctuation: danh sách nơi nhận kết thúc dòng bằng dấu khác quy định.

Kiểm tra gì: cuối mỗi dòng nơi nhận là dấu chấm phẩy, cuối dòng Lưu là dấu chấm.
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "- Như trên," và "- Lưu: VT" không có dấu.
Nên viết: "- Như trên;" và "- Lưu: VT.".
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối dòng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.list_ends import wrong_ends
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the end of every recipient."""
    for end in wrong_ends(document, form_of(document).entries, between=";", last="."):
        yield RULE.at(document, end.start, end.end, end.message, expected=end.expected)


RULE = Rule(
    "TD023", "recipients-punctuation", "Dấu câu trong nơi nhận không đúng", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

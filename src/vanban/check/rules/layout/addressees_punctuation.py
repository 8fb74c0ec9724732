"""TD019 addressees-punctuation: danh sách nơi gửi kết thúc dòng bằng dấu khác quy định.

Kiểm tra gì: danh sách nơi gửi gạch đầu dòng: cuối mỗi dòng dấu chấm phẩy, cuối dòng cuối cùng dấu chấm.
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "- Sở Y tế," rồi "- Sở Nội vụ;".
Nên viết: "- Sở Y tế;" rồi "- Sở Nội vụ.".
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
    """Look at the end of every addressee of a list."""
    for end in wrong_ends(document, form_of(document).addressees, between=";", last="."):
        yield RULE.at(document, end.start, end.end, end.message, expected=end.expected)


RULE = Rule(
    "TD019", "addressees-punctuation", "Dấu câu sau các nơi gửi không đúng", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

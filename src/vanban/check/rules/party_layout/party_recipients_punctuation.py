"""TL013 party-recipients-punctuation: từ 27/5/2026, danh sách nơi nhận kết thúc dòng bằng dấu khác dấu chấm phẩy.

Kiểm tra gì: cuối mỗi dòng nơi nhận là dấu chấm phẩy, cuối dòng Lưu là dấu chấm.
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "- Thường trực Tỉnh ủy,".
Nên viết: "- Thường trực Tỉnh ủy;" và "- Lưu Văn phòng.".
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối dòng.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.list_ends import wrong_ends
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the end of every recipient."""
    for end in wrong_ends(document, form_of(document).entries, between=";", last="."):
        yield RULE.at(document, end.start, end.end, end.message, expected=end.expected)


RULE = Rule(
    "TL013", "party-recipients-punctuation", "Dấu câu trong nơi nhận không đúng", Severity.INFO, check,
    scope=Scope.PARTY, needs=frozenset({Need.DATE}), basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.SAFE,
)  # fmt: skip

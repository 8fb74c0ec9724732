"""TL014 party-recipients-commas: trước 27/5/2026, danh sách nơi nhận kết thúc dòng bằng dấu khác dấu phẩy.

Kiểm tra gì: cuối mỗi dòng nơi nhận là dấu phẩy, cuối dòng Lưu là dấu chấm; áp dụng cho văn bản trước ngày 27/5/2026.
Vì sao: dạng thống nhất của phần nơi nhận.
Ví dụ: "- Thường trực Tỉnh ủy;".
Nên viết: "- Thường trực Tỉnh ủy," và "- Lưu Văn phòng.".
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối dòng.
Căn cứ: Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.list_ends import wrong_ends
from vanban.check.rules.party_layout.reading.guide import GUIDE_2018, GUIDE_2018_FROM, GUIDE_2018_LAST
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the end of every recipient."""
    for end in wrong_ends(document, form_of(document).entries, between=",", last="."):
        yield RULE.at(document, end.start, end.end, end.message, expected=end.expected)


RULE = Rule(
    "TL014", "party-recipients-commas", "Dấu câu trong nơi nhận không đúng (trước 27/5/2026)", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2018, valid_from=GUIDE_2018_FROM, valid_to=GUIDE_2018_LAST, fix=Fix.SAFE,
)  # fmt: skip

"""TL002 national-name-in-party-document: văn bản của Đảng in Quốc hiệu hoặc Tiêu ngữ.

Kiểm tra gì: văn bản của Đảng không ghi Quốc hiệu và Tiêu ngữ của văn bản nhà nước.
Vì sao: hai hệ thống có thể thức riêng.
Ví dụ: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" trên công văn của tỉnh ủy.
Nên viết: "ĐẢNG CỘNG SẢN VIỆT NAM".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the national name or the motto."""
    form = form_of(document)
    span = form.national or form.motto
    if span:
        message = "Văn bản của Đảng dùng tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”, không có Quốc hiệu, Tiêu ngữ."
        yield RULE.at(document, span.start, span.end, message)


RULE = Rule(
    "TL002", "national-name-in-party-document", "Văn bản của Đảng có Quốc hiệu, Tiêu ngữ", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM,
)  # fmt: skip

"""TL001 missing-party-title: phần đầu văn bản của Đảng không có "ĐẢNG CỘNG SẢN VIỆT NAM".

Kiểm tra gì: văn bản của Đảng có số hoặc nơi nhận thì có "ĐẢNG CỘNG SẢN VIỆT NAM" ở đầu trang.
Vì sao: tiêu đề là thành phần thể thức bắt buộc.
Ví dụ: phần đầu chỉ có tên đảng bộ và số.
Nên viết: "ĐẢNG CỘNG SẢN VIỆT NAM" ở đầu trang, bên phải.
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
    """One finding at the first line of the head; formats other than Word may have lost the letterhead on the way."""
    form = form_of(document)
    head = document.structure.main.head
    if form.party or not form.head or not (form.recipients or head.number_span or head.title_span):
        return
    line = form.head[0]
    severity = Severity.WARNING if document.layout else Severity.INFO
    message = "Thiếu tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” ở đầu văn bản."
    yield RULE.at(document, line.start, line.end, message, severity=severity)


RULE = Rule(
    "TL001", "missing-party-title", "Thiếu tiêu đề Đảng Cộng sản Việt Nam", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM,
)  # fmt: skip

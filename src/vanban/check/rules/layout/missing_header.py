"""TD003 missing-header: phần đầu văn bản không có Quốc hiệu và Tiêu ngữ.

Kiểm tra gì: văn bản có tên loại, số hoặc nơi nhận mà phần đầu không có Quốc hiệu và Tiêu ngữ.
Vì sao: Quốc hiệu, Tiêu ngữ là thành phần thể thức bắt buộc; thiếu thì chưa phải văn bản ban hành.
Ví dụ: văn bản mở đầu bằng "KẾ HOẠCH".
Nên viết: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" và "Độc lập - Tự do - Hạnh phúc" ở đầu trang, bên phải.
Mức an toàn khi sửa: không tự sửa; khối đầu trang trình bày bằng bảng hai cột.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """One finding at the first line of the head; formats other than Word may have lost the letterhead on the way."""
    form = form_of(document)
    if form.national or form.motto or not form.head or document.header.side == "front":
        return
    if form.recipients or document.structure.main.head.number_span or document.structure.main.head.title_span:
        line = form.head[0]
        message = "Thiếu Quốc hiệu và Tiêu ngữ ở đầu văn bản."
        severity = Severity.WARNING if document.layout else Severity.INFO
        yield RULE.at(document, line.start, line.end, message, severity=severity)


RULE = Rule(
    "TD003", "missing-header", "Thiếu Quốc hiệu, Tiêu ngữ", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.1"), valid_from=IN_FORCE,
)  # fmt: skip

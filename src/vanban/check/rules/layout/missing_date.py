"""TD002 missing-date: thiếu ngày, tháng, năm ban hành.

Kiểm tra gì: dòng địa danh, thời gian để trống ngày hoặc tháng, hoặc văn bản có tên loại mà không có dòng ấy.
Vì sao: hiệu lực và thời hạn tính từ ngày ban hành.
Ví dụ: "Lạc Giang, ngày tháng 02 năm 2026".
Nên viết: "Lạc Giang, ngày 09 tháng 02 năm 2026".
Mức an toàn khi sửa: không tự sửa; ngày ghi khi ký ban hành.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.layout.reading.decree import annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Span

_FULL_DATE = 10


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the date of the main document."""
    head = document.structure.main.head
    if head.issued_on and len(head.issued_on) == _FULL_DATE:
        return
    if head.date_span:
        yield _finding(document.text, head.date_span, "Thiếu ngày ban hành.")
    elif head.title_span:
        yield _finding(document.text, head.title_span, "Thiếu địa danh và ngày, tháng, năm ban hành.")


def _finding(text: str, span: Span, message: str) -> Finding:
    return Finding(RULE.code, RULE.name, Severity.WARNING, text[span.start : span.end], span.start, span.end, message)


RULE = Rule(
    "TD002", "missing-date", "Thiếu ngày, tháng, năm ban hành", Severity.WARNING, check, basis=annex("mục II.4")
)

"""TD001 missing-number: thiếu số hoặc số, ký hiệu văn bản.

Kiểm tra gì: dòng "Số:" để trống số, hoặc văn bản có tên loại mà không có dòng số, ký hiệu.
Vì sao: văn bản không có số thì không vào sổ, không viện dẫn được.
Ví dụ: "Số: /UBND-TH".
Nên viết: "Số: 125/UBND-TH".
Mức an toàn khi sửa: không tự sửa; số do văn thư cấp khi ban hành.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.layout.reading.decree import annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Span


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the number of the main document."""
    head = document.structure.main.head
    if head.number:
        return
    if head.number_span:
        yield _finding(document.text, head.number_span, "Thiếu số văn bản.")
    elif head.title_span:
        yield _finding(document.text, head.title_span, "Thiếu số và ký hiệu văn bản.")


def _finding(text: str, span: Span, message: str) -> Finding:
    return Finding(RULE.code, RULE.name, Severity.WARNING, text[span.start : span.end], span.start, span.end, message)


RULE = Rule("TD001", "missing-number", "Thiếu số, ký hiệu văn bản", Severity.WARNING, check, basis=annex("mục II.3"))

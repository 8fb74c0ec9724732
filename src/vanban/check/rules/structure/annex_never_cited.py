"""CT012 annex-never-cited: có phụ lục mà nội dung không nhắc đến.

Kiểm tra gì: văn bản kèm phụ lục nhưng phần nội dung không có chữ "phụ lục", "kèm theo", "danh mục", "biểu", "bảng"
hay "đính kèm".
Vì sao: người đọc không biết dùng phụ lục vào việc gì; thường là phụ lục của văn bản khác sót lại.
Ví dụ: văn bản có "PHỤ LỤC" ở cuối mà không mục nào viết "theo Phụ lục kèm theo".
Nên viết: nhắc đến phụ lục ở mục giao việc liên quan.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III: trong văn bản phải có chỉ dẫn về phụ lục.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.annexes import annex_titles
from vanban.check.outline import own_parts
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.lines import Line
from vanban.structure.parts import Part

_POINTER = re.compile(r"phụ\s+lục|kèm\s+theo|danh\s+(?:mục|sách)|biểu|bảng|đính\s+kèm|theo\s+mẫu|đề\s+cương", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a pointer to the annexes in the text of the document."""
    titles = document.once(annex_titles)
    if not titles or any(_POINTER.search(line.text) for part in own_parts(document) for line in _lines(part.part)):
        return
    line = titles[0].line
    yield RULE.at(document, line.start, line.end, "Nội dung văn bản không chỉ dẫn đến phụ lục này.")


def _lines(part: Part) -> Iterator[Line]:
    yield from part.head
    yield from part.body
    yield from part.foot


RULE = Rule("CT012", "annex-never-cited", "Phụ lục không được nhắc đến", Severity.WARNING, check)

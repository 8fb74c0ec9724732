"""TD037 text-colour: chữ có màu khác màu đen.

Kiểm tra gì: chữ của văn bản màu đen.
Vì sao: chữ màu thường là dấu vết soạn thảo còn sót.
Ví dụ: một câu chữ đỏ.
Nên viết: toàn bộ chữ đen.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục I.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_ADDRESS = re.compile(r"@|https?:|www\.|\.vn\b")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the colour of every run with letters; Word colours addresses of the net by itself."""
    for paragraph in document.layout.paragraphs if document.layout else ():
        for run in paragraph.runs:
            words = document.text[run.start : run.end]
            if not run.face.black and any(map(str.isalnum, words)) and not _ADDRESS.search(words):
                yield RULE.at(document, run.start, run.end, "Chữ phải màu đen; xem có phải dấu vết soạn thảo còn sót.")


RULE = Rule(
    "TD037", "text-colour", "Chữ không phải màu đen", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.4"), valid_from=IN_FORCE,
)  # fmt: skip

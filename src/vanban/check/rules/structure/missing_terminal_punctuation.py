"""CT021 missing-terminal-punctuation: mục thiếu dấu câu ở cuối.

Kiểm tra gì: trong một dãy mục liền nhau (từ ba mục), mục không có dấu ở cuối trong khi mọi mục khác đều có.
Vì sao: người đọc không biết câu đã hết hay còn thiếu chữ.
Ví dụ: "- Rà soát;", "- Kiểm tra", "- Tổng hợp."
Nên viết: "- Rà soát;", "- Kiểm tra;", "- Tổng hợp."
Mức an toàn khi sửa: đề nghị thêm dấu của các mục cùng dãy.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.check.terminal_signs import items_in_rows, sign_of
from vanban.results import Finding, Severity
from vanban.structure.lines import Line


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at rows of items where one lacks the sign that all others have."""
    if is_recognised(document):
        return
    for row in document.once(items_in_rows):
        signs = [sign_of(line) for line in row]
        bare = [line for line, sign in zip(row, signs, strict=True) if not sign]
        if len(row) >= _FEWEST and len(bare) == 1:
            yield _finding(document, bare[0], next(sign for sign in signs if sign))


_FEWEST = 3


def _finding(document: CheckedDocument, line: Line, sign: str) -> Finding:
    start = max(document.text.rfind(" ", line.start, line.end) + 1, line.start)
    word = document.text[start : line.end]
    return RULE.at(
        document, start, line.end, f"Thiếu dấu câu ở cuối mục (các mục khác có “{sign}”).", expected=word + sign
    )


RULE = Rule(
    "CT021",
    "missing-terminal-punctuation",
    "Mục thiếu dấu câu ở cuối",
    Severity.INFO,
    check,
    fix=Fix.PROPOSED,
)

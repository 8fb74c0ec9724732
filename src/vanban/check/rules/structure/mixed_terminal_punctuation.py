"""CT022 mixed-terminal-punctuation: các mục cùng dãy kết thúc bằng dấu khác nhau.

Kiểm tra gì: trong một dãy mục liền nhau (từ bốn mục), trừ mục cuối, một mục dùng dấu chấm phẩy hoặc dấu chấm khác
hẳn các mục còn lại.
Vì sao: trình bày không thống nhất.
Ví dụ: "- Rà soát;", "- Kiểm tra.", "- Đôn đốc;", "- Tổng hợp."
Nên viết: "- Rà soát;", "- Kiểm tra;", "- Đôn đốc;", "- Tổng hợp."
Mức an toàn khi sửa: đề nghị thay bằng dấu của các mục cùng dãy.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.check.terminal_signs import items_in_rows, sign_of
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at rows of items where one ends otherwise than all others but the last."""
    if is_recognised(document):
        return
    for row in document.once(items_in_rows):
        signs = [sign_of(line) for line in row[:-1]]
        if len(row) < _FEWEST or not set(signs) <= {";", "."}:
            continue
        for line, sign in zip(row[:-1], signs, strict=True):
            if signs.count(sign) == 1:
                other = "." if sign == ";" else ";"
                message = f"Mục này kết thúc bằng “{sign}”, các mục khác bằng “{other}”."
                yield RULE.at(document, line.end - 1, line.end, message, expected=other)


_FEWEST = 4


RULE = Rule(
    "CT022",
    "mixed-terminal-punctuation",
    "Dấu cuối mục không thống nhất",
    Severity.INFO,
    check,
    fix=Fix.PROPOSED,
)

"""TD050 first-line-indent: dòng đầu đoạn không lùi 1 cm hoặc 1,27 cm.

Kiểm tra gì: dòng đầu mỗi đoạn lùi vào 1 cm hoặc 1,27 cm.
Vì sao: thống nhất cách trình bày.
Ví dụ: đoạn văn không lùi đầu dòng.
Nên viết: đoạn văn lùi đầu dòng 1 cm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import millimetres
from vanban.check.subject import CheckedDocument
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_LEAST, _LARGEST = 9.4, 13.3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    shape = paragraph.shape
    indent = shape.first_line + shape.left
    if shape.listed or _LEAST <= indent <= _LARGEST:
        return None
    return f"Dòng đầu đoạn lùi {millimetres(indent)} mm, quy định 10 mm hoặc 12,7 mm"


RULE = Rule(
    "TD050", "first-line-indent", "Dòng đầu đoạn lùi không đúng", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip

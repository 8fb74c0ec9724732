"""TD051 paragraph-spacing: khoảng cách giữa các đoạn dưới 6 pt.

Kiểm tra gì: giữa các đoạn cách nhau tối thiểu 6 pt.
Vì sao: đoạn dính nhau khó đọc.
Ví dụ: đoạn văn cách đoạn trên 0 pt.
Nên viết: đoạn văn cách đoạn trên 6 pt.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_LEAST = 6.0


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    shape = paragraph.shape
    if max(shape.before, shape.after) >= _LEAST or shape.before + shape.after >= _LEAST:
        return None
    return f"Khoảng cách giữa các đoạn {shape.before + shape.after:g} pt, quy định tối thiểu 6 pt".replace(".", ",")


RULE = Rule(
    "TD051", "paragraph-spacing", "Khoảng cách giữa các đoạn nhỏ hơn 6 pt", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip

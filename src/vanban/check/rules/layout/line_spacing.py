"""TD052 line-spacing: khoảng cách dòng nhỏ hơn dòng đơn hoặc lớn hơn 1,5 dòng.

Kiểm tra gì: khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng.
Vì sao: dòng sát khó đọc, dòng thưa làm dài văn bản.
Ví dụ: khoảng cách dòng 2.
Nên viết: khoảng cách dòng đơn hoặc 18 pt.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong, lines_of
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_LEAST, _LARGEST = 0.95, 1.55


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    lines = lines_of(paragraph)
    if lines is None or _LEAST <= lines <= _LARGEST:
        return None
    return f"Khoảng cách dòng bằng {lines:.2g} dòng đơn, quy định 1-1,5".replace(".", ",")


RULE = Rule(
    "TD052", "line-spacing", "Khoảng cách dòng không đúng", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip

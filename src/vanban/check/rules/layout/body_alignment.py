"""TD049 body-alignment: đoạn văn không canh đều hai bên.

Kiểm tra gì: nội dung canh đều cả hai lề.
Vì sao: thống nhất cách trình bày.
Ví dụ: đoạn văn canh trái.
Nên viết: đoạn văn canh đều hai bên.
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
from vanban.types import Alignment


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    if paragraph.shape.alignment in {Alignment.JUSTIFY, Alignment.UNKNOWN}:
        return None
    return "Nội dung chưa canh đều hai bên"


RULE = Rule(
    "TD049", "body-alignment", "Nội dung chưa canh đều hai bên", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip

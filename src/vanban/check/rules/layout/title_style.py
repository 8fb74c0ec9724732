"""TD046 title-style: tên loại, trích yếu không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: tên loại cỡ chữ 13-14, viết hoa, đứng, đậm, canh giữa.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: tên loại cỡ 16.
Nên viết: tên loại cỡ 14, viết hoa, đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Alignment

_LOOK = Prescribed(sizes=(13, 14), bold=True, italic=False, capitals=True, alignment=Alignment.CENTER)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = document.structure.main.head.title_span
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Tên loại: {'; '.join(found)}.")


RULE = Rule(
    "TD046", "title-style", "Tên loại, trích yếu trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.5"), valid_from=IN_FORCE,
)  # fmt: skip

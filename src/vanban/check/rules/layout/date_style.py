"""TD045 date-style: địa danh, thời gian không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: địa danh và thời gian cỡ chữ 13-14, nghiêng, không đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: dòng ngày, tháng, năm kiểu chữ đứng.
Nên viết: dòng ngày, tháng, năm cỡ 14, nghiêng.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(13, 14), bold=False, italic=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = document.structure.main.head.date_span
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Địa danh, thời gian: {'; '.join(found)}.")


RULE = Rule(
    "TD045", "date-style", "Địa danh, thời gian trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.4"), valid_from=IN_FORCE,
)  # fmt: skip

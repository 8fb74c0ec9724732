"""TD044 number-style: số, ký hiệu không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: số, ký hiệu cỡ chữ 13, đứng, không đậm, canh giữa dưới tên cơ quan.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: số, ký hiệu cỡ 14, đậm.
Nên viết: số, ký hiệu cỡ 13.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(13, 13), bold=False, italic=False)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = document.structure.main.head.number_span
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Số, ký hiệu: {'; '.join(found)}.")


RULE = Rule(
    "TD044", "number-style", "Số, ký hiệu trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.3"), valid_from=IN_FORCE,
)  # fmt: skip

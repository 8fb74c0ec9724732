"""TD041 national-name-style: Quốc hiệu không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: cỡ chữ 12-13, chữ đứng, đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: Quốc hiệu cỡ 14, không đậm.
Nên viết: Quốc hiệu cỡ 13, đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(12, 13), bold=True, italic=False)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = form_of(document).national
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Quốc hiệu: {'; '.join(found)}.")


RULE = Rule(
    "TD041", "national-name-style", "Quốc hiệu trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.1"), valid_from=IN_FORCE,
)  # fmt: skip

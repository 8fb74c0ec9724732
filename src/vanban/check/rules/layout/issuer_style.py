"""TD043 issuer-style: tên cơ quan ban hành không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: tên cơ quan ban hành cỡ chữ 12-13, viết hoa, đứng, đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: tên cơ quan không đậm.
Nên viết: tên cơ quan cỡ 13, viết hoa, đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.layout.reading.pages import issuer_line
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(12, 13), bold=True, italic=False, capitals=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    line = issuer_line(document)
    found = faults(document, line.start, line.end, _LOOK) if line else []
    if line and found:
        yield RULE.at(document, line.start, line.end, f"Tên cơ quan ban hành: {'; '.join(found)}.")


RULE = Rule(
    "TD043", "issuer-style", "Tên cơ quan ban hành trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.2"), valid_from=IN_FORCE,
)  # fmt: skip

"""TD054 capacity-style: quyền hạn, chức vụ người ký không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: quyền hạn, chức vụ cỡ chữ 13-14, viết hoa, đứng, đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: chức vụ không đậm.
Nên viết: chức vụ cỡ 14, viết hoa, đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.7.
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

_LOOK = Prescribed(sizes=(13, 14), bold=True, italic=False, capitals=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    for line in form_of(document).capacities:
        found = faults(document, line.start, line.end, _LOOK)
        if found:
            yield RULE.at(document, line.start, line.end, f"Quyền hạn, chức vụ: {'; '.join(found)}.")


RULE = Rule(
    "TD054", "capacity-style", "Quyền hạn, chức vụ người ký trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.7"), valid_from=IN_FORCE,
)  # fmt: skip

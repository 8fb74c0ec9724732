"""TD053 grounds-style: căn cứ không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: các căn cứ cỡ chữ 13-14, nghiêng.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: căn cứ kiểu chữ đứng.
Nên viết: căn cứ kiểu chữ nghiêng.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
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

_LOOK = Prescribed(sizes=(13, 14), italic=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    for line in form_of(document).grounds:
        found = faults(document, line.start, line.end, _LOOK)
        if found:
            yield RULE.at(document, line.start, line.end, f"Căn cứ: {'; '.join(found)}.")
            return


RULE = Rule(
    "TD053", "grounds-style", "Căn cứ trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip

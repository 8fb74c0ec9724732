"""TD055 signer-style: họ tên người ký không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: họ tên người ký cỡ chữ 13-14, đứng, đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: họ tên không đậm.
Nên viết: họ tên cỡ 14, đậm.
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

_LOOK = Prescribed(sizes=(13, 14), bold=True, italic=False)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = form_of(document).signer
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Họ tên người ký: {'; '.join(found)}.")


RULE = Rule(
    "TD055", "signer-style", "Họ tên người ký trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.7"), valid_from=IN_FORCE,
)  # fmt: skip

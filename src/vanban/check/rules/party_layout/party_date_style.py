"""TL027 party-date-style: địa danh, thời gian không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: địa danh và thời gian cỡ chữ 13-14, nghiêng.
Vì sao: thống nhất thể thức.
Ví dụ: dòng ngày, tháng, năm kiểu chữ đứng.
Nên viết: dòng ngày, tháng, năm cỡ 14, nghiêng.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(13, 14), italic=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = document.structure.main.head.date_span
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Địa danh, thời gian: {'; '.join(found)}.")


RULE = Rule(
    "TL027", "party-date-style", "Địa danh, thời gian trình bày sai", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip

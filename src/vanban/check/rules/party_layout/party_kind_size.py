"""TL029 party-kind-size: tên loại không đúng cỡ chữ quy định.

Kiểm tra gì: tên loại cỡ chữ 14-15 (các nguồn ghi khác nhau nên quy tắc đang thử nghiệm).
Vì sao: thống nhất thể thức.
Ví dụ: tên loại cỡ 18.
Nên viết: tên loại cỡ 15.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope, Status
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(14, 15))


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = document.structure.main.head.title_span
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Tên loại: {'; '.join(found)}.")


RULE = Rule(
    "TL029", "party-kind-size", "Cỡ chữ tên loại không đúng", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, status=Status.PREVIEW,
)  # fmt: skip

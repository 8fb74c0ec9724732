"""TL025 party-title-size: tiêu đề Đảng Cộng sản Việt Nam không đúng cỡ chữ quy định.

Kiểm tra gì: tiêu đề cỡ chữ 13-14 (các nguồn ghi khác nhau nên quy tắc đang thử nghiệm).
Vì sao: thống nhất thể thức.
Ví dụ: tiêu đề cỡ 16.
Nên viết: tiêu đề cỡ 14.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope, Status
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOK = Prescribed(sizes=(13, 14))


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    span = form_of(document).party
    found = faults(document, span.start, span.end, _LOOK) if span else []
    if span and found:
        yield RULE.at(document, span.start, span.end, f"Tiêu đề: {'; '.join(found)}.")


RULE = Rule(
    "TL025", "party-title-size", "Cỡ chữ tiêu đề Đảng Cộng sản Việt Nam không đúng", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, status=Status.PREVIEW,
)  # fmt: skip

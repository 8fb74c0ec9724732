"""TL030 party-capacity-style: thẩm quyền, chức vụ người ký không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: thể thức đề ký, chức vụ viết hoa, không đậm; họ tên người ký đậm.
Vì sao: chức vụ in đậm là của văn bản nhà nước.
Ví dụ: "PHÓ BÍ THƯ" in đậm.
Nên viết: "PHÓ BÍ THƯ" không đậm, họ tên đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_POST = re.compile(r"(?:PHÓ\s+)?(?:BÍ\s+THƯ|CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+BAN|CHỦ\s+NHIỆM)\b")
_CAPACITY = Prescribed(bold=False, capitals=True)
_NAME = Prescribed(bold=True)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every post above the name, and at the name."""
    form = form_of(document)
    for line in form.capacities:
        found = faults(document, line.start, line.end, _CAPACITY) if _POST.match(line.text) else []
        if found:
            yield RULE.at(document, line.start, line.end, f"Chức vụ: {'; '.join(found)}.")
    name = form.signer
    found = faults(document, name.start, name.end, _NAME) if name else []
    if name and found:
        yield RULE.at(document, name.start, name.end, f"Họ tên người ký: {'; '.join(found)}.")


RULE = Rule(
    "TL030", "party-capacity-style", "Thẩm quyền, chức vụ người ký trình bày sai", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip

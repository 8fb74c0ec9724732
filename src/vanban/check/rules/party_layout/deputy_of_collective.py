"""TL011 deputy-of-collective: ký thay mặt tập thể cấp ủy mà có dòng K/T BÍ THƯ.

Kiểm tra gì: ký thay mặt cấp ủy (T/M) thì phó bí thư ký ngay dưới T/M, không có dòng "K/T BÍ THƯ".
Vì sao: cấp ủy làm việc theo chế độ tập thể: phó bí thư ký thay mặt tập thể, không ký thay bí thư.
Ví dụ: "T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ".
Nên viết: "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_COLLECTIVE = re.compile(r"T\s*/?\s*M\b.*\b(?:BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|(?:ĐẢNG|TỈNH|CẤP)\s+(?:ỦY|UỶ))")
_STANDS_IN = re.compile(r"K\s*/?\s*T\b\.?\s*BÍ\s+THƯ")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for both marks in one signature."""
    lines = form_of(document).capacities
    if any(_COLLECTIVE.match(line.text) for line in lines):
        for line in lines:
            if _STANDS_IN.match(line.text):
                message = "Ký thay mặt tập thể cấp ủy thì không có dòng “K/T BÍ THƯ”."
                yield RULE.at(document, line.start, line.end, message)


RULE = Rule(
    "TL011", "deputy-of-collective", "Cấp phó ký thay mặt tập thể cấp ủy mà ghi K/T", Severity.WARNING, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip

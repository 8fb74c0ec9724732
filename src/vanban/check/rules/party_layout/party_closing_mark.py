"""TL012 party-closing-mark: câu cuối văn bản của Đảng kết thúc bằng ./..

Kiểm tra gì: văn bản của Đảng kết thúc bằng dấu chấm.
Vì sao: dấu "./." là của văn bản nhà nước.
Ví dụ: "… triển khai thực hiện./."
Nên viết: "… triển khai thực hiện."
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối câu cuối.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_END = re.compile(r"[./\s]*/[./\s]*$")
_REACH = 8


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a slash at the end of the body."""
    line = form_of(document).closing
    found = _END.search(line.text, max(0, len(line.text) - _REACH)) if line else None
    if line and found:
        message = "Văn bản của Đảng kết thúc bằng dấu chấm, không dùng “./.”."
        yield RULE.at(document, line.start + found.start(), line.end, message, expected=".")


RULE = Rule(
    "TL012", "party-closing-mark", "Cuối văn bản của Đảng có dấu ./.", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.SAFE,
)  # fmt: skip

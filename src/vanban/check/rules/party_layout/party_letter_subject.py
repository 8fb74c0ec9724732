"""TL008 party-letter-subject: trích yếu công văn của Đảng mở đầu bằng V/v.

Kiểm tra gì: trích yếu công văn của Đảng không có "V/v" phía trước.
Vì sao: "V/v" là của văn bản nhà nước.
Ví dụ: "V/v chuẩn bị đại hội chi bộ".
Nên viết: "Chuẩn bị đại hội chi bộ".
Mức an toàn khi sửa: cần người xem: chữ đầu trích yếu phải viết hoa lại.
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

_ABBREVIATION = re.compile(r"(?:^|(?<=\s))v\s*/\s*v(?:\s*:)?(?=\s)", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the abbreviation in the lines of the head."""
    for line in form_of(document).head:
        found = _ABBREVIATION.search(line.text)
        if found:
            message = "Trích yếu công văn của Đảng không ghi “V/v”."
            yield RULE.at(document, line.start + found.start(), line.start + found.end(), message)
            return


RULE = Rule(
    "TL008", "party-letter-subject", "Trích yếu công văn của Đảng có V/v", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip

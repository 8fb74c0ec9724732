"""TL010 authorisation-mark: phần ký của văn bản Đảng ghi thừa ủy quyền.

Kiểm tra gì: văn bản của Đảng không ký "T/U", "TUQ.".
Vì sao: văn bản của Đảng không có hình thức ký thừa ủy quyền.
Ví dụ: "TUQ. BÍ THƯ".
Nên viết: "T/L BAN THƯỜNG VỤ" hoặc "K/T" theo đúng thẩm quyền.
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
from vanban.structure import marks

_MARK = re.compile(r"(?:T\s*/\s*U(?:\s*/?\s*Q)?|TUQ)\b(?:\s*[./])?")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the mark before a capacity."""
    for line in form_of(document).foot:
        found = _MARK.match(line.text) if marks.is_capitals(line.text) else None
        if found:
            message = "Văn bản của Đảng không có hình thức ký thừa ủy quyền (T/U, TUQ.)."
            yield RULE.at(document, line.start, line.start + found.end(), message)


RULE = Rule(
    "TL010", "authorisation-mark", "Thẩm quyền ký ghi T/U hoặc TUQ.", Severity.WARNING, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip

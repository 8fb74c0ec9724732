"""TL016 missing-party-filing-line: nơi nhận không có dòng Lưu.

Kiểm tra gì: dòng cuối của nơi nhận là "- Lưu …".
Vì sao: không có dòng Lưu thì không biết bản gốc lưu ở đâu.
Ví dụ: "Nơi nhận:" chỉ có "- Như trên.".
Nên viết: "- Lưu Văn phòng Tỉnh ủy." ở dòng cuối.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FILED = re.compile(r"\bLưu\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the filing line among the entries."""
    form = form_of(document)
    heading = form.recipients
    if heading is None or not form.entries:
        return
    if not _FILED.search(document.text, heading.start, form.foot[-1].end):
        message = "Nơi nhận thiếu dòng “- Lưu …” ở cuối."
        yield RULE.at(document, heading.start, heading.end, message)


RULE = Rule(
    "TL016", "missing-party-filing-line", "Nơi nhận thiếu dòng Lưu", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM,
)  # fmt: skip

"""TD021 missing-filing-line: nơi nhận không có dòng Lưu.

Kiểm tra gì: dòng cuối của nơi nhận là "- Lưu: VT, …".
Vì sao: không có dòng Lưu thì không biết bản gốc lưu ở đâu.
Ví dụ: "Nơi nhận:" chỉ có "- Như trên.".
Nên viết: "- Lưu: VT, TH." ở dòng cuối.
Mức an toàn khi sửa: không tự sửa; đơn vị soạn thảo do người soạn ghi.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FILED = re.compile(r"\bLưu\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the filing line among the entries."""
    form = form_of(document)
    heading = form.recipients
    if heading is None or not form.entries:
        return
    listed = document.text[heading.start : form.foot[-1].end]
    if not _FILED.search(listed):
        message = "Nơi nhận thiếu dòng “- Lưu: VT, …” ở cuối."
        yield RULE.at(document, heading.start, heading.end, message)


RULE = Rule(
    "TD021", "missing-filing-line", "Nơi nhận thiếu dòng Lưu", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE,
)  # fmt: skip

"""TD027 missing-closing-mark: câu cuối văn bản không có dấu ./..

Kiểm tra gì: sau câu cuối của văn bản có dấu chấm, gạch chéo, dấu chấm "./.".
Vì sao: dấu kết thúc cho biết văn bản không còn nội dung nào nữa.
Ví dụ: câu cuối "… triển khai thực hiện."
Nên viết: câu cuối "… triển khai thực hiện./."
Mức an toàn khi sửa: cần người xem: chỗ kết thúc do máy nhận ra.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_END = re.compile(r"(?P<mark>[.…;,]?)\s*$")
_SENTENCE, _NEAR = 5, 12


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the end of the last line of the body; what has a slash there is another rule's."""
    line = form_of(document).closing
    found = _END.search(line.text) if line else None
    if line is None or found is None or "/" in line.text[-_NEAR:] or len(line.text.split()) < _SENTENCE:
        return
    start = line.start + found.start("mark")
    begin = max(line.start, document.text.rfind(" ", line.start, start) + 1)
    expected = document.text[begin:start] + "./."
    yield RULE.at(document, begin, line.end, "Cuối văn bản phải có dấu “./.”.", expected=expected)


RULE = Rule(
    "TD027", "missing-closing-mark", "Cuối văn bản thiếu dấu kết thúc ./.", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.6"), valid_from=IN_FORCE, fix=Fix.PROPOSED,
)  # fmt: skip

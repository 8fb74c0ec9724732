"""TD028 closing-mark-form: câu cuối văn bản có gạch chéo mà không phải dấu ./..

Kiểm tra gì: dấu kết thúc văn bản là "./.".
Vì sao: dạng thống nhất.
Ví dụ: "… triển khai thực hiện./"
Nên viết: "… triển khai thực hiện./."
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối câu cuối.
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

_END = re.compile(r"[./\s]*/[./\s]*$")
_RIGHT = "./."
_REACH = 8


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at a mark with a slash at the end of the body."""
    line = form_of(document).closing
    found = _END.search(line.text, max(0, len(line.text) - _REACH)) if line else None
    if line is not None and found is not None and found.group() != _RIGHT:
        start = line.start + found.start()
        message = "Dấu kết thúc văn bản phải là “./.”."
        yield RULE.at(document, start, line.end, message, expected=_RIGHT)


RULE = Rule(
    "TD028", "closing-mark-form", "Dấu kết thúc văn bản viết sai", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.6"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip

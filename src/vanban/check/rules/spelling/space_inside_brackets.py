"""CH017 space-inside-brackets: thừa dấu cách bên trong ngoặc đơn, ngoặc kép.

Kiểm tra gì: dấu cách ngay sau "(" hoặc “, ngay trước ")" hoặc ”.
Vì sao: dấu ngoặc phải viết liền phần bên trong.
Ví dụ: "( nếu có )".
Nên viết: "(nếu có)".
Mức an toàn khi sửa: sửa ngay được.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SPACED = re.compile(r"[(“] [^\s()“”]{1,30}|[^\s()“”]{1,30} [)”]")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for spaces between brackets or quotes and what they enclose."""
    if is_recognised(document):
        return
    for found in _SPACED.finditer(document.text):
        if in_body(document, found.start()) and any(char.isalnum() for char in found.group()):
            opens = found.group()[0] in "(“"
            sign = found.group()[0] if opens else found.group()[-1]
            message = f"Thừa dấu cách {'sau' if opens else 'trước'} dấu “{sign}”."
            yield RULE.at(document, found.start(), found.end(), message, expected=found.group().replace(" ", "", 1))


RULE = Rule("CH017", "space-inside-brackets", "Thừa dấu cách trong ngoặc", Severity.INFO, check, fix=Fix.SAFE)

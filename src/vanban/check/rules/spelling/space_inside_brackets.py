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
from vanban.text.sought import find_all

_SPACED = re.compile(r"[(“] (?=\S)|(?<=\S) [)”]")
_OPENS = re.compile(r"[(“ ](?=[ )”])")
_WORD = re.compile(r"[^\s()“”]{1,30}")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for spaces between brackets or quotes and what they enclose."""
    if is_recognised(document):
        return
    text = document.text
    for found in find_all(_SPACED, _OPENS, text):
        opens = found.group()[0] != " "
        start, end = _with_word(text, found, opens=opens)
        if in_body(document, start) and any(char.isalnum() for char in text[start:end]):
            sign = found.group().strip()
            message = f"Thừa dấu cách {'sau' if opens else 'trước'} dấu “{sign}”."
            yield RULE.at(document, start, end, message, expected=text[start:end].replace(" ", "", 1))


def _with_word(text: str, found: re.Match[str], *, opens: bool) -> tuple[int, int]:
    """The sign with the word it should touch."""
    if opens:
        word = _WORD.match(text, found.end())
        return found.start(), word.end() if word else found.end()
    start = found.start()
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "()“”":
        start -= 1
    return start, found.end()


RULE = Rule("CH017", "space-inside-brackets", "Thừa dấu cách trong ngoặc", Severity.INFO, check, fix=Fix.SAFE)

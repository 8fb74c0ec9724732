"""CH015 space-before-punctuation: thừa dấu cách trước dấu câu.

Kiểm tra gì: dấu cách đứng trước dấu phẩy, chấm phẩy, hai chấm, chấm. Dấu lửng không tính.
Vì sao: dấu câu phải viết liền chữ đứng trước; dấu cách thừa làm dấu câu rơi xuống dòng sau.
Ví dụ: "rà soát , kiểm tra".
Nên viết: "rà soát, kiểm tra".
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

_SPACED = re.compile(r" ([,;:.])(?=\s|$)", re.MULTILINE)

_LONGEST_WORD = 60


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a space between a word and the sign behind it."""
    if is_recognised(document):
        return
    text = document.text
    for found in _SPACED.finditer(text):
        last = text[found.start() - 1 : found.start()]
        if (last.isalnum() or last in ')”"%') and in_body(document, found.start()):
            first = max(0, found.start() - _LONGEST_WORD)
            start = max(text.rfind(space, first, found.start()) for space in " \n\t") + 1 or first
            message = f"Thừa dấu cách trước dấu “{found.group(1)}”."
            expected = text[start : found.start()] + found.group(1)
            yield RULE.at(document, start, found.end(), message, expected=expected)


RULE = Rule("CH015", "space-before-punctuation", "Thừa dấu cách trước dấu câu", Severity.INFO, check, fix=Fix.SAFE)

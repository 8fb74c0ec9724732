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

_SPACED = re.compile(r"(?P<word>[^\s,;:.]{1,30}) (?P<sign>[,;:.])(?=\s|$)", re.MULTILINE)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a space between a word and the sign behind it."""
    if is_recognised(document):
        return
    for found in _SPACED.finditer(document.text):
        ends_a_word = found["word"][-1].isalnum() or found["word"][-1] in ')”"%'
        if ends_a_word and in_body(document, found.start()):
            message = f"Thừa dấu cách trước dấu “{found['sign']}”."
            yield RULE.at(document, found.start(), found.end(), message, expected=found["word"] + found["sign"])


RULE = Rule("CH015", "space-before-punctuation", "Thừa dấu cách trước dấu câu", Severity.INFO, check, fix=Fix.SAFE)

"""TD029 annex-number-form: có từ hai phụ lục mà đánh số bằng chữ số Ả Rập.

Kiểm tra gì: có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.
Vì sao: thống nhất cách gọi phụ lục trong thân văn bản.
Ví dụ: "Phụ lục 1", "Phụ lục số 02".
Nên viết: "Phụ lục I", "Phụ lục II".
Mức an toàn khi sửa: cần người xem: thân văn bản có thể viện dẫn số cũ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.parts import PartKind

_NUMBER = re.compile(r"\s*Phụ\s+lục\s+(?:số\s*)?(?P<number>\d{1,2})\b", re.I)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the headings of annexes when there are two or more."""
    annexes = [part.part for part in document.structure.parts if part.part.kind is PartKind.ANNEX and part.part.head]
    numbered = [(part.head[0], _NUMBER.match(part.head[0].text)) for part in annexes]
    if len(annexes) < 2:
        return
    for line, found in numbered:
        if found:
            value = int(found["number"])
            expected = _ROMAN[value] if 0 < value < len(_ROMAN) else None
            start, end = line.start + found.start("number"), line.start + found.end("number")
            message = "Phụ lục được đánh số bằng chữ số La Mã."
            yield RULE.at(document, start, end, message, expected=expected)


RULE = Rule(
    "TD029", "annex-number-form", "Phụ lục đánh số không bằng chữ số La Mã", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục III.1"), valid_from=IN_FORCE, fix=Fix.PROPOSED,
)  # fmt: skip

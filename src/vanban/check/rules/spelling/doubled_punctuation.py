"""CH014 doubled-punctuation: hai dấu câu đứng liền nhau.

Kiểm tra gì: ",,", ";;", "::", ",.", ";.", ",;" và tương tự. Dấu lửng, "./.", dấu chấm của chữ viết tắt ("v.v.;")
không tính.
Vì sao: không rõ câu ngắt hay hết.
Ví dụ: "rà soát,, kiểm tra;.".
Nên viết: "rà soát, kiểm tra.".
Mức an toàn khi sửa: sửa ngay được khi cùng một dấu gõ hai lần, hoặc khi dấu chấm kết thúc dòng.
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

_DOUBLED = re.compile(r"(?<![.…])([,;:]) ?([,;:.])(?![.…\d/)])|(?<![.…vV])\.[,;:](?![.…])")
_OPENS = re.compile(r"[,;:.](?=[ ,;:.])")
_ABBREVIATION = re.compile(r"(?:v\.v|[A-ZĐ]|TP|Tp|tr|đ/c|Ths|ThS|TS)$")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for two signs where one is meant."""
    if is_recognised(document):
        return
    text = document.text
    for found in find_all(_DOUBLED, _OPENS, text):
        if found.group(1) is None and _ABBREVIATION.search(text[max(0, found.start() - 4) : found.start()]):
            continue
        if in_body(document, found.start()):
            message = f"Hai dấu câu “{found.group()}” liền nhau."
            yield RULE.at(document, found.start(), found.end(), message, expected=_meant(text, found))


def _meant(text: str, found: re.Match[str]) -> str | None:
    """The one sign that is meant, when that is certain."""
    first, second = found.group()[0], found.group()[-1]
    if first == second:
        return first
    ends = text[found.end() : found.end() + 1] in ("", "\n")
    return second if second == "." and ends else None


RULE = Rule("CH014", "doubled-punctuation", "Hai dấu câu liền nhau", Severity.WARNING, check, fix=Fix.SAFE)

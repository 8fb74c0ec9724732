"""CH016 no-space-after-punctuation: thiếu dấu cách sau dấu câu.

Kiểm tra gì: dấu phẩy, chấm phẩy, hai chấm viết liền chữ đứng sau; dấu chấm viết liền chữ hoa mở câu sau; chữ viết
liền dấu mở ngoặc. Địa chỉ thư, trang mạng, số hiệu và chữ viết tắt ("TP.HCM") không tính.
Vì sao: hai từ dính vào nhau, máy tìm kiếm không nhận ra từ.
Ví dụ: "rà soát,kiểm tra.Tổng hợp".
Nên viết: "rà soát, kiểm tra. Tổng hợp".
Mức an toàn khi sửa: sửa ngay được.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.words import Words, is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.letters import CAPITALS

_SIGN = re.compile(r"[,;:.(](?=[^\W\d_])")
_BEGINS_SENTENCE = re.compile(rf"[{CAPITALS}][^\W\d_{CAPITALS}]")
_SMALL_WORD = re.compile(rf"[^\W\d_{CAPITALS}]{{3}}")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a word that touches the sign before it."""
    if is_recognised(document):
        return
    words = document.once(Words.of)
    for found in _SIGN.finditer(document.text):
        if not _is_glued(document.text, found) or not in_body(document, found.start()):
            continue
        if not words.in_code(words.at_offset(found.start())):
            sign = found.group()
            message = "Thiếu dấu cách trước dấu mở ngoặc." if sign == "(" else f"Thiếu dấu cách sau dấu “{sign}”."
            expected = f" {sign}" if sign == "(" else f"{sign} "
            yield RULE.at(document, found.start(), found.end(), message, expected=expected)


def _is_glued(text: str, found: re.Match[str]) -> bool:
    """True between two words of running text; a stop must end a small word and a capital begin the next sentence."""
    before = text[max(0, found.start() - 2) : found.start()]
    if len(before) < len("ab") or not before.isalpha():
        return False
    sign, at = found.group(), found.end()
    if sign in ",;":
        return True
    if not before.islower():
        return False
    if sign == ".":
        return _BEGINS_SENTENCE.match(text, at) is not None
    return sign == ":" or _SMALL_WORD.match(text, at) is not None


RULE = Rule("CH016", "no-space-after-punctuation", "Thiếu dấu cách sau dấu câu", Severity.INFO, check, fix=Fix.SAFE)

"""CH030 foreign-letter: chữ cái của bảng chữ khác lẫn trong từ tiếng Việt.

Kiểm tra gì: chữ Kirin, chữ Hy Lạp có hình giống chữ La-tinh trong một từ; "ð" thay "đ"; các chữ do phông cũ chuyển
sai ("ngǜ", "kǶ").
Vì sao: mắt không thấy khác nhưng máy tìm kiếm, ký số và đối chiếu không nhận ra từ.
Ví dụ: "ðã ban hành" (ð của tiếng Iceland).
Nên viết: "đã ban hành".
Mức an toàn khi sửa: sửa ngay được khi chỉ có một chữ đúng tương ứng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I: bộ mã Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐðƉǜǛǶƕ",
    "ABESIJKMHOPCTYXaesijopcyxdABEZHIKMNOPTYXoĐđĐũŨỳỳ",
)
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052fÐðƉǛǜǶƕ][\u0370-\u03ff\u0400-\u052fÐðƉǛǜǶƕ]*")
_WORD_BEFORE = re.compile(r"[^\W\d_]*$")
_WORD = re.compile(r"[^\W\d_]*")
_LONGEST_WORD = 20
_LATIN = re.compile(r"[A-Za-zÀ-ỹĐđ]")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for words that mix alphabets; a word in Greek or Cyrillic alone is a word of that language."""
    if document.text.isascii():
        return
    severity = unless_recognised(document, RULE.severity)
    done = 0
    for found in _FOREIGN.finditer(document.text):
        if found.start() < done:
            continue
        start, done = _word(document.text, found)
        word = document.text[start:done]
        right = word.translate(_LOOKALIKES)
        if _LATIN.search(word) and right != word:
            clean = _FOREIGN.search(right) is None
            message = f"“{word}” có chữ cái của bảng chữ khác" + (f"; viết “{right}”." if clean else ".")
            yield RULE.at(document, start, done, message, expected=right if clean else None, severity=severity)


def _word(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The word around the letter."""
    before = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    after = _WORD.match(text, found.start())
    return before.start() if before else found.start(), after.end() if after else found.end()


RULE = Rule("CH030", "foreign-letter", "Chữ cái của bảng chữ khác", Severity.ERROR, check, fix=Fix.SAFE)

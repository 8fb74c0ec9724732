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
_FOREIGN = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u052fÐðƉǛǜǶƕ][^\W\d_]*")
_LATIN = re.compile(r"[A-Za-zÀ-ỹĐđ]")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for words that mix alphabets; a word in Greek or Cyrillic alone is a word of that language."""
    if document.text.isascii():
        return
    severity = unless_recognised(document, RULE.severity)
    for found in _FOREIGN.finditer(document.text):
        word = found.group()
        right = word.translate(_LOOKALIKES)
        if _LATIN.search(word) and right != word:
            clean = _FOREIGN.fullmatch(right) is None
            message = f"“{word}” có chữ cái của bảng chữ khác" + (f"; viết “{right}”." if clean else ".")
            yield RULE.at(
                document, found.start(), found.end(), message, expected=right if clean else None, severity=severity
            )


RULE = Rule("CH030", "foreign-letter", "Chữ cái của bảng chữ khác", Severity.ERROR, check, fix=Fix.SAFE)

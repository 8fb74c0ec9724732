"""CH024 small-letter-after-stop: viết thường chữ đầu câu sau dấu chấm.

Kiểm tra gì: sau dấu chấm kết thúc câu trong một đoạn là chữ thường. Chữ viết tắt ("v.v.", "TP.", "tr.") và dấu lửng
không tính.
Vì sao: chữ đầu câu phải viết hoa; cũng có thể dấu chấm gõ nhầm thay dấu phẩy.
Ví dụ: "đã rà soát hồ sơ. tổng hợp báo cáo".
Nên viết: "đã rà soát hồ sơ. Tổng hợp báo cáo".
Mức an toàn khi sửa: đề nghị sửa; có thể dấu chấm mới là chỗ sai.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục I: viết hoa vì phép đặt câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.grammar import is_syllable
from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SMALL = re.compile(r"\. (?=[^\W\d_A-ZĐ])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}$")
_LONGEST_WORD = 12
_ABBREVIATIONS = frozenset({"tr", "tp", "ts", "gs", "ths", "vv", "st", "nxb", "tx", "đc", "ks", "bs", "cn"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a small letter behind a full stop."""
    if is_recognised(document):
        return
    text = document.text
    for found in _SMALL.finditer(text):
        word = _WORD.match(text, found.end())
        before = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        if word and before and _begins(before.group(), word.group()) and in_body(document, found.start()):
            message = f"Chữ đầu câu “{word.group()}” viết thường, hoặc dấu chấm gõ nhầm."
            yield RULE.at(document, word.start(), word.end(), message, expected=word.group().capitalize())


def _begins(before: str, word: str) -> bool:
    """True when the stop ends a sentence and no abbreviation, and a Vietnamese word in small letters follows."""
    return before.islower() and before not in _ABBREVIATIONS and word.islower() and is_syllable(word)


RULE = Rule("CH024", "small-letter-after-stop", "Viết thường đầu câu", Severity.WARNING, check, fix=Fix.PROPOSED)

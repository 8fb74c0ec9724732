"""CH027 letter-digit-mix: lẫn chữ và số có hình giống nhau.

Kiểm tra gì: chữ O, o, l, I trong con số ("2O26", "ngày l5"); số 1, 0 đầu một tiếng mà thay bằng l, o thì thành từ
("1ao động").
Vì sao: máy tính không nhận ra con số; lỗi thường gặp của máy nhận dạng và của người gõ nhanh.
Ví dụ: "năm 2O26", "người 1ao động".
Nên viết: "năm 2026", "người lao động".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại con số.
Căn cứ: quy tắc chính tả.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.grammar import is_syllable
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.sought import find_all

_MIXED = re.compile(r"(?<![\w/.-])(?:(?:\d+[OolI]|[OolI]+\d)[\dOolI]*(?![\w-])|[10][^\W\d_]{2,5}(?![\w/-]))")
_OPENS = re.compile(r"[\dOolI](?<![\w/.-].)(?=\w)")
_BEFORE_NUMBER = re.compile(r"(?:[Nn]gày|[Tt]háng|[Nn]ăm) $")
_WINDOW = 8
_LONG_NUMBER = range(3, 6)
_DIGITS = str.maketrans("OolI", "0011")
_LETTERS = str.maketrans("10", "lo")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for letters in numbers and for digits in words."""
    severity = unless_recognised(document, RULE.severity)
    for found in find_all(_MIXED, _OPENS, document.text):
        meant = _meant(document.text, found)
        if meant:
            message = f"“{found.group()}” lẫn chữ và số; có lẽ là “{meant}”."
            yield RULE.at(document, found.start(), found.end(), message, expected=meant, severity=severity)


def _meant(text: str, found: re.Match[str]) -> str | None:
    """The number or the word that is meant; None for units and formulas ("1ha", "O2")."""
    mixed = found.group()
    if set(mixed) <= _SIGNS_OF_NUMBERS:
        dated = _BEFORE_NUMBER.search(text[max(0, found.start() - _WINDOW) : found.start()]) is not None
        return mixed.translate(_DIGITS) if dated or len(mixed) in _LONG_NUMBER else None
    word = mixed.translate(_LETTERS)
    spelt = is_syllable(word.lower()) and (not word.isascii() or word in _TONELESS)
    return word if spelt else None


_SIGNS_OF_NUMBERS = frozenset("0123456789OolI")
_TONELESS = frozenset({"lao", "lan", "loan", "long", "lên", "linh", "lai"})


RULE = Rule("CH027", "letter-digit-mix", "Lẫn chữ và số", Severity.WARNING, check, fix=Fix.PROPOSED)

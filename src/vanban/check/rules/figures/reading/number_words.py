"""Vietnamese number words read as numbers: "mười hai" is 12, "một triệu hai trăm nghìn" is 1 200 000."""

from __future__ import annotations

import re

UNITS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
"""The words that announce short lists."""

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_GROUPS = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_FILLERS = frozenset({"lẻ", "linh", "và", "chẵn"})
_KNOWN = frozenset({*_DIGITS, *_GROUPS, *_FILLERS, "mười", "mươi", "trăm"})
_LARGEST = 10**9
_WORD = re.compile(r"[^\W\d_]+")


def read_words(words: str) -> int | None:
    """The number the words say, or None when they are not all number words or do not follow the grammar."""
    tokens = [word.lower() for word in _WORD.findall(words)]
    if not tokens or not _KNOWN.issuperset(tokens):
        return None
    total, last = 0, 10**12
    group: list[str] = []
    for word in tokens:
        scale = _GROUPS.get(word)
        if scale is None:
            group.append(word)
            continue
        value = _group(group) if group else None
        multiplies = value is None and total > 0 and scale == _LARGEST
        if not multiplies and (value is None or scale >= last):
            return None
        total = total * scale if value is None else total + value * scale
        last, group = scale, []
    rest = _group(group) if group else 0
    return None if rest is None else total + rest


def _group(words: list[str]) -> int | None:
    """The value of up to three digits in words: hundreds, tens, ones; None when they come in another order."""
    total, last = 0, 1000
    digit: int | None = None
    for word in words:
        if word in _FILLERS:
            continue
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
            continue
        place = 100 if word == "trăm" else 10
        if place >= last or (digit is None) != (word == "mười"):
            return None
        total, last, digit = total + (1 if digit is None else digit) * place, place, None
    return total + (digit or 0)

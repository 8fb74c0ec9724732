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
_WORD = re.compile(r"[^\W\d_]+")


def read_words(words: str) -> int | None:
    """The number the words say, or None when they are not all number words or do not follow the grammar."""
    tokens = [word.lower() for word in _WORD.findall(words)]
    if not tokens or not _KNOWN.issuperset(tokens):
        return None
    total, group, pending = 0, 0, None
    for word in tokens:
        if word in _DIGITS:
            if pending is not None:
                return None
            pending = _DIGITS[word]
        elif word in _GROUPS:
            total += (group + (pending or 0)) * _GROUPS[word]
            group, pending = 0, None
        elif word not in _FILLERS:
            ten = _within_group(word, pending)
            if ten is None:
                return None
            group, pending = group + ten, None
    return total + group + (pending or 0)


def _within_group(word: str, pending: int | None) -> int | None:
    """The value of "trăm", "mươi", "mười" with the digit before it."""
    if word == "mười":
        return 10 if pending is None else None
    if pending is None:
        return None
    return pending * (100 if word == "trăm" else 10)

"""The words of a document, cut once and shared by every rule of spelling."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from vanban.check.language.grammar import key_of
from vanban.check.subject import CheckedDocument
from vanban.results import Severity
from vanban.text.sought import find_all
from vanban.text.tokens import Tokens, cut
from vanban.types import NoticeCode

_IN_CODE = re.compile(r"@|://|www\.|\.(?:vn|com|gov|org|net|edu|html|pdf|docx?|xlsx?)\b|\d[-/][A-ZĐ\d]")
"""What addresses of mail and web, file names and numbers of documents have inside."""
_CODE_OPENS = re.compile(r"[@:w.\d](?:(?<=@)|(?=//|ww|[-/]|[a-z]))")
_SPACE = re.compile(r"\s|$")
_LONGEST_CODE = 200
_BRACKETS = '(“"[;,'


class Words(Tokens):
    """Tokens of the whole text with their keys (lower case, one tone placement); codes and addresses are known."""

    __slots__ = ("_code_ends", "_code_starts", "keys", "positions")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends, self.words = cut(text, 0, len(text))
        small = {word: word.lower() for word in set(self.words)}
        keys = {word: key_of(lowered) for word, lowered in small.items()}
        self.lower = [small[word] for word in self.words]
        self.keys = [keys[word] for word in self.words]
        positions: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(self.keys):
            positions[key].append(index)
        self.positions: dict[str, list[int]] = dict(positions)
        codes = [_around(text, found.start()) for found in find_all(_IN_CODE, _CODE_OPENS, text)]
        self._code_starts = [start for start, _ in codes]
        self._code_ends = [end for _, end in codes]

    def in_code(self, index: int) -> bool:
        """True when the token lies in an address, a file name or the symbol of a document."""
        at = bisect_right(self._code_starts, self.starts[index]) - 1
        return at >= 0 and self.ends[index] <= self._code_ends[at]

    def joined(self, index: int) -> bool:
        """True when exactly one space parts the token from the next one."""
        return (
            index + 1 < len(self.starts)
            and self.starts[index + 1] == self.ends[index] + 1
            and self.text[self.ends[index]] == " "
        )

    def glued(self, index: int) -> bool:
        """True when a digit or one of the signs of codes touches the token ("A1", "R&D", "e_mail")."""
        before = self.text[self.starts[index] - 1] if self.starts[index] else " "
        after = self.text[self.ends[index]] if self.ends[index] < len(self.text) else " "
        return before in _GLUE or after in _GLUE or before.isdigit() or after.isdigit()

    @classmethod
    def of(cls, document: CheckedDocument) -> Words:
        """The words of ``document``; ask for them with ``document.once(Words.of)``."""
        return cls(document.text)


def _around(text: str, at: int) -> tuple[int, int]:
    """The run of characters without a space around ``at``, opening brackets left out."""
    first = max(0, at - _LONGEST_CODE)
    start = max(text.rfind(space, first, at) for space in " \n\t") + 1 or first
    while start < at and text[start] in _BRACKETS:
        start += 1
    end = _SPACE.search(text, at, at + _LONGEST_CODE)
    return start, end.start() if end else min(len(text), at + _LONGEST_CODE)


_GLUE = frozenset("/&@_\\+'’")


def is_recognised(document: CheckedDocument) -> bool:
    """True when the text was read from pictures: a slip may be the machine's, not the author's."""
    return any(notice.code is NoticeCode.RECOGNISED_TEXT for notice in document.structure.document.notices)


def unless_recognised(document: CheckedDocument, severity: Severity) -> Severity:
    """``severity``, or info where a slip may be one of the machine that read the picture."""
    return Severity.INFO if is_recognised(document) else severity


def like(word: str, replacement: str) -> str:
    """``replacement`` (lower case) in the capitals of ``word``."""
    if len(word) > 1 and word.isupper():
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if word[:1].isupper() else replacement


def like_phrase(written: str, replacement: str) -> str:
    """``replacement`` (small letters) in the capitals of the phrase it stands for, word by word where they match."""
    old, new = written.split(), replacement.split()
    if len(old) != len(new) and not written.isupper():
        capitals = {word.lower(): word for word in old if word[0].isupper()}
        return " ".join(capitals.get(word, word) for word in new)
    if written.isupper():
        return like(written, replacement)
    return " ".join(like(before, after) for before, after in zip(old, new, strict=True))

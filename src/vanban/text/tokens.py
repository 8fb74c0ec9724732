"""Tokens of a stretch of text and an index of phrases over them.

Looking a phrase up by its first word keeps the cost of a large lexicon independent of its size.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_CUT = re.compile(rf"({_TOKEN.pattern})")


def cut(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and words of the tokens of ``text[start:end]``.

    Splitting gives gaps and tokens in turn, whose lengths add up to the offsets: no match object for each token.
    """
    pieces = _CUT.split(text if start == 0 and end == len(text) else text[start:end])
    offsets = list(accumulate(map(len, pieces), initial=start))
    return offsets[1:-1:2], offsets[2::2], pieces[1::2]


class Tokens:
    """Words, numbers and signs of ``text[start:end]`` with their offsets."""

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self.starts, self.ends, self.words = cut(text, start, len(text) if end is None else end)
        self.lower = [*map(str.lower, self.words)]

    def __len__(self) -> int:
        return len(self.words)

    def at_offset(self, offset: int) -> int:
        """Index of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def is_capital(self, index: int) -> bool:
        """True when the token begins with a capital letter."""
        return index < len(self.words) and self.words[index][0].isupper()

    def slice(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


class PhraseIndex:
    """Finds the longest of many phrases at a token. Case counts unless ``ignore_case``."""

    def __init__(self, phrases: Iterable[str], *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        listed = {tuple(_TOKEN.findall(phrase.lower() if ignore_case else phrase)) for phrase in phrases}
        self._by_first: dict[str, dict[int, set[tuple[str, ...]]]] = {}
        for words in sorted(listed, key=len, reverse=True):
            self._by_first.setdefault(words[0], {}).setdefault(len(words), set()).add(words)

    def match(self, tokens: Tokens, index: int) -> int:
        """Number of tokens of the longest phrase that starts at ``index``; 0 when there is none."""
        words = tokens.lower if self._ignore_case else tokens.words
        if index >= len(words):
            return 0
        by_length = self._by_first.get(words[index])
        if by_length is None:
            return 0
        for length, phrases in by_length.items():
            if tuple(words[index : index + length]) in phrases:
                return length
        return 0

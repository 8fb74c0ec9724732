"""What is not in the text does not exist: only passages that a model repeats word for word survive.

Pure: needs no database. White space may differ, letters may not; a passage begins and ends at the edge of a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

SHORTEST = 15
"""In characters without white space: shorter sentences oblige nobody."""


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text without white space, in NFC, and where each of its characters begins and ends in the original."""

    text: str
    starts: list[int]
    ends: list[int]


class VerbatimFinder:
    """Finds passages in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._squeezed = _squeeze(text)

    def find(self, passage: str, *, within: Span | None = None, taken: Iterable[Span] = ()) -> Span | None:
        """Return the first place of a passage that lies ``within`` a span and touches none that is ``taken``."""
        wanted = _squeeze(passage).text
        start, spans = 0, list(taken)
        while wanted and (at := self._squeezed.text.find(wanted, start)) >= 0:
            span = (self._squeezed.starts[at], self._squeezed.ends[at + len(wanted) - 1])
            if self._is_whole(span) and _lies(span, within) and not any(_touch(span, other) for other in spans):
                return span
            start = at + 1
        return None

    def _is_whole(self, span: Span) -> bool:
        before, after = self._text[: span[0]][-1:], self._text[span[1] :][:1]
        first, last = self._text[span[0]], self._text[span[1] - 1]
        return not (before.isalnum() and first.isalnum()) and not (after.isalnum() and last.isalnum())


def is_long_enough(passage: str) -> bool:
    """Tell whether a passage can be a sentence that obliges."""
    return len(_squeeze(passage).text) >= SHORTEST and len(passage.split()) > 2


def _squeeze(text: str) -> _Squeezed:
    letters: list[tuple[str, int, int]] = []
    for index, char in enumerate(text):
        if char.isspace():
            continue
        if letters and unicodedata.combining(char):
            # A mark that stands alone belongs to the letter before it.
            letter, start, _end = letters[-1]
            letters[-1] = (unicodedata.normalize("NFC", letter + char), start, index + 1)
            continue
        letters.append((char, index, index + 1))
    composed = [(unicodedata.normalize("NFC", letter), start, end) for letter, start, end in letters]
    return _Squeezed(
        "".join(letter for letter, _start, _end in composed),
        [start for letter, start, _end in composed for _ in letter],
        [end for letter, _start, end in composed for _ in letter],
    )


def _lies(span: Span, within: Span | None) -> bool:
    return within is None or (within[0] <= span[0] and span[1] <= within[1])


def _touch(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]

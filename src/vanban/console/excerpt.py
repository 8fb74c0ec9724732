"""The line of a finding with carets under it, cut to the width of the terminal."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_ELLIPSIS = "…"
_SHARE_BEFORE = 3
"""A third of the room is for what stands before the finding."""


class Excerpt(NamedTuple):
    """One line and the line of carets under it, with equal cells."""

    line: str
    carets: str


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """``line`` around the characters ``start`` to ``end``, at most ``width`` cells wide, and carets under them."""
    end = min(max(end, start + 1), max(len(line), start + 1))
    first = 0 if len(line) <= width else max(0, min(start - (width - (end - start)) // _SHARE_BEFORE, start))
    first = min(first, max(0, len(line) - width))
    first = min(first, start)
    last = min(len(line), first + width)
    shown = line[first:last].replace("\t", " ")
    before, marked = line[first:start], line[start : min(end, last)]
    if first:
        shown = _ELLIPSIS + shown[1:]
    if last < len(line):
        shown = shown[:-1] + _ELLIPSIS
    return Excerpt(shown, " " * _cells(before) + "^" * max(1, _cells(marked)))


def _cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes: combining marks take none."""
    return sum(not unicodedata.combining(char) for char in text)

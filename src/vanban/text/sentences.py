"""Sentences of official Vietnamese: they end at a full stop before a capital, but not after abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.text.letters import CAPITALS
from vanban.types import Span

_END = re.compile(rf"[.!?…][.!?…]*[”\"’)\]]*(?=\s+[“\"‘(\[]?[{CAPITALS}])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:TP|Tp|tp|TS|PGS|GS|ThS|BS|KS|CN|Đ/c|đ/c|St|Tr|tr|NXB|KT|TM|TL|TUQ|Q|P|v\.v|vv|TX|TT|H)|\b[A-ZĐ])\.$|\b\d{1,2}\.$"
)
_LONGEST_ABBREVIATION = 6


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]``, trimmed, the final stop included."""
    first = start
    for found in _END.finditer(text, start, end):
        stop = found.end()
        if found.group() == "." and _ABBREVIATION.search(text[max(first, stop - _LONGEST_ABBREVIATION) : stop]):
            continue
        yield from _trimmed(text, first, stop)
        first = stop
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)

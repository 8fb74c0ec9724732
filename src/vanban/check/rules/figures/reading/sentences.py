"""The sentences of a document that have numbers to reckon with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from vanban.check.rules.figures.reading.numbers import Role, figures
from vanban.check.subject import CheckedDocument
from vanban.text.sentences import sentences
from vanban.types import Span

_LONGEST = 2_000
_DIGIT = re.compile(r"\d")


def counting_sentences(document: CheckedDocument) -> tuple[Span, ...]:
    """The sentences that count something or give a percentage; the others have nothing to reckon with."""
    known = document.once(figures)
    counted = [one.start for one in known if one.role in (Role.COUNT, Role.PERCENT)]
    return tuple(
        sentence
        for sentence in document.once(running_sentences)
        if bisect_left(counted, sentence.start) < bisect_left(counted, sentence.end)
    )


def running_sentences(document: CheckedDocument) -> tuple[Span, ...]:
    """The sentences of the paragraphs of every part that have digits; tables are left out."""
    return tuple(
        piece
        for part in document.structure.parts
        for line in part.part.body
        if line.table is None and _DIGIT.search(line.text)
        for sentence in sentences(document.text, line.start, line.end)
        for piece in _pieces(document.text, sentence)
    )


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its stretches when it is longer than anybody writes; so no rule takes long over one."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(text.rfind(";", start, start + _LONGEST), text.rfind(" ", start, start + _LONGEST))
        cut = cut + 1 if cut > start else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)


def found_in_sentences(document: CheckedDocument, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Every match of ``pattern`` in a sentence that counts something, with the sentence."""
    for sentence in document.once(counting_sentences):
        for found in pattern.finditer(document.text, sentence.start, sentence.end):
            yield sentence, found

"""The sentences of a document, and which of them a place lies in."""

from __future__ import annotations

from bisect import bisect_right

from vanban.check.subject import CheckedDocument
from vanban.text.sentences import sentences
from vanban.types import Span


def running_sentences(document: CheckedDocument) -> tuple[Span, ...]:
    """The sentences of the paragraphs of every part; tables are left out."""
    return tuple(
        sentence
        for part in document.structure.parts
        for line in part.part.body
        if line.table is None
        for sentence in sentences(document.text, line.start, line.end)
    )


def sentence_at(document: CheckedDocument, place: int) -> Span | None:
    """The sentence around ``place``, or None in tables and outside the body."""
    known = document.once(running_sentences)
    at = bisect_right(document.once(_starts), place) - 1
    return known[at] if at >= 0 and place < known[at].end else None


def _starts(document: CheckedDocument) -> list[int]:
    return [sentence.start for sentence in document.once(running_sentences)]

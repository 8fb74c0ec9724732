"""Passages that a document shares with documents of a higher level, word for word.

Formula text does not count: heads and feet, grounds, headings, quotations, names of cited documents and of bodies with
work to do, targets that are adopted, closing formulas. Case, punctuation and line breaks do not count either. A passage
that is paraphrased, even by one word in twelve, is not found; the work is linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanban.check.fingerprints import RUN, SHORTEST, run_hashes, winnowed, words_of
from vanban.check.rules.citations.reading import citations
from vanban.check.store import StoredDocument
from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line
from vanban.structure.marks import is_capitals
from vanban.text.normalize import nfc
from vanban.types import Span

_FORMULA = re.compile(
    r"\W*(?:Căn\s+cứ\b|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị|Trên\s+đây\s+là|Trong\s+quá\s+trình\b|Kèm\s+theo|Kính\s+gửi|"
    r"Yêu\s+cầu\s+(?:các|Thủ\s+trưởng)[^.;]{0,200}nghiêm\s+túc\s+(?:triển\s+khai|thực\s+hiện))",
    re.I,
)
_QUOTED = re.compile(r"“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"")
_TITLE_END = re.compile(r"[.;)\n]|,\s+(?=(?:các|những|UBND|Ủy\s+ban|Sở|Bộ|Ban)\s)")
_LONGEST_TITLE = 260
_LONGEST_HEADING = 200
_MOST_PLACES = 4
"""Places of one run in a source that are tried; more are repetitions of a formula."""

Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """A shared passage: its place, its length in words, and the words of the source, as printed there."""

    place: Span
    words: int
    source: StoredDocument
    passage: str


def own_words(document: CheckedDocument) -> tuple[tuple[Word, ...], ...]:
    """The document's own running text as stretches of words that no formula text interrupts."""
    text = document.text
    left_out = _left_out(document)
    stretches: list[list[Word]] = []
    at = 0
    for line in _own_lines(document):
        stretches.append([])
        for word, start, end in words_of(text[line.body : line.end]):
            place = Span(line.body + start, line.body + end)
            while at < len(left_out) and left_out[at].end <= place.start:
                at += 1
            if at < len(left_out) and left_out[at].start < place.end:
                stretches.append([])
            else:
                stretches[-1].append((word, *place))
    return tuple(tuple(stretch) for stretch in stretches if len(stretch) >= SHORTEST)


def overlaps(document: CheckedDocument) -> tuple[Overlap, ...]:
    """The passages shared with documents of a higher level, in reading order; the longest source of each counts."""
    store, stretches = document.store, document.once(own_words)
    if store is None or not stretches:
        return ()
    prints = frozenset(
        print_ for stretch in stretches for print_ in winnowed(run_hashes([word for word, _, _ in stretch]))
    )
    sources = [_Source(one) for one in store.sharing(prints) if one.text]
    return tuple(found for stretch in stretches for found in _shared(stretch, sources))


def passages_shared(text: str, sources: Iterable[StoredDocument]) -> tuple[Overlap, ...]:
    """The passages that a line shares with ``sources``, whatever stands in it; places are in ``text``."""
    words = tuple((word, start, end) for word, start, end in words_of(text))
    return tuple(_shared(words, [_Source(one) for one in sources if one.text]))


class _Source:
    """A document of a higher level with its runs of words by hash."""

    def __init__(self, document: StoredDocument) -> None:
        self.document = document
        self.text = nfc(document.text)
        self.words = words_of(self.text)
        self.places: dict[int, list[int]] = {}
        for at, value in enumerate(run_hashes([word for word, _, _ in self.words], RUN)):
            known = self.places.setdefault(value, [])
            if len(known) < _MOST_PLACES:
                known.append(at)

    def longest(self, stretch: tuple[Word, ...], at: int, value: int) -> tuple[int, int]:
        """The number of words that agree from ``at`` on, and where in the source; (0, 0) when none do."""
        return max(((self._length(stretch, at, place), place) for place in self.places.get(value, ())), default=(0, 0))

    def _length(self, stretch: tuple[Word, ...], at: int, place: int) -> int:
        length = 0
        most = min(len(stretch) - at, len(self.words) - place)
        while length < most and stretch[at + length][0] == self.words[place + length][0]:
            length += 1
        return length

    def passage(self, place: int, length: int) -> str:
        """The words as the source prints them."""
        return " ".join(self.text[self.words[place][1] : self.words[place + length - 1][2]].split())


def _shared(stretch: tuple[Word, ...], sources: list[_Source]) -> Iterator[Overlap]:
    hashes = run_hashes([word for word, _, _ in stretch], RUN)
    at = 0
    while at < len(hashes):
        found = [(*source.longest(stretch, at, hashes[at]), source) for source in sources]
        length, place, source = max(found, key=lambda one: one[0], default=(0, 0, None))
        if source is None or length < SHORTEST:
            at += 1
            continue
        span = Span(stretch[at][1], stretch[at + length - 1][2])
        yield Overlap(span, length, source.document, source.passage(place, length))
        at += length


def _own_lines(document: CheckedDocument) -> Iterator[Line]:
    """Paragraphs that say something of their own: no grounds, headings, formulas; tables are left out."""
    for part in document.structure.parts:
        for node in part.root.walk():
            line = node.line
            if line is None or line.table is not None or is_capitals(line.text) or _FORMULA.match(line.text):
                continue
            heading = bool(node.children) and len(line.text) < _LONGEST_HEADING and not line.text.endswith((".", ";"))
            if not heading:
                yield line


def _left_out(document: CheckedDocument) -> list[Span]:
    """Quotations, cited documents with their titles, targets and names of bodies, in order and without overlap."""
    text = document.text
    spans = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    spans += [Span(target.start, target.end) for target in document.targets]
    spans += [Span(actor.start, actor.end) for task in document.tasks for actor in task.actors]
    for citation in document.once(citations):
        stop = _TITLE_END.search(text, citation.end, min(len(text), citation.end + _LONGEST_TITLE))
        spans.append(Span(citation.start, stop.start() if stop else min(len(text), citation.end + _LONGEST_TITLE)))
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged

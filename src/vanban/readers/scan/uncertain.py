"""Words that were recognised with little confidence, found again in the assembled text.

Lines are joined, columns reordered and page numbers dropped on the way from words to text, so a word is looked up by
its spelling on its page; of several candidates those win whose neighbours are the neighbours on the picture. When that
leaves a tie, all of them are marked: one mark too many costs a glance, one too few a wrong date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vanban.readers.pdf.model import Page, Word
from vanban.types import ReadDocument, UncertainSpan

CERTAIN = 90.0
"""From this confidence on (0 to 100) a word is taken as read; see docs/domain/algorithms/scans.md for the figures."""
_TOKEN = re.compile(r"\S+")
_NEIGHBOURS = (-2, -1, 1, 2)


def with_uncertain_words(document: ReadDocument, pages: Iterable[Page]) -> ReadDocument:
    """The document with the spans of its uncertain words."""
    pages = [page for page in pages if any(_is_uncertain(word) for word in page.words)]
    if not pages:
        return replace(document, uncertain=())
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(document.text)]
    places = _places_by_page(document, tokens)
    found: dict[tuple[int, int], float] = {}
    for page in pages:
        words = [word.text for word in page.words]
        for index, word in enumerate(page.words):
            if word.confidence is None or not _is_uncertain(word):
                continue
            for place in _best_places(words, index, tokens, places[page.number][word.text]):
                start = tokens[place][1]
                key = (start, start + len(word.text))
                found[key] = min(found.get(key, 100.0), word.confidence)
    spans = tuple(UncertainSpan(start, end, round(found[start, end] / 100, 2)) for start, end in sorted(found))
    return replace(document, uncertain=spans)


def _is_uncertain(word: Word) -> bool:
    return word.confidence is not None and word.confidence < CERTAIN


def _places_by_page(
    document: ReadDocument, tokens: Sequence[tuple[str, int]]
) -> defaultdict[int, defaultdict[str, list[int]]]:
    """Where each spelling stands in the text, by the pages it may come from: a block runs on until the next begins."""
    places: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    ranges = list(_block_pages(document))
    block = 0
    for index, (text, start) in enumerate(tokens):
        while block + 1 < len(ranges) and ranges[block + 1][0] <= start:
            block += 1
        for number in range(ranges[block][1], ranges[block][2] + 1):
            places[number][text].append(index)
    return places


def _block_pages(document: ReadDocument) -> Iterator[tuple[int, int, int]]:
    blocks = document.blocks
    for index, block in enumerate(blocks):
        first = block.page or 1
        following = blocks[index + 1].page if index + 1 < len(blocks) else document.page_count
        yield block.start, first, max(first, following or first)


def _best_places(
    words: Sequence[str], index: int, tokens: Sequence[tuple[str, int]], candidates: Sequence[int]
) -> list[int]:
    scores = {place: _agreement(words, index, tokens, place) for place in candidates}
    best = max(scores.values(), default=0)
    return [place for place, score in scores.items() if score == best]


def _agreement(words: Sequence[str], index: int, tokens: Sequence[tuple[str, int]], place: int) -> int:
    return sum(
        0 <= index + step < len(words)
        and 0 <= place + step < len(tokens)
        and words[index + step] == tokens[place + step][0]
        for step in _NEIGHBOURS
    )

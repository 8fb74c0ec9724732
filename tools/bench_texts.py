"""How the scorer compares texts and names: by their letters and digits, by their words, by where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

Span = tuple[int, int]

_FOOTNOTE_MARK = re.compile(r"<sup>.*?</sup>", re.S)
_NOT_LETTERS = re.compile(r"[\W_]+")
_NUMBER_IN_BRACKETS = re.compile(r"\(\d{1,2}\)")
_ONE_NAME = (
    ("uỷ", "ủy"),
    ("hoà", "hòa"),
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("trung ương", "tw"),
)


def tidy(text: str | None) -> str:
    """Composed Unicode, single spaces, no asterisks of Markdown."""
    return " ".join(unicodedata.normalize("NFC", text or "").replace("*", "").split())


def bare(text: str | None) -> str:
    """Letters and digits alone, small, without footnote marks."""
    return _NOT_LETTERS.sub("", _FOOTNOTE_MARK.sub("", unicodedata.normalize("NFC", text or "")).lower())


def name_key(name: str | None) -> str:
    """A name of a body in the one spelling that all its spellings share."""
    key = tidy(name).lower().strip(" .,;:“”\"'-–")
    for written, meant in _ONE_NAME:
        key = key.replace(written, meant)
    return re.sub(r"[^\w ]", " ", key).replace("  ", " ").strip()


def word_overlap(first: str | None, second: str | None) -> float:
    """Twice the common words over all words, from 0 to 1."""
    one, other = _words(first), _words(second)
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"\w+", tidy(text).lower()))


def lenient(wanted: set[str], found: set[str]) -> tuple[set[str], set[str]]:
    """Inherited names: part of a name is that name, and one of several bodies is enough. Both sets, made comparable."""
    hits = {name for name in wanted if any(_same(name, other) for other in found)}
    extra = {other for other in found if not any(_same(name, other) for name in wanted)}
    return hits or wanted, hits | extra


def _same(first: str, second: str) -> bool:
    one, other = set(first.split()), set(second.split())
    return one <= other or other <= one


class Places:
    """Finds quotations in a document; one quoted again is looked for behind its last place."""

    def __init__(self, source: str) -> None:
        self._source = bare(source)
        self._next: dict[str, int] = defaultdict(int)

    def span(self, quotation: str | None) -> Span | None:
        """Where it stands, in letters and digits of the document; None when it does not."""
        return self._find(bare(quotation)) or self._find(bare(_NUMBER_IN_BRACKETS.sub("", quotation or "")))

    def _find(self, letters: str) -> Span | None:
        if not letters:
            return None
        start = self._source.find(letters, self._next[letters])
        if start < 0:
            start = self._source.find(letters)
        if start < 0:
            return None
        self._next[letters] = start + 1
        return start, start + len(letters)


def shared(first: Span, second: Span) -> float:
    """Common part of two spans over what they cover together."""
    common = max(0, min(first[1], second[1]) - max(first[0], second[0]))
    return common / (max(first[1], second[1]) - min(first[0], second[0])) if common else 0.0


def pairs_of(wanted: list[Span | None], found: list[Span | None], *, least: float = 0.5) -> list[tuple[int, int]]:
    """Which wanted span is which found one: one to one, the best common part first, none below ``least``."""
    candidates = sorted(
        (
            (shared(one, other), place, other_place)
            for place, one in enumerate(wanted)
            if one
            for other_place, other in enumerate(found)
            if other
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for common, place, other_place in candidates:
        if common >= least and place not in pairs and other_place not in taken:
            pairs[place] = other_place
            taken.add(other_place)
    return list(pairs.items())

"""Words to fragments, fragments to rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.readers.pdf.model import Fragment, Line, Word
from vanban.readers.superscript import superscript

_WIDE_GAP = 1.5
_SAME_BASELINE = 0.25
_RAISED_REACH = 0.6
_SMALL_TYPE = 0.8


@dataclass(slots=True)
class Row:
    """Fragments on one baseline, from left to right."""

    fragments: list[Fragment]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """The left edge of the first fragment."""
        return self.fragments[0].x0

    @property
    def x1(self) -> float:
        """The right edge of the last fragment."""
        return max(fragment.x1 for fragment in self.fragments)

    @property
    def text(self) -> str:
        """All words of the row."""
        return " ".join(word.text for fragment in self.fragments for word in fragment.words)


def fragments_of(words: Sequence[Word]) -> list[Fragment]:
    """Runs of words as the file draws them; a raised mark stays with the words around it."""
    fragments: list[Fragment] = []
    for word in words:
        last = fragments[-1] if fragments else None
        if last is not None and _continues(last, word):
            last.words.append(word)
            last.x1 = max(last.x1, word.x1)
            if word.size > last.size:
                last.size, last.y = word.size, word.y
        else:
            fragments.append(Fragment([word], word.x0, word.x1, word.y, word.size))
    return fragments


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """Fragments on a common baseline, from top to bottom; neighbours without a wide gap become one fragment."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda item: (item.y, item.x0)):
        row = rows[-1] if rows else None
        if row is not None and abs(fragment.y - row.y) <= _SAME_BASELINE * max(row.size, fragment.size):
            row.fragments.append(fragment)
            row.size = max(row.size, fragment.size)
        else:
            rows.append(Row([fragment], fragment.y, fragment.size))
    for row in rows:
        row.fragments = _merged(sorted(row.fragments, key=lambda item: item.x0))
    return rows


def line_of(fragments: Sequence[Fragment], page: int) -> Line:
    """One line of text from fragments read from left to right."""
    words = [word for fragment in fragments for word in fragment.words]
    size = max(fragment.size for fragment in fragments)
    baseline = next(fragment.y for fragment in fragments if fragment.size == size)
    text = _joined(words, size, baseline)
    inked = [word for word in words if word.size >= size * _SMALL_TYPE] or words
    return Line(
        text=text,
        x0=fragments[0].x0,
        x1=max(fragment.x1 for fragment in fragments),
        y=baseline,
        size=size,
        page=page,
        bold=all(word.bold for word in inked),
        italic=all(word.italic for word in inked),
        first_word_width=words[0].x1 - words[0].x0,
    )


def is_raised(word: Word, size: float, baseline: float) -> bool:
    """Whether a word is set small and above the baseline."""
    return word.raised or (word.size < size * _SMALL_TYPE and baseline - word.y > size * 0.1)


def _continues(fragment: Fragment, word: Word) -> bool:
    size = max(fragment.size, word.size)
    gap = word.x0 - fragment.x1
    if gap > _WIDE_GAP * size or gap < -0.5 * size:
        return False
    distance = abs(word.y - fragment.y)
    if distance <= _SAME_BASELINE * size:
        return True
    is_mark = min(fragment.size, word.size) < size * _SMALL_TYPE
    return is_mark and distance <= _RAISED_REACH * size and abs(gap) < size


def _merged(fragments: list[Fragment]) -> list[Fragment]:
    merged = fragments[:1]
    for fragment in fragments[1:]:
        last = merged[-1]
        if fragment.x0 - last.x1 <= _WIDE_GAP * max(last.size, fragment.size):
            words = sorted([*last.words, *fragment.words], key=lambda word: word.x0)
            larger = last if last.size >= fragment.size else fragment
            merged[-1] = Fragment(words, last.x0, max(last.x1, fragment.x1), larger.y, larger.size)
        else:
            merged.append(fragment)
    return merged


def _joined(words: Sequence[Word], size: float, baseline: float) -> str:
    pieces: list[str] = []
    for index, word in enumerate(words):
        text = word.text
        if is_raised(word, size, baseline) and index:
            text = superscript(text, pieces[-1] if pieces else "")
        if pieces and text and _is_apart(words, index):
            pieces.append(" ")
        if text:
            pieces.append(text)
    return "".join(pieces)


def _is_apart(words: Sequence[Word], index: int) -> bool:
    """Words come apart at white space, but an exponent and a word cut by a change of type do not.

    Words recognised in a picture always do: their boxes may touch.
    """
    word, before = words[index], words[index - 1]
    return word.confidence is not None or word.x0 - before.x1 > 0.08 * max(word.size, before.size)


def typical_spacing(rows: Sequence[Row]) -> float:
    """The most common distance between baselines of neighbouring rows; 0 when there are none."""
    distances = sorted(lower.y - upper.y for upper, lower in pairwise(rows) if 0 < lower.y - upper.y < upper.size * 2.5)
    return distances[len(distances) // 3] if distances else 0.0

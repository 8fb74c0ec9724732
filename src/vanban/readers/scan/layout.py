"""Boxes in pixels to words on a page in points: straightened, on baselines, in a few sizes of type.

Tesseract tells boxes alone. Where a line stands and how large its type is follows from which letters its words have:
the lower edge of "nam" is the baseline, that of "ngày" is not; a word of low letters is less than half as tall as the
type, a word with tall ones two thirds of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from statistics import median

from vanban.readers.pdf.model import Page, Rule, Word
from vanban.readers.scan.tsv import SeenPage, SeenWord
from vanban.readers.secrecy_marks import has_secrecy_mark
from vanban.text.normalize import fold, nfc

_BELOW_THE_LINE = frozenset("gpqyjQ,;()[]{}/|\u0323")
_TALL = frozenset("bdđhklfABCDĐEGHIKLMNOPQRSTUVXYFJWZ0123456789")
_BARS = frozenset("|¦[]‖")
_STACKED = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309")
_LOW_HEIGHT = 0.45
_TALL_HEIGHT = 0.67
_DESCENT = 0.22
_SAME_TYPE = (0.85, 1.2)
_LONG_LINE = 0.3
_STEEPEST = 0.08
_DOUBTFUL, _NOISE = 65.0, 45.0
"""The best word and the mean of a short line that is no text, in confidence from 0 to 100."""
_FEW_WORDS = 4
_SHORT_SIDE_OF_PAPER, _LONG_SIDE_OF_PAPER = 595.0, 842.0
_PHRASES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
"""What every document has at its head in these words and no others; accents on capitals are what scans lose first."""


def page_of(seen: SeenPage, number: int, size: tuple[float, float] | None) -> Page:
    """The page; ``size`` is that of the paper in points, A4 standing or lying when unknown."""
    width, height = _as_seen(size, seen) if size else _paper(seen)
    scale = width / seen.width
    slope = slope_of(seen)
    lines = [line for line in map(_with_known_phrases, _without_bars(seen)) if not _is_noise(line)]
    page = Page(number, width, height)
    for line, line_size in zip(lines, _settled([_type_size(line) for line in lines]), strict=True):
        baseline = _baseline(line, slope, line_size)
        slant = slope * (baseline - seen.height / 2)
        page.words.extend(
            Word(
                nfc(word.text),
                (word.left + slant) * scale,
                (word.right + slant) * scale,
                baseline * scale,
                line_size * scale,
                bold=False,
                italic=False,
                confidence=word.confidence,
            )
            for word in line
        )
    page.rules = [_rule(rule, slope, seen, scale) for rule in seen.rules]
    return page


def _rule(rule: tuple[int, int, int, int], slope: float, seen: SeenPage, scale: float) -> Rule:
    """A ruled line on the straight page."""
    left, top, right, bottom = rule
    y = (top + bottom) / 2 - slope * (left + right) / 2
    x = (left + right) / 2 + slope * (y - seen.height / 2)
    across, down = (right - left) / 2, (bottom - top) / 2
    return Rule((x - across) * scale, (y - down) * scale, (x + across) * scale, (y + down) * scale)


def _without_bars(seen: SeenPage) -> Iterator[tuple[SeenWord, ...]]:
    """The lines of words; on a page with ruled lines without the bars that those were taken for."""
    for line in seen.lines:
        kept = tuple(word for word in line if not (seen.rules and _BARS.issuperset(word.text)))
        if kept:
            yield kept


def _as_seen(size: tuple[float, float], seen: SeenPage) -> tuple[float, float]:
    """The size of the paper, lying or standing as it was recognised."""
    return size if (size[0] > size[1]) == (seen.width > seen.height) else size[::-1]


def _paper(seen: SeenPage) -> tuple[float, float]:
    upright = seen.height >= seen.width
    width = _SHORT_SIDE_OF_PAPER if upright else _LONG_SIDE_OF_PAPER
    return width, width * seen.height / seen.width


def slope_of(seen: SeenPage) -> float:
    """How many pixels lines fall with every pixel to the right, from those long enough to tell; 0 when none is."""
    slopes = [slope for line in seen.lines if (slope := _slope_of_line(line, seen.width * _LONG_LINE)) is not None]
    slope = median(slopes) if slopes else 0.0
    return slope if abs(slope) < _STEEPEST else 0.0


def _slope_of_line(line: Sequence[SeenWord], shortest: float) -> float | None:
    """From the left half of the words to the right one; None for lines shorter than ``shortest`` pixels."""
    if len(line) < 2 or line[-1].right - line[0].left < shortest:
        return None
    half = len(line) // 2
    left, right = line[:half], line[half:]
    reach = median(_middle(word) for word in right) - median(_middle(word) for word in left)
    fall = median(_foot(word) for word in right) - median(_foot(word) for word in left)
    return fall / reach if reach > 0 else None


def _middle(word: SeenWord) -> float:
    return (word.left + word.right) / 2


def _foot(word: SeenWord) -> float:
    """The lower edge of a word, or where it would be without its descender."""
    return word.bottom - (word.bottom - word.top) * (_DESCENT if _reaches_below(word.text) else 0.0)


def _reaches_below(text: str) -> bool:
    return not _BELOW_THE_LINE.isdisjoint(unicodedata.normalize("NFD", text))


def _baseline(line: Sequence[SeenWord], slope: float, size: float) -> float:
    """Where a line stands at the left edge of the page once the page is straight."""
    clear = [word for word in line if not _reaches_below(word.text) and word.text[-1:].isalnum()]
    if clear:
        return median(word.bottom - slope * _middle(word) for word in clear)
    return median(word.bottom - slope * _middle(word) for word in line) - _DESCENT * size


def _type_size(line: Sequence[SeenWord]) -> float:
    """The size of type in pixels, never zero."""
    clear = [size for word in line if (size := _size_by_letters(word)) is not None]
    return max(median(clear) if clear else median(word.bottom - word.top for word in line), 1.0)


def _settled(sizes: Sequence[float]) -> list[float]:
    """Sizes without the jitter of measuring: the usual one, or another that two neighbouring lines agree on."""
    usual = median(sizes) if sizes else 0.0
    settled: list[float] = []
    for index, size in enumerate(sizes):
        neighbours = [
            other
            for other in (*sizes[max(index - 1, 0) : index], *sizes[index + 1 : index + 2])
            if _is_alike(other, size)
        ]
        if _is_alike(size, usual) or not neighbours:
            settled.append(usual)
        elif settled and _is_alike(settled[-1], size):
            settled.append(settled[-1])
        else:
            settled.append(size)
    return settled


def _is_alike(size: float, other: float) -> bool:
    return _SAME_TYPE[0] < size / other < _SAME_TYPE[1]


def _size_by_letters(word: SeenWord) -> float | None:
    letters = unicodedata.normalize("NFD", word.text)
    if not letters.isalnum() and not all(char.isalnum() or unicodedata.combining(char) for char in letters):
        return None
    accented = not _STACKED.isdisjoint(letters)
    tall = not _TALL.isdisjoint(letters)
    if accented and (not tall or any(char.isupper() for char in letters)):
        return None
    height = (_TALL_HEIGHT if tall else _LOW_HEIGHT) + (_DESCENT if _reaches_below(word.text) else 0.0)
    return (word.bottom - word.top) / height


def _is_noise(line: Sequence[SeenWord]) -> bool:
    """Whether a line is what a seal, a fold or a dark edge was taken for. A mark of secrecy is never noise."""
    text = " ".join(word.text for word in line)
    if not any(char.isalnum() for word in line for char in word.text):
        return max(word.confidence for word in line) < _DOUBTFUL
    if len(line) > _FEW_WORDS or has_secrecy_mark(text) or "mat" in fold(text).split() or text[0].isdigit():
        return False
    confidences = [word.confidence for word in line]
    return max(confidences) < _DOUBTFUL and sum(confidences) < _NOISE * len(line)


def _with_known_phrases(line: tuple[SeenWord, ...]) -> tuple[SeenWord, ...]:
    """The line with the national title, that of the Party and the motto spelt as they always are."""
    for phrase in _PHRASES:
        words = phrase.split()
        keys = [fold(word) for word in words]
        for start in range(len(line) - len(words) + 1):
            part = line[start : start + len(words)]
            if all(fold(seen.text) == key for seen, key in zip(part, keys, strict=True)):
                line = (*line[:start], *map(_respelt, part, words), *line[start + len(words) :])
    return line


def _respelt(seen: SeenWord, text: str) -> SeenWord:
    return SeenWord(text, seen.left, seen.top, seen.right, seen.bottom, seen.confidence)

"""Fingerprints of a text: hashes of runs of words, thinned by winnowing, the same on every machine.

Every passage of :data:`SHORTEST` words that two texts have in common gives both at least one common fingerprint
(winnowing of runs of :data:`RUN` words in windows of :data:`WINDOW`), so a store can keep the fingerprints of its
documents and find those that share a passage without reading them. Case, punctuation and line breaks do not count.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator

from vanban.text.normalize import nfc

SHORTEST = 12
"""Words of the shortest passage that is surely found."""
RUN = 8
WINDOW = SHORTEST - RUN + 1
_WORD = re.compile(r"[^\W_]+")
_BASE = 1_000_003
_MASK = (1 << 61) - 1


_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_NEW_TONE = re.compile(rf"(?:{'|'.join(_TONES)})\b")


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The words and numbers of ``text`` in lower case, each with its place; where a tone stands does not count."""
    lowered = _NEW_TONE.sub(lambda found: _TONES[found.group()], _lowered(text))
    return [(found.group(), found.start(), found.end()) for found in _WORD.finditer(lowered)]


def _lowered(text: str) -> str:
    """In lower case without moving places: a letter that would become two stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def run_hashes(words: list[str], length: int = RUN) -> list[int]:
    """The hash of every run of ``length`` words, by a rolling hash: linear in the number of words."""
    codes = [zlib.crc32(word.encode()) for word in words]
    if len(codes) < length:
        return []
    highest = pow(_BASE, length - 1, _MASK)
    value = 0
    for code in codes[:length]:
        value = (value * _BASE + code) % _MASK
    hashes = [value]
    for gone, come in zip(codes, codes[length:], strict=False):
        value = ((value - gone * highest) * _BASE + come) % _MASK
        hashes.append(value)
    return hashes


def fingerprints(text: str) -> frozenset[int]:
    """The fingerprints of ``text``; 61 bits each, so they fit a signed database integer."""
    return frozenset(winnowed(run_hashes([word for word, _, _ in words_of(nfc(text))])))


def winnowed(hashes: list[int]) -> Iterator[int]:
    """The smallest hash of every window of :data:`WINDOW` neighbours, each once where it stands."""
    smallest: deque[int] = deque()
    last = -1
    for at, value in enumerate(hashes):
        while smallest and hashes[smallest[-1]] >= value:
            smallest.pop()
        smallest.append(at)
        if smallest[0] <= at - WINDOW:
            smallest.popleft()
        if (at >= WINDOW - 1 or at == len(hashes) - 1) and smallest[0] != last:
            last = smallest[0]
            yield hashes[last]

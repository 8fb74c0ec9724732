"""Where a finding lies in the file a person has open, not in the text that was read from it.

Reading joins broken lines and leaves blank ones, markup and page numbers out, so its lines are not those of the file.
Letters and digits come through in order: each line that was read is looked for by its first ones.
"""

from __future__ import annotations

from bisect import bisect_right

from vanban.check.output.checked_file import CheckedFile
from vanban.check.output.positions import Position, Positions

_SOUGHT = 24
"""So many letters and digits name a line well enough; shorter lines are sought whole."""


class Places:
    """Looks up lines and columns of one checked file; of a text file its own, else those of the text that was read."""

    def __init__(self, file: CheckedFile) -> None:
        self._read = Positions(file.text)
        self._source = Positions(file.source)
        self._letters = _letters(file.text)
        self._source_letters = _letters(file.source)
        self._lines = _found_lines(file.text, file.source, self._source_letters)

    def at(self, offset: int) -> Position:
        """The place in the file of the character at ``offset`` of the text that was read."""
        nearest = bisect_right(self._lines, (offset, len(self._letters))) - 1
        if nearest < 0:
            return self._read.at(offset)
        start, found = self._lines[nearest]
        passed = bisect_right(self._letters, offset - 1) - bisect_right(self._letters, start - 1)
        letter = min(found + passed, len(self._source_letters) - 1)
        return self._source.at(self._source_letters[letter])

    def after(self, offset: int) -> Position:
        """The place in the file just behind the passage that ends before ``offset`` of the text that was read."""
        last = bisect_right(self._letters, offset - 1) - 1
        if last < 0:
            return self.at(offset)
        place = self.at(self._letters[last])
        return Position(place.line, place.column + offset - self._letters[last])


def _letters(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character.isalnum()]


def _found_lines(text: str, source: str, source_letters: list[int]) -> list[tuple[int, int]]:
    """For each line of ``text`` found in ``source``: its offset, and which letter of the source begins it."""
    bare = "".join(source[index] for index in source_letters)
    found: list[tuple[int, int]] = []
    at = start = 0
    for line in text.split("\n"):
        wanted = "".join(character for character in line if character.isalnum())[:_SOUGHT]
        place = bare.find(wanted, at) if wanted else -1
        if place >= 0:
            found.append((start, place))
            at = place + len(wanted)
        start += len(line) + 1
    return found

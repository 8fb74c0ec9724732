"""Echoes: one generated history written several times, each time under other identities, codes and numbers.

A million tasks would take an hour to play. Instead a ninth of them is played, with :data:`MARK` in place of one digit
of everything that must be told apart, and each echo puts its own digit there: identities end with it, codes and numbers
of directives begin with it, and the events of all echoes stand between each other in the order of time. People, units,
days and words are the same in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

MARK = "ʘ"
"""A letter that no text has; folding for the search leaves it alone."""
MOST = 9
"""Zero is no echo: numbers do not begin with it."""
PLAYED_ALONE = 50_000
"""Up to so many tasks are all played."""

_HASHES = re.compile(r"\b[0-9a-f]{64}\b")


def echoes_for(tasks: int) -> int:
    """Return how many echoes a history of so many tasks has: one for few."""
    return max(1, min(MOST, -(-tasks // PLAYED_ALONE)))


class Echoes:
    """The echoes of one history. With a single one there are no marks, and nothing is changed."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._hashes: dict[str, list[str]] = {}

    @property
    def are_several(self) -> bool:
        """Whether anything is marked."""
        return self.count > 1

    def code(self, prefix: str, year: int, number: int) -> str:
        """Return the code of a number, marked when there are echoes."""
        return f"{prefix}-{year}-{MARK}{number:05d}" if self.are_several else f"{prefix}-{year}-{number:06d}"

    def last_number(self, number: int) -> int:
        """Return the highest number that any echo gives for ``number``."""
        return int(f"{self.count}{number:05d}") if self.are_several else number

    def paper_number(self, number: int) -> str:
        """Return the number of a directive, of four digits."""
        return f"{MARK}{number % 1000:03d}" if self.are_several else f"{1000 + number % 9000}"

    def sequence(self, number: int) -> str:
        """Return the place of an event among all events. Each echo of one that is marked has a place of its own."""
        return f"{number}{MARK}" if self.are_several else str(number)

    def keep_hashes(self, marked: str, real: list[str]) -> None:
        """Remember the hashes of what the echoes make of a content, by that of the marked content."""
        self._hashes[marked] = real

    def each(self, text: str, *, has_hashes: bool) -> Iterator[str]:
        """Return what every echo makes of a text."""
        if not self.are_several:
            yield text
            return
        for number in range(1, self.count + 1):
            told = text.replace(MARK, str(number))
            yield _HASHES.sub(partial(self._hash, at=number - 1), told) if has_hashes else told

    def _hash(self, found: re.Match[str], *, at: int) -> str:
        known = self._hashes.get(found[0])
        return known[at] if known else found[0]

"""Finds the rows of headings of a table, merged cells included, and proposes what each column means."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from django.utils.translation import override

from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import Grid
from vanban.text.normalize import fold, nfc

MOST_HEADING_ROWS = 3
_SEARCHED_ROWS = 40
_LEAST_SCORE = 0.55


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column: what its cells say from the top down, without repeats."""

    column: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The heading in one line."""
        return " / ".join(self.words)


def find_headings(grid: Grid) -> tuple[int, int]:
    """Return the first and the last row of headings: those whose columns are understood best."""
    best, found = 0.0, (0, 0)
    for first in range(min(grid.height, _SEARCHED_ROWS)):
        if not any(_text(grid, first, column) for column in range(grid.width)):
            continue
        for last in range(first, min(first + MOST_HEADING_ROWS, grid.height)):
            headings = headings_of(grid, first, last)
            score = sum(score for _field, score in _scored(headings).values()) - 0.05 * (last - first)
            # A row of people below would add its words to the headings: only a clear gain is worth a row.
            if score > best + 0.25:
                best, found = score, (first, last)
    return found


def headings_of(grid: Grid, first: int, last: int) -> list[Heading]:
    """Return the headings of all columns that have one. A merged cell heads every column it spans."""
    spans = [one for one in grid.merged if one[0] <= last and one[2] >= first]
    origin = {
        (row, column): (one[0], one[1])
        for one in spans
        for row in range(max(one[0], first), min(one[2], last) + 1)
        for column in range(one[1], min(one[3], grid.width - 1) + 1)
    }
    found = []
    for column in range(grid.width):
        words: list[str] = []
        for row in range(first, last + 1):
            place = origin.get((row, column), (row, column))
            text = _text(grid, *place)
            if text and text not in words:
                words.append(text)
        if words:
            found.append(Heading(column, tuple(words)))
    return found


def signature_of(headings: Sequence[Heading]) -> str:
    """Return what tells one set of headings from another: their words, column by column."""
    lines = "\n".join(f"{one.column} {fold(one.text)}" for one in headings)
    return hashlib.sha256(lines.encode()).hexdigest()


def propose(headings: Sequence[Heading]) -> dict[int, str]:
    """Return the field that each column most likely means; each field once, columns nobody knows left out."""
    return {column: field for column, (field, _score) in _scored(headings).items()}


def first_data_row(grid: Grid, last_heading: int) -> int:
    """Return the first row below the headings that is not a line of numbers of the columns."""
    row = last_heading + 1
    if row < grid.height:
        printed = [_text(grid, row, column).strip("()") for column in range(grid.width)]
        numbers = [text.removesuffix(".0") for text in printed if text]
        if len(numbers) > 1 and all(text.isdigit() for text in numbers):
            counted = [int(text) for text in numbers]
            if all(after - before == 1 for before, after in pairwise(counted)):
                return row + 1
    return row


def _scored(headings: Sequence[Heading]) -> dict[int, tuple[str, float]]:
    pairs = sorted(
        ((-score, heading.column, field) for heading in headings for field, score in _likenesses(heading.words)),
        key=lambda pair: (pair[0], pair[1], _ORDER[pair[2]]),
    )
    taken: dict[int, tuple[str, float]] = {}
    used: set[str] = set()
    for score, column, field in pairs:
        if column not in taken and field not in used:
            taken[column] = (field, -score)
            used.add(field)
    return taken


def _likenesses(words: Sequence[str]) -> Sequence[tuple[str, float]]:
    """Return the fields that a heading may mean, and how much it is like their names."""
    whole, last = fold(" / ".join(words)), fold(words[-1])
    scores = ((field, _likeness(whole, last, names, is_whole=len(words) == 1)) for field, names in _names().items())
    return [(field, score) for field, score in scores if score >= _LEAST_SCORE]


def _likeness(whole: str, last: str, names: Sequence[str], *, is_whole: bool) -> float:
    best = 0.0
    for name in names:
        if whole == name:
            return 1.0
        if last == name:
            best = max(best, 0.95 if is_whole else 0.9)
        elif f" {name} " in f" {whole} ":
            best = max(best, 0.5 + 0.4 * len(name) / len(whole))
    return best


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.at(row, column)
    return " ".join(nfc(value).split()) if isinstance(value, str) else str(value)


_ORDER = {code: number for number, code in enumerate(FIELDS)}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """The headings that mean each field, in Vietnamese whatever the language of the reader."""
    with override("vi"):
        return {
            code: tuple(dict.fromkeys(fold(str(name)) for name in (field.label, *field.names)))
            for code, field in FIELDS.items()
        }

"""Plain lines read as paragraphs and tables, for forms that have both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SAME_AS_ABOVE = "^"


@dataclass(frozen=True)
class Paragraph:
    """One line."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell that reaches over ``rows`` rows."""

    text: str
    rows: int


@dataclass(frozen=True)
class Table:
    """Consecutive lines of the form ``| a | b |``; a cell ``^`` is merged with the one above it."""

    rows: tuple[tuple[str, ...], ...]

    def merged(self) -> list[list[Cell]]:
        """The cells of each row without those that one above reaches into."""
        return [
            [Cell(cell, self._reach(place, column)) for column, cell in enumerate(row) if cell != SAME_AS_ABOVE]
            for place, row in enumerate(self.rows)
        ]

    def _reach(self, place: int, column: int) -> int:
        count = 1
        while place + count < len(self.rows) and self.rows[place + count][column] == SAME_AS_ABOVE:
            count += 1
        return count


def blocks(text: str) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in their order; empty lines part and are dropped."""
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
            rows.append(tuple(cell.strip() for cell in stripped[1:-1].split("|")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if stripped:
            yield Paragraph(stripped)

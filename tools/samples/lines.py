"""Plain lines read as paragraphs and tables, for forms that have both."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

SAME_AS_ABOVE, SAME_AS_LEFT = "^", "<"


@dataclass(frozen=True)
class Paragraph:
    """One line."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell that reaches over ``rows`` rows and ``columns`` columns."""

    text: str
    rows: int
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """Consecutive lines ``| a | b |``; ``^`` is merged with the cell above, ``<`` with the one on its left."""

    rows: tuple[tuple[str, ...], ...]

    def merged(self) -> list[list[Cell]]:
        """The cells of each row without those that one above reaches into."""
        return [
            [
                Cell(cell, self._rows(place, column), self._columns(place, column))
                for column, cell in enumerate(row)
                if cell not in (SAME_AS_ABOVE, SAME_AS_LEFT)
            ]
            for place, row in enumerate(self.rows)
        ]

    def _rows(self, place: int, column: int) -> int:
        below = (row[column] for row in self.rows[place + 1 :])
        return 1 + sum(1 for _ in itertools.takewhile(lambda cell: cell == SAME_AS_ABOVE, below))

    def _columns(self, place: int, column: int) -> int:
        behind = self.rows[place][column + 1 :]
        return 1 + sum(1 for _ in itertools.takewhile(lambda cell: cell == SAME_AS_LEFT, behind))


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

"""The table Tesseract prints: pages, blocks, paragraphs, lines and words, by their boxes in pixels."""

from __future__ import annotations

from dataclasses import dataclass

_COLUMNS = 12
_PAGE, _WORD = 1, 5
RULE = 9
"""A level of our own beside those of Tesseract: a ruled line, found in the picture."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word with its box in pixels from the upper left corner; ``confidence`` runs from 0 to 100."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


@dataclass(frozen=True, slots=True)
class SeenPage:
    """Words of a picture, line by line; the size of the picture in pixels."""

    width: int
    height: int
    lines: tuple[tuple[SeenWord, ...], ...]
    rules: tuple[tuple[int, int, int, int], ...] = ()
    """Left, top, right and bottom of ruled lines."""

    @property
    def text(self) -> str:
        """All words, one line of the picture a line."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)


def parse(table: str) -> SeenPage:
    """The page a table describes. Raises ValueError for what is no such table."""
    width = height = 0
    lines: dict[tuple[str, ...], list[SeenWord]] = {}
    rules: list[tuple[int, int, int, int]] = []
    for row in table.split("\n")[1:]:
        fields = row.rstrip("\r").split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS - 1:
            continue
        left, top, box_width, box_height = map(int, fields[6:10])
        if int(fields[0]) == _PAGE:
            width, height = box_width, box_height
        elif int(fields[0]) == RULE:
            rules.append((left, top, left + box_width, top + box_height))
        elif int(fields[0]) == _WORD and fields[11].strip():
            word = SeenWord(
                fields[11].strip(), left, top, left + box_width, top + box_height, max(float(fields[10]), 0.0)
            )
            lines.setdefault(tuple(fields[1:5]), []).append(word)
    if width <= 0 or height <= 0:
        raise ValueError("not a page")
    return SeenPage(width, height, tuple(tuple(line) for line in lines.values()), tuple(rules))

"""Blocks of content as paragraphs and grids, with their labels counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.compose.forms import HEADING_ROLES, ROLE_OF_LEVEL, Form, Role
from vanban.compose.grids import set_table
from vanban.compose.model import Block, Level, Numbered, Paragraph, Run, Table
from vanban.compose.sheet import Para, Piece
from vanban.compose.typography import letter, roman
from vanban.compose.words import clean_runs, para

_COUNTED_THROUGH = (Level.CHAPTER, Level.ARTICLE)
"""Chapters and articles are numbered through the whole document, not within the part above."""
_AUTOMATIC = frozenset({Level.SECTION, Level.ITEM, Level.SUBITEM, Level.ARTICLE, Level.DASH, Level.PLUS})
"""What Word counts itself. It knows no list with the letters of Vietnamese (a, b, c, d, đ, e), nor "Phần", "Chương"."""


def set_blocks(blocks: tuple[Block, ...], form: Form, width: float) -> tuple[Piece, ...]:
    """``blocks`` as they are printed on a page ``width`` millimetres wide."""
    return tuple(_Setter(form, width).blocks(blocks, ""))


@dataclass(slots=True)
class _Setter:
    form: Form
    width: float
    through: dict[Level, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED_THROUGH, 0))

    def blocks(self, blocks: tuple[Block, ...], above: str) -> Iterator[Piece]:
        """Set ``blocks``; ``above`` is the number of the item that they lie in."""
        count: dict[Level, int] = {}
        for block in blocks:
            if isinstance(block, Table):
                yield from set_table(block, self.width)
            elif isinstance(block, Paragraph):
                yield Para(Role.BODY, clean_runs(block.text), align=block.align)
            else:
                number = self._next(block.level, count)
                yield from self._numbered(block, number, above)

    def _next(self, level: Level, count: dict[Level, int]) -> int:
        counts = self.through if level in self.through else count
        counts[level] = counts.get(level, 0) + 1
        return counts[level]

    def _numbered(self, block: Numbered, number: int, above: str) -> Iterator[Piece]:
        label, own = self._label(block.level, number, above)
        role = ROLE_OF_LEVEL[block.level]
        if block.level in (Level.PART, Level.CHAPTER):
            yield para(Role.PART, label)
            if block.heading:
                yield para(Role.PART_TITLE, block.heading.upper())
        else:
            yield _labelled(block, role, label, number)
        yield from self.blocks(block.body, own)

    def _label(self, level: Level, number: int, above: str) -> tuple[str, str]:
        """The printed label, and the number that numbers below it begin with."""
        if level is Level.SUBITEM:
            own = f"{above}.{number}" if above else f"{number}"
            return f"{own}.", own
        label = {
            Level.PART: f"Phần {roman(number)}", Level.CHAPTER: f"Chương {roman(number)}",
            Level.ARTICLE: f"Điều {number}.", Level.SECTION: f"{roman(number)}{self.form.section_sign}",
            Level.ITEM: f"{number}.", Level.POINT: f"{letter(number)})", Level.DASH: "-", Level.PLUS: "+",
        }[level]  # fmt: skip
        return label, str(number) if level is Level.ITEM else above


def _labelled(block: Numbered, role: Role, label: str, number: int) -> Para:
    """The line of a numbered part: its heading, its text, or the one after the other."""
    heading, text = block.heading, clean_runs(block.text)
    if block.level is Level.SECTION:
        heading = heading.upper()
    title = clean_runs(heading, emphasise=True)
    if title and text:
        title = (*title, Run(" ", bold=True))
    elif title:
        role = HEADING_ROLES.get(role, role)
    runs = (*title, *text)
    return Para(role, runs, label, block.level if block.level in _AUTOMATIC else None, number)

"""The parts a reader finds, before they become one text with offsets.

Readers produce paragraphs and tables with their own strings; :func:`assemble` cleans the strings, drops ornaments,
turns tables that only lay out the page into paragraphs, and computes every offset in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from vanban.layout import Face, ParagraphShape
from vanban.readers import messages
from vanban.readers.page_layout import is_page_layout
from vanban.text.normalize import nfc
from vanban.types import Block, BlockKind, Cell, Limits, Notice, ReadDocument, Style, Table

_INVISIBLE = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]")
_ORNAMENT_CHARACTERS = frozenset(" -_*=~|–—─━⎯")
_SYMBOL_FONT = {0xF02D: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "□", 0xF06F: "□"}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_OBJECT = "\ufffc"
"""The one invisible character that Python calls printable."""


class Piece(NamedTuple):
    """Text as one element of the source prints it; ``verbatim`` when that element holds the same characters."""

    text: str
    face: Face
    element: object
    verbatim: bool


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Where the text of a paragraph comes from and how it is set; lines of one paragraph share theirs."""

    shape: ParagraphShape
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """``text[start:end]`` of the assembled document comes from ``source``; a computed label lies before it."""

    source: Source
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph or footnote as found; ``text`` begins with ``label`` when there is one.

    ``computed`` is how much of the label the source does not print, since the format counts it.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str | None = None
    style: Style = field(default_factory=Style)
    page: int | None = None
    source: Source | None = None
    computed: int = 0


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A table cell by its upper left corner, with the paragraphs in it."""

    row: int
    column: int
    paragraphs: tuple[DraftParagraph, ...]
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        """The paragraphs of the cell, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table as found. ``borderless`` is None when the format does not tell."""

    cells: tuple[DraftCell, ...]
    borderless: bool | None = None
    page: int | None = None


DraftPart = DraftParagraph | DraftTable


def clean(text: str) -> str:
    """The text in NFC on one line: white space as single spaces, invisible characters gone, symbol bullets readable."""
    text = nfc(text)
    if not text.isprintable() or _OBJECT in text:
        text = _INVISIBLE.sub("", text)
        text = _PRIVATE_USE.sub(lambda match: _SYMBOL_FONT.get(ord(match.group()), ""), text)
    return " ".join(text.split())


def is_ornament(text: str) -> bool:
    """Whether a line is empty or only a drawn rule or star, as under the national title."""
    return _ORNAMENT_CHARACTERS.issuperset(text)


def is_rule(text: str) -> bool:
    """Whether a line in a table cell is empty or a drawn rule; one dash alone there means "none" or an item."""
    return not text or (len(text) > 2 and is_ornament(text))


def assemble(
    parts: Iterable[DraftPart],
    *,
    format_name: str,
    reader: str,
    limits: Limits,
    page_count: int | None = None,
    notices: Sequence[Notice] = (),
    placed: list[Placed] | None = None,
) -> ReadDocument:
    """Join the parts into one document; what has a source is added to ``placed``.

    Raises :class:`UnreadableDocument` with code ``empty`` when no text is left, ``too-large`` beyond
    ``limits.characters``.
    """
    assembler = _Assembler(limits.characters, placed)
    for part in parts:
        if isinstance(part, DraftTable):
            assembler.add_table(part)
        else:
            assembler.add_paragraph(part)
    if not assembler.blocks:
        raise messages.unreadable("empty")
    return ReadDocument(
        text="".join(assembler.pieces),
        blocks=tuple(assembler.blocks),
        format=format_name,
        reader=reader,
        page_count=page_count,
        notices=tuple(notices),
    )


class _Assembler:
    """Collects text pieces and the blocks that lie in them."""

    def __init__(self, character_limit: int, placed: list[Placed] | None) -> None:
        self._placed = placed
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._limit = character_limit

    def add_paragraph(self, paragraph: DraftParagraph) -> None:
        paragraph = _cleaned(paragraph)
        if is_ornament(paragraph.text):
            return
        start = self._begin_block()
        self._append(paragraph.text)
        self._note_source(paragraph, start)
        self.blocks.append(
            Block(
                kind=paragraph.kind,
                start=start,
                end=self._length,
                label=paragraph.label,
                style=paragraph.style,
                page=paragraph.page,
            )
        )

    def add_table(self, table: DraftTable) -> None:
        cells = sorted((_cleaned_cell(cell) for cell in table.cells), key=lambda cell: (cell.row, cell.column))
        if is_page_layout([(cell.row, cell.column, cell.text) for cell in cells], borderless=table.borderless):
            for cell in cells:
                for paragraph in cell.paragraphs:
                    self.add_paragraph(paragraph)
            return
        start = self._begin_block()
        placed = self._place_cells(cells)
        grid = Table(
            row_count=max(cell.row + cell.row_span for cell in placed),
            column_count=max(cell.column + cell.column_span for cell in placed),
            cells=placed,
        )
        self.blocks.append(Block(BlockKind.TABLE, start, self._length, table=grid, page=table.page))

    def _place_cells(self, cells: Sequence[DraftCell]) -> tuple[Cell, ...]:
        placed: list[Cell] = []
        for cell in cells:
            if placed:
                self._append("\t" if placed[-1].row == cell.row else "\n")
            start = self._length
            self._append(cell.text)
            self._note_sources(cell, start)
            placed.append(Cell(start, self._length, cell.row, cell.column, cell.row_span, cell.column_span))
        return tuple(placed)

    def _note_sources(self, cell: DraftCell, start: int) -> None:
        for paragraph in cell.paragraphs:
            self._note_source(paragraph, start)
            start += len(paragraph.text) + 1

    def _note_source(self, paragraph: DraftParagraph, start: int) -> None:
        if self._placed is not None and paragraph.source is not None:
            end = start + len(paragraph.text)
            self._placed.append(Placed(paragraph.source, min(start + paragraph.computed, end), end))

    def _begin_block(self) -> int:
        if self.blocks:
            self._append("\n")
        return self._length

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)
        if self._length > self._limit:
            raise messages.too_long(self._length, self._limit)


def _cleaned(paragraph: DraftParagraph) -> DraftParagraph:
    text = clean(paragraph.text)
    label = clean(paragraph.label) if paragraph.label else None
    if label and not text.startswith(label):
        label = None
    if text == paragraph.text and (label or None) == paragraph.label:
        return paragraph
    return replace(paragraph, text=text, label=label or None)


def _cleaned_cell(cell: DraftCell) -> DraftCell:
    paragraphs = (_cleaned(paragraph) for paragraph in cell.paragraphs)
    kept = tuple(paragraph for paragraph in paragraphs if not is_rule(paragraph.text))
    return replace(cell, paragraphs=kept)

"""A document as it will be set, before any format: content with its labels, marks and looks. Both writers print it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vanban.compose.forms import CELL_PADDING, Form, Look, Role
from vanban.compose.model import Align, Level, Run
from vanban.compose.typography import unbound


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``label`` is its printed number; ``level`` the list that counts it, None for a label that is text.

    ``number`` is its place in that list. ``keep_next`` holds it on the page of what follows.
    ``inset`` narrows it from both sides, in millimetres, so that centred lines come out alike.
    """

    role: Role
    runs: tuple[Run, ...]
    label: str = ""
    level: Level | None = None
    number: int = 0
    align: Align | None = None
    keep_next: bool = False
    inset: float = 0.0

    @property
    def is_label_bold(self) -> bool:
        """A number is bold before a bold heading; "Điều 1." always is."""
        return self.level is Level.ARTICLE or (bool(self.runs) and self.runs[0].bold)

    @property
    def text(self) -> str:
        """What is printed, the label in front."""
        words = unbound("".join(run.text for run in self.runs))
        return f"{self.label} {words}" if self.label else words


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin centred line of the form, ``width`` millimetres long, a little below the line above it."""

    width: float


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a grid at its place: ``row`` and ``column`` count from 0."""

    row: int
    column: int
    paras: tuple[Para, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: widths in millimetres, the first ``head_rows`` repeat, rows of ``kept`` stay on one page.

    ``padding`` is the room between the line at the side of a cell and its text, in millimetres.
    """

    widths: tuple[float, ...]
    row_count: int
    head_rows: int
    squares: tuple[Square, ...]
    kept: frozenset[int] = field(default_factory=frozenset)
    padding: float = CELL_PADDING


Piece = Para | Rule | Grid


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    """An annex: its head, its body, its paper."""

    head: tuple[Piece, ...]
    body: tuple[Piece, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of a document in reading order, the letterhead as rows of a left and a right cell.

    ``title``, ``author`` and ``day`` are properties of the file. ``landscape`` is the paper of the document itself.
    ``maker`` stands between recipients and signature.
    """

    form: Form
    letterhead: tuple[tuple[tuple[Piece, ...], tuple[Piece, ...]], ...]
    opening: tuple[Piece, ...]
    body: tuple[Piece, ...]
    recipients: tuple[Para, ...]
    signature: tuple[Para, ...]
    annexes: tuple[AnnexSheet, ...]
    title: str
    author: str
    day: date | None
    landscape: bool = False
    is_form: bool = False
    maker: tuple[Para, ...] = ()

    @property
    def width(self) -> float:
        """The width of its text in millimetres."""
        return self.form.text_width(landscape=self.landscape)

    @property
    def head_left(self) -> float:
        """The width of the left cells of the letterhead in millimetres."""
        return self.form.head_left * self.width / self.form.text_width()

    @property
    def foot_left(self) -> float:
        """The width of the left cell of the foot: a half where two sign beside each other."""
        return self.width / 2 if self.is_form else self.form.foot_left * self.width / self.form.text_width()

    @property
    def foot(self) -> tuple[tuple[tuple[Para, ...], float], ...]:
        """What stands beside each other at the end, each with its width in millimetres."""
        if not self.maker:
            return (self.recipients, self.foot_left), (self.signature, self.width - self.foot_left)
        third = self.width / 3
        return (self.recipients, third), (self.maker, third), (self.signature, third)

    def look(self, role: Role) -> Look:
        """How ``role`` is set in this layout."""
        return self.form.looks[role]

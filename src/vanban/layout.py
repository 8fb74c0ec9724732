"""How a document looks on paper, as far as its format says. Lengths in millimetres, sizes and spaces in points.

Spans point into the text of the reader, as those of :mod:`vanban.types` do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from vanban.types import Alignment


class Face(NamedTuple):
    """The type of a piece of text. ``font`` and ``size`` are None when the format does not say."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    black: bool = True


class LineRule(StrEnum):
    """What the number of a line spacing means: lines, exactly so many points, at least so many points."""

    LINES = "lines"
    EXACTLY = "exactly"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class ParagraphShape:
    """How a paragraph is set, apart from its type. ``section`` counts the sections of the document from 0."""

    alignment: Alignment = Alignment.UNKNOWN
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    line_rule: LineRule = LineRule.LINES
    listed: bool = False
    section: int = 0


class RunLook(NamedTuple):
    """``text[start:end]`` is set in ``face``."""

    start: int
    end: int
    face: Face


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """``text[start:end]`` is a paragraph, or a line of one that holds line breaks; ``runs`` are in order."""

    start: int
    end: int
    shape: ParagraphShape
    runs: tuple[RunLook, ...]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where pages print their number. ``alignment`` is unknown when a frame or tab places it."""

    in_header: bool
    alignment: Alignment
    face: Face


@dataclass(frozen=True, slots=True)
class SectionLook:
    """The paper of a section, its margins, and the page number on its first and on its other pages."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number: PageNumber | None = None
    number_on_first: PageNumber | None = None

    @property
    def landscape(self) -> bool:
        """True when the page lies on its side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """Sections and paragraphs in reading order."""

    sections: tuple[SectionLook, ...]
    paragraphs: tuple[ParagraphLook, ...]

    def paragraphs_in(self, start: int, end: int) -> Iterator[ParagraphLook]:
        """The paragraphs that share a character with ``text[start:end]``."""
        at = bisect_right(self.paragraphs, start, key=lambda one: one.end)
        for paragraph in self.paragraphs[at:]:
            if paragraph.start >= end:
                return
            yield paragraph

    def runs_in(self, start: int, end: int) -> Iterator[RunLook]:
        """The runs of ``text[start:end]``, cut to it."""
        for paragraph in self.paragraphs_in(start, end):
            for run in paragraph.runs:
                first, last = max(run.start, start), min(run.end, end)
                if first < last:
                    yield RunLook(first, last, run.face)

"""What lies on a page, in points from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.types import Alignment


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space; ``y`` is the baseline, ``size`` the size of the type.

    ``raised`` marks digits that a font itself draws above the baseline. ``confidence`` (0 to 100) is that of a word
    recognised in a picture, None for one that the file holds as text.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    raised: bool = False
    confidence: float | None = None


@dataclass(slots=True)
class Fragment:
    """Words side by side on one baseline without a wide gap."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float


@dataclass(slots=True)
class Line:
    """A line of text as it is read."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    bold: bool = False
    italic: bool = False
    first_word_width: float = 0.0
    alignment: Alignment = Alignment.UNKNOWN


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: horizontal when ``y0`` equals ``y1``, else vertical."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        """Whether the line runs across the page."""
        return self.y0 == self.y1


@dataclass(slots=True)
class Page:
    """The words and rules of a page; ``number`` counts from 1."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    is_picture: bool = False
    """Whether the page is an image with no text layer, or one with no more than a stamp, a number or a signature."""

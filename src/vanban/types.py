"""What a reader hands to the rest of the package: one text, and where its parts lie in it.

Offsets are character offsets into :attr:`ReadDocument.text`, which is in Unicode NFC. A reader joins what the page
breaks apart (soft line breaks, page breaks) the way a person reading aloud would, and leaves markup out, so that
``text[start:end]`` of any span can be shown to a user as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vanban.layout import DocumentLayout


class Span(NamedTuple):
    """A half-open range of characters, ``text[start:end]``."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    FOOTNOTE = "footnote"


class Alignment(StrEnum):
    """How a paragraph is set; unknown when the format does not say."""

    UNKNOWN = "unknown"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Style:
    """The visible hints that structure is read from. False and None mean "not known or not so"."""

    bold: bool = False
    italic: bool = False
    alignment: Alignment = Alignment.UNKNOWN
    outline_level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``row`` and ``column`` count from 0 and give its upper left corner."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed: merged cells once, with their spans. Cells are ordered by row, then column."""

    row_count: int
    column_count: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, table or footnote.

    ``label`` is the list label the format computes ("1.", "a)", "-"); it is part of the text, at the start of the
    block. Blocks are in reading order, do not overlap, and are separated in the text by one line feed. Within a
    table, cells of a row are separated by a tab and rows by a line feed; a cell of several paragraphs separates them
    by line feeds.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None
    style: Style = field(default_factory=Style)
    table: Table | None = None
    page: int | None = None


class NoticeCode(StrEnum):
    """What a person should know about how the document was read."""

    OPEN_CHANGES = "open-changes"
    OPEN_COMMENTS = "open-comments"
    EMBEDDED_OBJECTS = "embedded-objects"
    SCANNED_PAGES = "scanned-pages"
    RECOGNISED_TEXT = "recognised-text"
    GUESSED_ENCODING = "guessed-encoding"
    CONVERTED_ENCODING = "converted-encoding"


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark of the reader, with a Vietnamese sentence for the user."""

    code: NoticeCode
    message: str


class UncertainSpan(NamedTuple):
    """A word recognised in a picture with little confidence (0 to 1). What was read from it, a person must check."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as text and blocks.

    ``reader`` names the reader and its version, such as ``docx/1``. ``uncertain`` are words of scans, in order.
    ``layout`` is how it looks on paper, from formats that tell.
    """

    text: str
    blocks: tuple[Block, ...]
    format: str
    reader: str
    page_count: int | None = None
    notices: tuple[Notice, ...] = ()
    uncertain: tuple[UncertainSpan, ...] = ()
    layout: DocumentLayout | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that protect the machine from hostile files. Sizes in bytes."""

    file_size: int = 50 * 1024 * 1024
    unpacked_size: int = 300 * 1024 * 1024
    pages: int = 1_000
    characters: int = 5_000_000


class UnreadableDocument(Exception):
    """A file that cannot be read. ``message`` tells the user in Vietnamese what is wrong and what to do.

    Codes: empty, too-large, too-many-pages, unknown-format, encrypted, damaged, zip-bomb, scanned, needs-converter.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

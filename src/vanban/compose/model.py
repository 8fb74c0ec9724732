"""The content of an official document, free of any look. Every class is frozen; JSON is read by ``compose.reading``.

Text is a ``str``, or a tuple of strings and :class:`Run` where some words are emphasised. It is written plainly: the
composer puts in labels ("I.", "a)"), dashes, final punctuation of lists, no-break spaces and the marks of the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Layout(StrEnum):
    """Whose rules of form a document follows."""

    STATE = "state"
    PARTY = "party"


class Kind(StrEnum):
    """The kinds of documents that can be composed. Annexes belong to a document of one of them."""

    CHUONG_TRINH = "chuong_trinh"
    KE_HOACH = "ke_hoach"
    CONG_VAN = "cong_van"
    BAO_CAO = "bao_cao"
    TO_TRINH = "to_trinh"
    THONG_BAO = "thong_bao"
    QUYET_DINH = "quyet_dinh"
    BIEU_MAU = "bieu_mau"  # a form or list that is filled in and signed, without a number


class Level(StrEnum):
    """How a numbered part is numbered. The order is that of nesting; levels may be left out, not turned round."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    ARTICLE = "article"  # Điều 1.
    SECTION = "section"  # I.
    ITEM = "item"  # 1.
    SUBITEM = "subitem"  # 1.1.
    POINT = "point"  # a)
    DASH = "dash"  # -
    PLUS = "plus"  # +


class Align(StrEnum):
    """How the cells of a column are set. Numbers stand at the right, so that their digits stand under each other."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"
    NUMBER = "number"


class Urgency(StrEnum):
    """Marks of urgency of NĐ 30/2020, Phụ lục I, mục II.10 (ô số 10b)."""

    HOA_TOC = "hoa_toc"
    THUONG_KHAN = "thuong_khan"
    KHAN = "khan"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words and their emphasis."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Text: TypeAlias = str | tuple[str | Run, ...]
CellValue: TypeAlias = Text | int | Decimal


def runs_of(text: Text) -> tuple[Run, ...]:
    """``text`` as runs, the empty ones left out."""
    pieces = (text,) if isinstance(text, str) else text
    runs = (Run(piece) if isinstance(piece, str) else piece for piece in pieces)
    return tuple(run for run in runs if run.text)


def plain(text: Text) -> str:
    """``text`` without its emphasis."""
    return text if isinstance(text, str) else "".join(run.text for run in runs_of(text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, without a number. ``align`` None is that of the layout: both sides, first line drawn in."""

    text: Text
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part, item or point: its label is counted, its ``heading`` or ``text`` follows, then what lies within.

    A ``heading`` is set bold and stands for itself; ``text`` is a sentence. A heading may have a text on its line
    ("1. Sở Y tế: chủ trì …" has the heading "Sở Y tế:").
    """

    level: Level
    heading: str = ""
    text: Text = ""
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. A line feed begins a new paragraph. ``align`` None is that of the column."""

    text: CellValue = ""
    column_span: int = 1
    row_span: int = 1
    bold: bool = False
    italic: bool = False
    align: Align | None = None


Row: TypeAlias = tuple[Cell | CellValue, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width, how its cells are set, and its head.

    ``width`` is a share: columns of 1, 3 and 2 take a sixth, a half and a third.
    """

    title: str = ""
    width: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its head repeats on every page.

    ``head`` are rows with merged cells; without it the titles of the columns are the head. ``caption`` stands above,
    ``unit`` below it at the right ("Đơn vị tính: triệu đồng"), ``numbered_columns`` prints a row (1), (2), … .
    ``notes`` stand below it in small letters. ``dense`` sets a table of many columns small, with little room beside the
    lines.
    A row lists its cells from left to right and leaves out places that a cell from above or from the left covers.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: str = ""
    unit: str = ""
    numbered_columns: bool = False
    dense: bool = False
    notes: tuple[str, ...] = ()


Block: TypeAlias = Paragraph | Numbered | Table


@dataclass(frozen=True, slots=True)
class Header:
    """Who issues the document, its number and symbol, place and date. What is not known yet stays empty.

    ``upper`` and ``issuer`` are the lines of the superior and the issuing body, in any letters (printed in capitals).
    ``number`` and ``symbol`` are "12" and "KH-UBND" (State) or "KH/ĐU" (Party).
    """

    issuer: tuple[str, ...]
    symbol: str
    place: str
    upper: tuple[str, ...] = ()
    number: str = ""
    date: date | None = None
    urgency: Urgency | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. ``capacity`` are the lines above the name, with TM., KT., TL., TUQ. (or T/M, K/T, T/L) where it holds.

    The layout writes the marks in its own way.
    """

    capacity: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own, with a head and page numbers of its own.

    ``numbered`` False leaves out "Phụ lục I": a "Danh mục …" or "Quy chế …" that a decision issues has its title alone.
    ``reference`` is the line in brackets below the title; None makes it from the document, "" leaves it out.
    """

    title: str
    body: tuple[Block, ...]
    landscape: bool = False
    numbered: bool = True
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document.

    ``title`` None is the printed kind ("KẾ HOẠCH"); a programme of action has "CHƯƠNG TRÌNH HÀNH ĐỘNG". ``issuer_name``
    is the issuing body in running text ("Ủy ban nhân dân xã Đồi Chè Thử"), made from the header when empty.
    ``authority`` is the line in capitals of a decision ("ỦY BAN NHÂN DÂN XÃ …"), ``enacting`` its "QUYẾT ĐỊNH:".
    ``recipients`` are entries without dash and mark; ``filing`` is what stands after "Lưu" ("VT" when empty).
    ``landscape`` turns the paper of the document itself, for wide tables.

    A form (``Kind.BIEU_MAU``) has its own ``title``, which ``subject`` follows; the symbol of its header is the name of
    the form ("Mẫu số 01"), place and date stand above who signs, ``maker`` (who filled it in) at the left. Of another
    document ``maker`` stands between recipients and signature.
    """

    kind: Kind
    header: Header
    body: tuple[Block, ...]
    signature: Signature
    layout: Layout = Layout.STATE
    title: str | None = None
    subject: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[Text, ...] = ()
    authority: str = ""
    recipients: tuple[str, ...] = ()
    filing: str = ""
    annexes: tuple[Annex, ...] = ()
    issuer_name: str = ""
    landscape: bool = False
    maker: Signature | None = None

    @property
    def is_form(self) -> bool:
        """Whether it has neither number nor recipients."""
        return self.kind is Kind.BIEU_MAU


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block of ``blocks`` in reading order, those within others too."""
    for block in blocks:
        yield block
        if isinstance(block, Numbered):
            yield from walk(block.body)


def section(heading: str, *body: Block) -> Numbered:
    """A part "I. HEADING"."""
    return Numbered(Level.SECTION, heading=heading, body=body)


def item(text: Text, *body: Block, heading: str = "") -> Numbered:
    """An item "1. …"."""
    return Numbered(Level.ITEM, heading=heading, text=text, body=body)


def subitem(text: Text, *body: Block, heading: str = "") -> Numbered:
    """An item "1.1. …"."""
    return Numbered(Level.SUBITEM, heading=heading, text=text, body=body)


def point(text: Text, *body: Block, heading: str = "") -> Numbered:
    """A point "a) …"."""
    return Numbered(Level.POINT, heading=heading, text=text, body=body)


def dash(text: Text, *body: Block) -> Numbered:
    """An entry "- …"."""
    return Numbered(Level.DASH, text=text, body=body)


def article(text: Text, *body: Block, heading: str = "") -> Numbered:
    """An article "Điều 1. …"."""
    return Numbered(Level.ARTICLE, heading=heading, text=text, body=body)


def bold(text: str) -> Run:
    """Words in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """Words in italics."""
    return Run(text, italic=True)

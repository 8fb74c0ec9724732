"""The two layouts as data: paper, and the look of every component of the form.

State: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I. Party: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026. Where the rules
give a range, one value within it is chosen. Lengths are in millimetres, sizes and spaces in points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from vanban.compose.model import Align, Layout, Level


class Role(StrEnum):
    """What a paragraph is on the page; each has a style of its own in the .docx."""

    NATIONAL = "national"
    MOTTO = "motto"
    PARTY = "party"
    UPPER = "upper"
    ISSUER = "issuer"
    STAR = "star"
    NUMBER = "number"
    DATE = "date"
    LETTER_SUBJECT = "letter_subject"
    URGENCY = "urgency"
    DRAFT = "draft"
    TITLE = "title"
    SUBJECT = "subject"
    ADDRESSED = "addressed"
    ADDRESSEE = "addressee"
    AUTHORITY = "authority"
    BASIS = "basis"
    ENACTING = "enacting"
    BODY = "body"
    PART = "part"
    PART_TITLE = "part_title"
    ARTICLE = "article"
    ARTICLE_HEADING = "article_heading"
    SECTION = "section"
    ITEM = "item"
    ITEM_HEADING = "item_heading"
    SUBITEM = "subitem"
    SUBITEM_HEADING = "subitem_heading"
    POINT = "point"
    DASH = "dash"
    PLUS = "plus"
    CAPTION = "caption"
    UNIT = "unit"
    HEAD_CELL = "head_cell"
    COLUMN_NUMBER = "column_number"
    CELL = "cell"
    DENSE_HEAD_CELL = "dense_head_cell"
    DENSE_COLUMN_NUMBER = "dense_column_number"
    DENSE_CELL = "dense_cell"
    TABLE_NOTE = "table_note"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    AUTHORISED = "authorised"
    CAPACITY = "capacity"
    SIGNER = "signer"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    PAGE_NUMBER = "page_number"


ROLE_OF_LEVEL = {
    Level.PART: Role.PART, Level.CHAPTER: Role.PART, Level.ARTICLE: Role.ARTICLE, Level.SECTION: Role.SECTION,
    Level.ITEM: Role.ITEM, Level.SUBITEM: Role.SUBITEM, Level.POINT: Role.POINT, Level.DASH: Role.DASH,
    Level.PLUS: Role.PLUS,
}  # fmt: skip
HEADING_ROLES = {
    Role.ARTICLE: Role.ARTICLE_HEADING, Role.ITEM: Role.ITEM_HEADING, Role.SUBITEM: Role.SUBITEM_HEADING,
}  # fmt: skip
"""What an item is when a heading alone stands on its line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set. ``line`` is its exact line height in points, None for single lines.

    ``outline`` is its level in Word's navigation, from 0.
    """

    size: float
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float | None = None
    first_line: float = 0.0
    left: float = 0.0
    keep_next: bool = False
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A layout: the paper, the columns of letterhead and foot, and the looks.

    ``section_sign`` follows the Roman number of a part ("I." or "I-"). ``end`` closes the body.
    """

    layout: Layout
    top: float
    bottom: float
    left: float
    right: float
    head_left: float
    foot_left: float
    number_from_edge: float
    section_sign: str
    end: str
    looks: dict[Role, Look]

    def text_width(self, *, landscape: bool = False) -> float:
        """The width between the margins, in millimetres."""
        return (297.0 if landscape else 210.0) - self.left - self.right


PAPER = (210.0, 297.0)
"""A4."""
CELL_PADDING = 1.9
"""Between the line at the side of a cell and its text."""
DENSE_PADDING = 0.6
"""The same in a dense table."""
FONT = "Times New Roman"
SUBSTITUTE = "Tinos"
"""Has the metrics of Times New Roman and every Vietnamese letter."""

_BODY = Look(14, Align.JUSTIFY, before=6, line=18, first_line=12.7)
_CELL = Look(12, Align.LEFT, before=2, after=2)
_DENSE_CELL = Look(9, Align.LEFT, before=1, after=1)


def _body_looks(body: Look) -> dict[Role, Look]:
    """Running text and the numbered parts, which are set like it."""
    plain = (Role.BODY, Role.ARTICLE, Role.ITEM, Role.SUBITEM, Role.POINT, Role.DASH, Role.PLUS)
    heading = replace(body, bold=True, keep_next=True)
    return {
        **dict.fromkeys(plain, body),
        Role.SECTION: replace(heading, capitals=True, outline=0),
        Role.ARTICLE_HEADING: replace(heading, outline=1),
        Role.ITEM_HEADING: replace(heading, outline=1),
        Role.SUBITEM_HEADING: replace(heading, outline=2),
    }


_STATE_LOOKS = {
    Role.NATIONAL: Look(13, bold=True, capitals=True),
    Role.MOTTO: Look(14, bold=True),
    Role.UPPER: Look(13, capitals=True),
    Role.ISSUER: Look(13, bold=True, capitals=True),
    Role.NUMBER: Look(13, before=6),
    Role.DATE: Look(14, italic=True, before=6),
    Role.LETTER_SUBJECT: Look(12, before=6),
    Role.URGENCY: Look(13, bold=True, capitals=True, before=6),
    Role.DRAFT: Look(13, bold=True, capitals=True, before=6),
    Role.TITLE: Look(14, bold=True, capitals=True, before=18, keep_next=True),
    Role.SUBJECT: Look(14, bold=True, keep_next=True),
    Role.ADDRESSED: Look(14, before=18, line=18),
    Role.ADDRESSEE: Look(14, Align.LEFT, line=18, left=55),
    Role.AUTHORITY: Look(14, bold=True, capitals=True, before=18, after=6, keep_next=True),
    Role.BASIS: replace(_BODY, italic=True),
    Role.ENACTING: Look(14, bold=True, capitals=True, before=12, after=6, keep_next=True),
    Role.PART: Look(14, bold=True, before=12, keep_next=True, outline=0),
    Role.PART_TITLE: Look(14, bold=True, capitals=True, after=6, keep_next=True),
    **_body_looks(_BODY),
    Role.CAPTION: Look(13, bold=True, before=12, after=6, keep_next=True),
    Role.UNIT: Look(12, Align.RIGHT, italic=True, before=6, after=3, keep_next=True),
    Role.HEAD_CELL: replace(_CELL, align=Align.CENTER, bold=True),
    Role.COLUMN_NUMBER: replace(_CELL, size=11, align=Align.CENTER, italic=True),
    Role.CELL: _CELL,
    Role.DENSE_HEAD_CELL: replace(_DENSE_CELL, align=Align.CENTER, bold=True),
    Role.DENSE_COLUMN_NUMBER: replace(_DENSE_CELL, size=8, align=Align.CENTER, italic=True),
    Role.DENSE_CELL: _DENSE_CELL,
    Role.TABLE_NOTE: Look(10, Align.JUSTIFY, italic=True, before=2),
    Role.RECIPIENTS: Look(12, Align.LEFT, bold=True, italic=True),
    Role.RECIPIENT: Look(11, Align.LEFT),
    Role.AUTHORISED: Look(14, bold=True, capitals=True),
    Role.CAPACITY: Look(14, bold=True, capitals=True),
    Role.SIGNER: Look(14, bold=True, before=72),
    Role.ANNEX_LABEL: Look(14, bold=True, keep_next=True, outline=0),
    Role.ANNEX_TITLE: Look(14, bold=True, capitals=True, keep_next=True),
    Role.ANNEX_REFERENCE: Look(14, italic=True, keep_next=True),
    Role.PAGE_NUMBER: Look(14),
}

STATE = Form(
    layout=Layout.STATE, top=20, bottom=20, left=30, right=15, head_left=66, foot_left=78, number_from_edge=10,
    section_sign=".", end="./.", looks=_STATE_LOOKS,
)  # fmt: skip

_PARTY_BODY = replace(_BODY, first_line=10)
_PARTY_LOOKS = {
    **_STATE_LOOKS,
    Role.PARTY: Look(14, bold=True, capitals=True),
    Role.UPPER: Look(13, capitals=True),
    Role.ISSUER: Look(13, bold=True, capitals=True),
    Role.STAR: Look(14),
    Role.NUMBER: Look(14),
    Role.DATE: Look(14, italic=True),
    Role.LETTER_SUBJECT: Look(12, italic=True, before=3),
    Role.TITLE: Look(15, bold=True, capitals=True, before=18, keep_next=True),
    Role.ADDRESSED: Look(14, before=18, line=18),
    Role.BASIS: _PARTY_BODY,
    **_body_looks(_PARTY_BODY),
    Role.RECIPIENTS: Look(12, Align.LEFT, underline=True),
    Role.CAPACITY: Look(14, capitals=True),
}

PARTY = Form(
    layout=Layout.PARTY, top=20, bottom=20, left=30, right=15, head_left=72, foot_left=78, number_from_edge=10,
    section_sign="-", end=".", looks=_PARTY_LOOKS,
)  # fmt: skip

FORMS = {Layout.STATE: STATE, Layout.PARTY: PARTY}

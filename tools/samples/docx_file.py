"""The .docx of a sample, laid out by NĐ 30/2020/NĐ-CP (State) or HD 05-HD/VPTW (Party)."""

from __future__ import annotations

import datetime
import io

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from tools.samples.docx_lists import add_list_definitions, number_paragraph
from tools.samples.docx_notes import add_footnote_mark, add_footnotes_part
from tools.samples.docx_parts import (
    FONT,
    add_page_field,
    add_text,
    cell_lines,
    centred,
    next_paragraph,
    set_column_widths,
    underline_short,
    with_fixed_dates,
)
from tools.samples.docx_table import add_annex
from tools.samples.model import PARTY_TITLE, SAMPLE_MARK, STATE_MOTTO, Block, Document
from tools.samples.plain_text import FOOTNOTE_MARK

BODY_SIZE = 14
PARTY_LINE = 18
"""Points from line to line, exactly, in documents of the Party."""
GROUNDS = ("Căn cứ", "Theo đề nghị", "Xét đề nghị")
FIXED_DATE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def render(document: Document) -> bytes:
    """The document as a Word file; the same source gives the same bytes."""
    word = docx.Document()
    set_up(word, document)
    write_header(word, document)
    write_type_and_subject(word, document)
    write_addressees(word, document)
    if document.lists:
        add_list_definitions(word, document)
    if document.footnotes:
        add_footnotes_part(word, document.footnotes)
    for block in document.body:
        write_block(word, block, document)
    write_ending(word, document)
    for annex in document.annexes:
        add_annex(word, annex)
    output = io.BytesIO()
    word.save(output)
    return with_fixed_dates(output.getvalue())


def set_up(word: WordDocument, document: Document) -> None:
    """Page, margins, base font, page number from the second page on, the sample mark, fixed properties."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin = Mm(30)
    section.right_margin = Mm(15 if document.is_party else 20)
    section.different_first_page_header_footer = True
    add_page_field(centred(section.header.paragraphs[0]))
    for footer in (section.footer, section.first_page_footer):
        add_text(centred(footer.paragraphs[0]), SAMPLE_MARK, size=9, italic=True)
    normal = word.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(BODY_SIZE)
    properties = word.core_properties
    properties.title = document.slug
    properties.author = properties.last_modified_by = "Sáu Rõ"
    properties.created = properties.modified = FIXED_DATE


def write_header(word: WordDocument, document: Document) -> None:
    """The two columns without borders: issuer and number on the left, motto and date on the right."""
    table = word.add_table(rows=1, cols=2)
    set_column_widths(table, (66, 99 if document.is_party else 94))
    left, right = table.rows[0].cells
    write_issuer(left, document)
    motto = (PARTY_TITLE,) if document.is_party else STATE_MOTTO
    lines = cell_lines(right, motto, size=13, bold=True)
    underline_short(lines[-1], side="bottom", inset_mm=12)
    cell_lines(right, ("", document.place_date), size=14, italic=True)


def write_issuer(cell: _Cell, document: Document) -> None:
    """Upper body, issuer, number; in a letter the subject; a mark of urgency in the end."""
    cell_lines(cell, document.upper, size=12)
    lines = cell_lines(cell, document.issuer, size=12, bold=True)
    if document.is_party:
        cell_lines(cell, ("*",), size=12)
    else:
        underline_short(lines[-1], side="bottom", inset_mm=15)
    cell_lines(cell, (document.number_line,), size=13)
    if not document.type_name:
        cell_lines(cell, document.subject, size=12, italic=document.is_party)
    if document.urgency:
        cell_lines(cell, (document.urgency,), size=13, bold=True)


def write_type_and_subject(word: WordDocument, document: Document) -> None:
    """`KẾ HOẠCH` and what it is about, centred; a letter has neither."""
    if not document.type_name:
        return
    for line in ("", document.type_name, *document.subject):
        add_text(centred(word.add_paragraph()), line, size=14, bold=True)
    add_text(centred(word.add_paragraph()), "-----" if document.is_party else "", size=14)


def write_addressees(word: WordDocument, document: Document) -> None:
    """`Kính gửi:` and the addressee on its line, or a list below it."""
    if not document.addressees:
        return
    single = len(document.addressees) == 1
    first = f"{document.addressee_intro} {document.addressees[0]}" if single else document.addressee_intro
    others = () if single else tuple(f"- {line}" for line in document.addressees)
    for place, line in enumerate((first, *others)):
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(20 if place == 0 else 35)
        paragraph.paragraph_format.space_after = Pt(2)
        add_text(paragraph, line, size=BODY_SIZE)


def write_block(word: WordDocument, block: Block, document: Document) -> None:
    """One paragraph of the body, with a typed label or as an item of a list."""
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_after = Pt(6)
    if document.is_party:
        paragraph.paragraph_format.line_spacing = Pt(PARTY_LINE)
    bold = block.kind in ("part", "title")
    italic = is_ground(block, document)
    if document.lists and block.label:
        number_paragraph(paragraph, block.kind)
    else:
        paragraph.paragraph_format.first_line_indent = Mm(10)
        if block.label:
            add_text(paragraph, f"{block.label} ", size=BODY_SIZE, bold=bold or block.kind == "article")
    for place, piece in enumerate(FOOTNOTE_MARK.split(block.text)):
        if place % 2:
            add_footnote_mark(paragraph, int(piece))
        elif piece:
            add_text(paragraph, piece, size=BODY_SIZE, bold=bold, italic=italic)


def is_ground(block: Block, document: Document) -> bool:
    """Whether a paragraph is one of the grounds of a State document, which are set in italics."""
    return not document.is_party and block.text.startswith(GROUNDS) and block.text.endswith((";", "."))


def write_ending(word: WordDocument, document: Document) -> None:
    """Recipients on the left, capacity and name on the right."""
    table = word.add_table(rows=1, cols=2)
    set_column_widths(table, (80, 80))
    left, right = table.rows[0].cells
    heading = next_paragraph(left)
    add_text(heading, "Nơi nhận:", size=12, bold=not document.is_party, italic=not document.is_party)
    heading.runs[0].underline = document.is_party or None
    for recipient in document.recipients:
        write_recipient(left.add_paragraph(), recipient)
    cell_lines(right, document.capacity, size=14, bold=not document.is_party)
    cell_lines(right, ("", "", "", document.signer), size=14, bold=True)


def write_recipient(paragraph: Paragraph, recipient: str) -> None:
    """One line of the list of recipients."""
    paragraph.paragraph_format.space_after = Pt(0)
    add_text(paragraph, f"- {recipient}", size=11)

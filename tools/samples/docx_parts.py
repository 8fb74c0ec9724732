"""Small pieces of a .docx: runs, borderless tables, page fields, fixed archive dates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Literal

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

FONT = "Times New Roman"
ARCHIVE_DATE = (2026, 1, 1, 0, 0, 0)


def add_text(paragraph: Paragraph, text: str, *, size: float, bold: bool = False, italic: bool = False) -> None:
    """Append a run in the document's font."""
    run = paragraph.add_run(text)
    run.font.name = FONT
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    run.font.size = Pt(size)
    run.bold = bold
    run.italic = italic


def append_xml(parent: etree._Element, child: etree._Element) -> None:
    """Append a raw element; python-docx's own types accept only elements of the parent's type."""
    parent.append(child)


def insert_property(paragraph: Paragraph, prop: etree._Element) -> None:
    """Insert a list number or a border ahead of spacing and alignment: Word insists on the order of the schema."""
    properties: etree._Element = paragraph._p.get_or_add_pPr()
    style = properties.find(qn("w:pStyle"))
    properties.insert(0 if style is None else 1, prop)


def centred(paragraph: Paragraph) -> Paragraph:
    """Centre the paragraph, without space around it, and return it."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(0)
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def cell_lines(
    cell: _Cell, lines: Iterable[str], *, size: float, bold: bool = False, italic: bool = False
) -> list[Paragraph]:
    """Write each line as a centred paragraph of its own into the cell."""
    written = []
    for line in lines:
        paragraph = centred(next_paragraph(cell))
        add_text(paragraph, line, size=size, bold=bold, italic=italic)
        written.append(paragraph)
    return written


def set_column_widths(table: Table, widths_mm: Sequence[float]) -> None:
    """Fix the widths in the grid and in every cell: Word reads the cells, other programs the grid."""
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)


def next_paragraph(cell: _Cell) -> Paragraph:
    """The cell's first paragraph while it is empty, then a new one."""
    paragraphs: list[Paragraph] = cell.paragraphs
    if len(paragraphs) == 1 and not paragraphs[0].text:
        return paragraphs[0]
    added: Paragraph = cell.add_paragraph()
    return added


def add_page_field(paragraph: Paragraph) -> None:
    """Put Word's PAGE field into the paragraph."""
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(13)
        if kind == "PAGE":
            code = OxmlElement("w:instrText")
            code.text = kind
        else:
            code = OxmlElement("w:fldChar")
            code.set(qn("w:fldCharType"), kind)
        append_xml(run._r, code)


def underline_short(paragraph: Paragraph, *, side: Literal["top", "bottom"], inset_mm: float) -> None:
    """Draw the short line below a header element, as a border of the paragraph."""
    paragraph.paragraph_format.left_indent = Mm(inset_mm)
    paragraph.paragraph_format.right_indent = Mm(inset_mm)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    insert_property(paragraph, borders)


def with_fixed_dates(archive: bytes) -> bytes:
    """The same archive with one date for every member, so that equal content gives equal bytes."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, date_time=ARCHIVE_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            fixed.writestr(member, given.read(name))
    return output.getvalue()

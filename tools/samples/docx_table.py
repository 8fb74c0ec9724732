"""The annex of a .docx: a landscape page with a table, merged cells and a header row on every page."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Row
from tools.samples.docx_parts import add_text, append_xml, centred, next_paragraph, set_column_widths
from tools.samples.model import Annex

TEXT_WIDTH_MM = 247.0
SECTION_ROW_CELLS = 2


def add_annex(word: WordDocument, annex: Annex) -> None:
    """Start a landscape page and write the annex there."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for line, size, bold in ((annex.label, 14, True), (annex.title, 13, True), (annex.note, 13, False)):
        if line:
            add_text(centred(word.add_paragraph()), line, size=size, bold=bold, italic=not bold)
    header_rows = 2 if annex.group else 1
    table = word.add_table(rows=header_rows + len(annex.rows), cols=len(annex.columns), style="Table Grid")
    set_widths(table, annex)
    write_header(table, annex)
    for row, cells in zip(table.rows[header_rows:], annex.rows, strict=True):
        write_row(row, cells)


def set_widths(table: Table, annex: Annex) -> None:
    """Share the text width among the columns as the source says."""
    total = sum(annex.widths)
    set_column_widths(table, [TEXT_WIDTH_MM * width / total for width in annex.widths])


def write_header(table: Table, annex: Annex) -> None:
    """Write the header and mark its rows as repeated; a group spans its columns, the others two rows."""
    header_rows = table.rows[: 2 if annex.group else 1]
    for row in header_rows:
        properties = row._tr.get_or_add_trPr()
        append_xml(properties, OxmlElement("w:tblHeader"))
    for place, name in enumerate(annex.columns):
        write_header_cell(table, annex, place, name)


def write_header_cell(table: Table, annex: Annex, place: int, name: str) -> None:
    """One column's name, in the row and the merged cell in which it belongs."""
    cell = table.cell(0, place)
    if annex.group:
        label, first, last = annex.group
        if place == first:
            merged = table.cell(0, first).merge(table.cell(0, last))
            add_text(centred(next_paragraph(merged)), label, size=12, bold=True)
        grouped = first <= place <= last
        cell = table.cell(1, place) if grouped else cell.merge(table.cell(1, place))
    add_text(centred(next_paragraph(cell)), name, size=12, bold=True)


def write_row(row: _Row, cells: tuple[str, ...]) -> None:
    """A row of the table, or a section row: its number, and its title across the other columns."""
    is_section = len(cells) == SECTION_ROW_CELLS
    targets = list(row.cells)
    if is_section:
        targets = [targets[0], targets[1].merge(targets[-1])]
    for cell, text in zip(targets, cells, strict=True):
        add_text(next_paragraph(cell), text, size=12, bold=is_section)
    cannot_split = OxmlElement("w:cantSplit")
    cannot_split.set(qn("w:val"), "true")
    append_xml(row._tr.get_or_add_trPr(), cannot_split)

"""A Word file of plain lines: every line a paragraph, lines of bars a table with merged cells."""

from __future__ import annotations

import datetime
import io

import docx
from tools.samples.docx_parts import with_fixed_dates
from tools.samples.lines import SAME_AS_ABOVE, SAME_AS_LEFT, Paragraph, Table, blocks

_FIXED_DATE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def word_file(text: str) -> bytes:
    """The .docx; the same text gives the same bytes."""
    word = docx.Document()
    properties = word.core_properties
    properties.author = properties.last_modified_by = "Sáu Rõ"
    properties.created = properties.modified = _FIXED_DATE
    for block in blocks(text):
        if isinstance(block, Paragraph):
            word.add_paragraph(block.text)
        else:
            _add_table(word, block)
    output = io.BytesIO()
    word.save(output)
    return with_fixed_dates(output.getvalue())


def _add_table(word: docx.document.Document, block: Table) -> None:
    table = word.add_table(rows=len(block.rows), cols=max(len(row) for row in block.rows))
    table.style = "Table Grid"
    for place, row in enumerate(block.rows):
        for column, text in enumerate(row):
            if text == SAME_AS_ABOVE:
                table.cell(place - 1, column).merge(table.cell(place, column))
            elif text == SAME_AS_LEFT:
                table.cell(place, column - 1).merge(table.cell(place, column))
            else:
                table.cell(place, column).text = text

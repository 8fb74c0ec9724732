"""A form as a workbook that prints as the paper does: letterhead, title, merged headings, totals, signatures."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from math import ceil
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _

from sauro.headcounts.official.declaring import HeadCell
from sauro.headcounts.selectors.official import Filled, FormLine
from sauro.ui.lists.export import write_value
from vanban.compose.head import MOTTO, NATIONAL_NAME, PARTY_NAME, date_line
from vanban.compose.model import Content, Layout

_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter", "text_wrap": True}
_MILLIMETRES_PER_CHARACTER = 1.75
_A4, _SIGNATURE_ROWS, _LINE_HEIGHT = 9, 5, 15.5


class _Formats:
    """The looks of the cells of a form. Those of values have the names that :func:`write_value` asks for."""

    def __init__(self, book: Any) -> None:
        def made(**more: Any) -> Any:
            return book.add_format({**_FONT, **more})

        self.centre = made(align="center")
        self.bold = made(align="center", bold=True)
        self.title = made(align="center", bold=True, font_size=14)
        self.italic = made(align="center", italic=True)
        self.right = made(align="right", italic=True)
        self.note = made(italic=True, font_size=10)
        self.recipients = made(bold=True, italic=True, font_size=10)
        self.head = made(align="center", bold=True, border=1)
        self.columns = made(align="center", italic=True, border=1, font_size=9)
        self.section = made(bold=True, border=1)
        self.text = made(border=1)
        self.quoted = made(border=1, quote_prefix=True)
        self.day = made(border=1, num_format="dd/mm/yyyy", align="center")
        self.instant = self.day
        self.number = made(border=1, num_format="#,##0", align="right")
        self.total = _Total(made)


class _Total:
    """The same for the row of totals."""

    def __init__(self, made: Any) -> None:
        self.text = made(border=1, bold=True)
        self.quoted = made(border=1, bold=True, quote_prefix=True)
        self.day = self.instant = self.text
        self.number = made(border=1, bold=True, num_format="#,##0", align="right")


def form_book(
    filled: Filled, content: Content, widths: Sequence[float], head: Sequence[HeadCell],
    notes: Sequence[str],
) -> IO[bytes]:  # fmt: skip
    """Return a form as a workbook open at its start. ``content`` is its paper, ``widths`` are in millimetres."""
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = _Sheet(book, content, [max(width / _MILLIMETRES_PER_CHARACTER, 4.0) for width in widths])
    sheet.letterhead()
    sheet.heading(head, filled.form.depth, f"{_('Biểu')} {filled.form.sign}")
    for line in filled.lines:
        sheet.line(line)
    sheet.foot(notes)
    book.close()
    file.seek(0)
    return file


class _Sheet:
    """The sheet of a form, written from the top down; ``row`` is the next free one."""

    def __init__(self, book: Any, content: Content, widths: Sequence[float]) -> None:
        self.raw = book.add_worksheet(_("Biểu"))
        for column, width in enumerate(widths):
            self.raw.set_column(column, column, width)
        self.widths = widths
        self.formats = _Formats(book)
        self.content, self.columns, self.row = content, len(widths), 0
        self.raw.set_paper(_A4)
        self.raw.set_margins(left=1.18, right=0.59, top=0.79, bottom=0.79)
        self.raw.fit_to_pages(1, 0)
        if content.landscape:
            self.raw.set_landscape()

    def across(self, first: int, last: int, words: str, look: Any, *, rows: int = 1) -> None:
        """Write words over some columns of the present row, as text whatever they look like."""
        if first < last or rows > 1:
            # A merged range is filled empty: what xlsxwriter is given for it, it may take for a formula.
            self.raw.merge_range(self.row, first, self.row + rows - 1, last, "", look)
        self.raw.write_string(self.row, first, words, look)

    def letterhead(self) -> None:
        """Write the bodies at the left, the national name or the Party's at the right, and the title below."""
        content, last = self.content, self.columns - 1
        middle = max(last * 2 // 5, 1)
        is_party = content.layout is Layout.PARTY
        names = [*content.header.upper, *content.header.issuer]
        system = [PARTY_NAME] if is_party else [NATIONAL_NAME, MOTTO]
        for at in range(max(len(names), len(system))):
            look = self.formats.bold if at >= len(content.header.upper) else self.formats.centre
            self.across(0, middle, names[at].upper() if at < len(names) else "", look)
            self.across(middle + 1, last, system[at] if at < len(system) else "", self.formats.bold)
            self.row += 1
        number = f"Số:        {'-' if is_party else '/'}{content.header.symbol}"
        self.across(0, middle, number, self.formats.centre)
        self.across(middle + 1, last, date_line(content.header.place, None), self.formats.italic)
        self.row += 2
        self.across(0, last, (content.title or "").upper(), self.formats.title)
        self.row += 1
        self.across(0, last, content.subject, self.formats.bold)
        self.row += 1

    def heading(self, head: Sequence[HeadCell], depth: int, sign: str) -> None:
        """Write the sign of the form, the merged headings and the row of column numbers; they repeat in print."""
        self.across(0, self.columns - 1, sign, self.formats.right)
        first = self.row = self.row + 1
        for row in range(depth):
            # Excel fits no height to merged cells.
            lines = max((self._lines(one) / one.rows for one in head if one.row <= row < one.row + one.rows), default=1)
            self.raw.set_row(first + row, lines * _LINE_HEIGHT)
        for cell in head:
            self.row = first + cell.row
            self.across(cell.column, cell.column + cell.columns - 1, cell.text, self.formats.head, rows=cell.rows)
        self.row = first + depth
        for column in range(self.columns):
            self.raw.write_string(self.row, column, f"({column + 1})", self.formats.columns)
        self.raw.repeat_rows(first, self.row)
        self.row += 1
        self.raw.freeze_panes(self.row, 2)

    def _lines(self, cell: HeadCell) -> int:
        """Return on how many lines the words of a heading stand in its width."""
        room = sum(self.widths[cell.column : cell.column + cell.columns])
        lines, used = 1, 0.0
        for word in cell.text.split():
            lines += used > 0 and used + 1 + len(word) > room
            used = len(word) if used == 0 or used + 1 + len(word) > room else used + 1 + len(word)
        return lines

    def line(self, line: FormLine) -> None:
        """Write one line of the table."""
        if line.words:
            self.across(0, self.columns - 1, line.words, self.formats.section)
        else:
            looks: Any = self.formats.total if line.is_total else self.formats
            values = ("" if line.number is None else line.number, *line.values)
            for column, value in enumerate(values):
                shown = _("Tổng cộng") if line.is_total and column == 1 and not value else value
                if shown is None or shown == "":
                    self.raw.write_blank(self.row, column, None, looks.text)
                else:
                    write_value(self.raw, self.row, column, shown, looks)
        self.row += 1

    def foot(self, notes: Sequence[str]) -> None:
        """Write the notes, then recipients and signatures beside each other."""
        last = self.columns - 1
        for note in notes:
            self.across(0, last, note, self.formats.note)
            self.raw.set_row(self.row, _LINE_HEIGHT * ceil(len(note) / sum(self.widths)))
            self.row += 1
        self.row += 1
        content = self.content
        third, maker = self.columns // 3, content.maker
        signer = "\n".join(content.signature.capacity).upper()
        self.across(0, max(third - 1, 0), _("Nơi nhận:"), self.formats.recipients)
        self.across(
            third, max(2 * third - 1, third), "\n".join(maker.capacity).upper() if maker else "", self.formats.bold
        )
        self.across(2 * third, last, signer, self.formats.bold)
        self.row += 1
        received = [*(f"- {one};" for one in content.recipients), f"- Lưu: {content.filing}."]
        for words in received:
            self.across(0, max(third - 1, 0), words, self.formats.note)
            self.row += 1
        self.row += max(_SIGNATURE_ROWS - len(received), 0)
        if maker:
            self.across(third, max(2 * third - 1, third), maker.name, self.formats.bold)

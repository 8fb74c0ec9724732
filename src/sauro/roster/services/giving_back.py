"""Gives a table back with what is wrong in it: comments in the cells, all faults on a sheet, or as a .csv."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.roster.enums import FaultSeverity, FileKind
from sauro.roster.models import ImportFault, PeopleImport
from sauro.roster.policies import import_policy
from sauro.roster.services.reading import content_of, grid_of
from sauro.roster.sheets.annotate import MOST_COMMENTS, Note, UnusualPackageError, annotate
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import Grid, letter_of
from sauro.ui.lists.export import CellFormats, write_value

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def annotated_workbook(*, actor: Actor, run: PeopleImport) -> bytes:
    """Return the table of an import as a workbook with a comment in each bad cell and a sheet of all faults.

    An .xlsx comes back as it was with parts added (:mod:`sauro.roster.sheets.annotate`); every other file, and an .xlsx
    built in an unusual way, as a new workbook with the same cells. The cells are those the owner sent. Raises
    ``file-gone``.
    """
    import_policy.require(actor, "act", run)
    faults = list(ImportFault.objects.filter(run=run))
    notes, table, title = _notes(run, faults), list(_table(faults)), _("Lỗi cần sửa")
    if run.kind == FileKind.XLSX:
        grid = grid_of(run)
        try:
            return annotate(content_of(run.pk), grid.sheets[run.sheet], notes, table, title)
        except UnusualPackageError:
            return _made_anew(grid, notes, table, title)
    return _made_anew(grid_of(run), notes, table, title)


def faults_as_csv(*, actor: Actor, run: PeopleImport) -> bytes:
    """Return all faults as a .csv for Excel. Nothing in it is taken for a formula."""
    import_policy.require(actor, "act", run)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    for row in _table(list(ImportFault.objects.filter(run=run))):
        writer.writerow([f"'{text}" if text.startswith(_DANGEROUS) else text for text in row])
    return stream.getvalue().encode("utf-8-sig")


def _notes(run: PeopleImport, faults: Sequence[ImportFault]) -> list[Note]:
    """Return one note a cell, cells with errors first; what concerns a row as a whole stands at its name."""
    name = next((int(column) for column, code in run.mapping.items() if code in ("full_name", "given_name")), 0)
    by_cell: dict[tuple[int, int], list[ImportFault]] = defaultdict(list)
    for fault in faults:
        by_cell[fault.row, fault.column if fault.column >= 0 else name].append(fault)
    ordered = sorted(by_cell.items(), key=lambda item: (_weight(item[1]), item[0]))
    return [Note(row, column, "\n".join(one.message for one in found)) for (row, column), found in ordered]


def _weight(faults: Sequence[ImportFault]) -> int:
    return 0 if any(one.severity == FaultSeverity.ERROR for one in faults) else 1


def _table(faults: Sequence[ImportFault]) -> Iterator[list[str]]:
    yield [_("Ô"), _("Mức độ"), _("Nội dung"), _("Giá trị"), _("Lỗi và cách sửa")]
    for one in faults:
        place = f"{letter_of(one.column)}{one.row + 1}" if one.column >= 0 else str(one.row + 1)
        meaning = str(FIELDS[one.field].label) if one.field in FIELDS else ""
        yield [place, str(one.get_severity_display()), meaning, one.shown, one.message]


def _made_anew(grid: Grid, notes: Sequence[Note], table: Sequence[Sequence[str]], title: str) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = CellFormats(book)
    sheet = book.add_worksheet(_("Danh sách"))
    for row in range(grid.height):
        for column in range(grid.left, grid.width):
            write_value(sheet, row, column, grid.at(row, column), formats)
    for note in notes[:MOST_COMMENTS]:
        sheet.write_comment(note.row, note.column, note.text)
    listed = book.add_worksheet(title)
    listed.set_column(0, 3, 18)
    listed.set_column(4, 4, 90)
    for number, line in enumerate(table):
        for column, text in enumerate(line):
            write_value(listed, number, column, text, formats)
    book.close()
    return stream.getvalue()

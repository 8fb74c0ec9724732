"""The forecast as a workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.organizations.models import Unit
from sauro.ui.lists.export import CellFormats, write_labelled, write_values
from sauro.workforce import events

_WIDTH, _NARROW = 44, 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, the head of its first column, the names of the periods, and its rows."""

    name: str
    head: str
    periods: Sequence[str]
    rows: Sequence[Sequence[Any]]


@transaction.atomic
def export_forecast(
    *, actor: Actor, sheets: Sequence[Sheet], about: Mapping[str, str], below: Unit | None = None
) -> IO[bytes]:
    """Write tables of numbers to a workbook and record who took them out.

    Returns the open file, positioned at its start; it disappears when closed.
    """
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = CellFormats(book)
    for one in sheets:
        _write(book, formats, one)
    last = book.add_worksheet(_("Thông tin"))
    last.set_column(0, 1, _WIDTH)
    lines = [*about.items(), (_("Người xuất"), actor.name), (_("Lúc"), now())]
    write_labelled(last, lines, formats)
    book.close()
    record_event(actor=actor, event=events.FORECAST_EXPORTED, obj=below)
    file.seek(0)
    return file


def _write(book: Any, formats: CellFormats, one: Sheet) -> None:
    sheet = book.add_worksheet(one.name)
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_column(1, len(one.periods), _NARROW)
    for column, head in enumerate((one.head, *one.periods)):
        sheet.write_string(0, column, head, formats.head)
    sheet.freeze_panes(1, 1)
    for number, values in enumerate(one.rows, start=1):
        write_values(sheet, number, values, formats)

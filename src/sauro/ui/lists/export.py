"""A list as a workbook, and the event that says who took it out of the product."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable
from typing import IO, Any, TypeVar

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Scope
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.ui.events import LIST_EXPORTED
from sauro.ui.lists.columns import Column
from sauro.ui.lists.paging import in_order
from sauro.ui.lists.state import ListState

M = TypeVar("M", bound=Model)

ROW_LIMIT = 50_000
_CHUNK = 2000
_CELL_LIMIT = 32_767
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def export_list(*, actor: Actor, state: ListState[M], rows: QuerySet[M]) -> IO[bytes]:
    """Write the narrowed and sorted rows, ``ROW_LIMIT`` at most, to a temporary workbook and record who did so.

    Returns the open file, positioned at its start; it disappears when closed.
    """
    sorted_rows = in_order(state.narrowed(rows), state.page.order(state.sort))[:ROW_LIMIT]
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    written = _write(file, state, sorted_rows.iterator(chunk_size=_CHUNK), actor)
    scope = _scope_of_event(state, actor)
    with transaction.atomic():
        record_event(
            actor=actor,
            event=LIST_EXPORTED,
            object_text=str(state.page.title),
            domain=scope.domain if scope else "",
            unit_id=scope.unit_id if scope else None,
            changes={
                "filters": filters_in_words(state),
                "columns": [one.key for one in state.columns],
                "rows": written,
            },
        )
    file.seek(0)
    return file


def _scope_of_event(state: ListState[Any], actor: Actor) -> Scope | None:
    """Return where the actor holds what opens the list: readers of the history of that unit shall see the event."""
    scopes = actor.scopes(state.page.permission) if state.page.permission else ()
    return next(iter(scopes), None) or next((grant.scope for grant in actor.grants), None)


def filters_in_words(state: ListState[Any]) -> dict[str, str]:
    """Return the search and filters in force, by label."""
    words = {_("Tìm"): state.search} if state.search else {}
    return words | {str(one.filter.label): one.description for one in state.filters if one.is_active}


def _write(file: IO[bytes], state: ListState[M], rows: Iterable[M], actor: Actor) -> int:
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    formats = CellFormats(book)
    sheet = book.add_worksheet(_("Danh sách"))
    for index, column in enumerate(state.columns):
        sheet.set_column(index, index, _width(column))
        sheet.write_string(0, index, str(column.label), formats.head)
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, start=1):
        write_values(sheet, count, (column.exported(row) for column in state.columns), formats)
    sheet.autofilter(0, 0, count, max(len(state.columns) - 1, 0))
    _write_about(book, state, actor, count)
    book.close()
    return count


class CellFormats:
    """The cell formats of a workbook. ``quoted`` is Excel's own mark for "text, whatever it looks like"."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
        self.instant = book.add_format({"num_format": "hh:mm dd/mm/yyyy", "valign": "top", "align": "left"})
        self.number = book.add_format({"valign": "top"})


def write_value(sheet: Any, row: int, column: int, value: Any, formats: CellFormats) -> None:
    """Write one value: numbers and dates as such, everything else as text that no program takes for a formula."""
    if value is None or value == "":
        return
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        sheet.write_datetime(row, column, local.replace(tzinfo=None), formats.instant)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), formats.day)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, formats.number)
    else:
        text = str(value)[:_CELL_LIMIT]
        sheet.write_string(row, column, text, formats.quoted if text.startswith(_DANGEROUS) else formats.text)


def write_values(sheet: Any, row: int, values: Iterable[Any], formats: CellFormats) -> None:
    """Write one row of values, each as :func:`write_value` does."""
    for column, value in enumerate(values):
        write_value(sheet, row, column, value, formats)


def write_labelled(sheet: Any, lines: Iterable[tuple[str, Any]], formats: CellFormats) -> None:
    """Write labels and their values below each other, from the top of the sheet."""
    for row, (label, value) in enumerate(lines):
        sheet.write_string(row, 0, str(label), formats.head)
        write_value(sheet, row, 1, value, formats)


def _width(column: Column[Any]) -> int:
    return {"text": 40, "code": 18, "badge": 18, "number": 14, "date": 13, "instant": 18}[column.kind]


def _write_about(book: Any, state: ListState[Any], actor: Actor, count: int) -> None:
    """Say on a sheet of its own where the figures come from, so that the file can be trusted later."""
    sheet, formats = book.add_worksheet(_("Thông tin")), CellFormats(book)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    lines: list[tuple[str, Any]] = [
        (_("Danh sách"), str(state.page.title)),
        (_("Người xuất"), actor.name),
        (_("Cơ quan"), actor.unit_name),
        (_("Xuất lúc"), now()),
        (_("Số dòng"), count),
        *filters_in_words(state).items(),
    ]
    if count == ROW_LIMIT:
        lines.append((_("Lưu ý"), _("Danh sách dài hơn giới hạn nên bị cắt. Hãy lọc hẹp lại rồi xuất.")))
    write_labelled(sheet, lines, formats)

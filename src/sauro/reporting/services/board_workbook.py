"""The table of the board as a workbook, with who took it out on record."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.reporting import events
from sauro.reporting.selectors.figures import Figures
from sauro.tasks.timeliness import Timeliness
from sauro.ui.lists.export import CellFormats, write_labelled, write_values

_WIDTHS = (44, 26, 30)
Line = tuple[str, str, str, Figures]
"""Unit, group, part (field or directive, or nothing) and figures."""


def board_workbook(*, actor: Actor, lines: Sequence[Line], part: str, filters: Mapping[str, str]) -> IO[bytes]:
    """Write the lines to a temporary workbook and record who did so. ``part`` names what divides the work, if anything.

    Returns the open file, positioned at its start; it disappears when closed.
    """
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    _write_lines(book, lines, part)
    _write_about(book, actor, filters, len(lines))
    book.close()
    scope = next((grant.scope for grant in actor.grants), None)
    with transaction.atomic():
        record_event(
            actor=actor,
            event=events.BOARD_EXPORTED,
            object_text=_("Bảng theo dõi"),
            domain=scope.domain if scope else "",
            unit_id=scope.unit_id if scope else None,
            changes={"filters": dict(filters), "rows": len(lines)},
        )
    file.seek(0)
    return file


def _write_lines(book: Any, lines: Sequence[Line], part: str) -> None:
    sheet, formats = book.add_worksheet(_("Bảng theo dõi")), CellFormats(book)
    heads = [_("Đơn vị"), _("Nhóm đơn vị"), *([part] if part else []), _("Tổng số")]
    heads += [str(kind.label) for kind in Timeliness]
    heads += [_("Đúng hạn (tử số)"), _("Được xét (mẫu số)"), _("Đúng hạn (%)")]
    for index, head in enumerate(heads):
        sheet.set_column(index, index, _WIDTHS[index] if index < (3 if part else 2) else 13)
        sheet.write_string(0, index, head, formats.head)
    sheet.freeze_panes(1, 1)
    for number, (unit, group, named, figures) in enumerate(lines, start=1):
        values: list[Any] = [unit, group, *([named] if part else []), figures.total]
        values += [figures.of(kind) for kind in Timeliness]
        share = None if figures.share is None else round(figures.share, 1)
        values += [figures.on_time, figures.judged, share]
        write_values(sheet, number, values, formats)
    sheet.autofilter(0, 0, max(len(lines), 1), len(heads) - 1)


def _write_about(book: Any, actor: Actor, filters: Mapping[str, str], count: int) -> None:
    """Say on a sheet of its own where the figures come from, so that the file can be trusted later."""
    sheet, formats = book.add_worksheet(_("Thông tin")), CellFormats(book)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    lines: list[tuple[str, Any]] = [
        (_("Người xuất"), actor.name),
        (_("Cơ quan"), actor.unit_name),
        (_("Số liệu lúc"), now()),
        (_("Số dòng"), count),
        *filters.items(),
    ]
    write_labelled(sheet, lines, formats)

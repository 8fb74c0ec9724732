"""A status report as a workbook: its figures, and every row they are counted from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _

from sauro.status_reports.enums import Group, ReasonOrigin, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.figures import Figures, Line
from sauro.ui.lists.export import CellFormats, write_labelled, write_values

_WIDTHS = (6, 16, 60, 32, 32, 13, 13, 13, 26, 10, 12, 12, 46, 26, 40)
_CHUNK = 2_000


def write_workbook(report: StatusReport, figures: Figures) -> IO[bytes]:
    """Return an open temporary .xlsx, positioned at its start: a sheet of figures and a sheet of rows."""
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
    _write_figures(book, report, figures)
    _write_rows(book, report.rows.order_by("position").iterator(chunk_size=_CHUNK))
    book.close()
    file.seek(0)
    return file


def _write_figures(book: Any, report: StatusReport, figures: Figures) -> None:
    sheet, formats = book.add_worksheet(_("Số liệu")), CellFormats(book)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(Group) + 4, 14)
    about = (
        (_("Báo cáo"), f"{report.code} {report.number}".strip()),
        (_("Cơ quan"), report.unit.name),
        (_("Nội dung"), report.document_text or str(report.get_subject_display())),
        (_("Kỳ"), report.period_label),
        (_("Số liệu đến hết ngày"), report.as_of),
        (_("Lấy lúc"), report.counted_at),
        (_("Trạng thái"), str(report.get_state_display())),
        (_("Giao trong kỳ"), report.given_in_period),
    )
    write_labelled(sheet, about, formats)
    top = len(about) + 1
    side = _("Bên giao") if report.subject == Subject.RECEIVED else _("Đơn vị thực hiện")
    heads = [side, _("Tổng số"), *(str(group.label) for group in Group), _("Tử số"), _("Mẫu số"), _("Đúng hạn (%)")]
    _write_heads(sheet, top, heads, formats)
    lines = [(unit.name, unit.line) for unit in figures.units] + [(_("Tổng cộng"), figures.whole)]
    for index, (name, line) in enumerate(lines, top + 1):
        write_values(sheet, index, _values(name, line), formats)


def _values(name: str, line: Line) -> list[Any]:
    share = None if line.share is None else round(line.share, 1)
    return [name, line.total, *(number for _group, number in line.by_group), line.dated_on_time, line.judged, share]


def _write_heads(sheet: Any, row: int, heads: Sequence[str], formats: CellFormats) -> None:
    for column, head in enumerate(heads):
        sheet.write_string(row, column, str(head), formats.head)


def _write_rows(book: Any, rows: Iterable[ReportRow]) -> None:
    sheet, formats = book.add_worksheet(_("Nhiệm vụ")), CellFormats(book)
    heads = (
        _("TT"), _("Mã"), _("Nhiệm vụ"), _("Đơn vị thực hiện"), _("Bên giao"), _("Thời hạn"), _("Nộp ngày"),
        _("Kết thúc"), _("Tình hình"), _("Quá (ngày)"),
        _("Bên giao giữ (ngày)"), _("Đơn vị khác giữ (ngày)"), _("Lý do"), _("Nguồn của lý do"), _("Văn bản"),
    )  # fmt: skip
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    _write_heads(sheet, 0, heads, formats)
    count = 0
    for count, row in enumerate(rows, 1):
        values = (
            row.position, row.code, row.wording, row.unit_name, row.giver_name, row.due_on, row.handed_in_on,
            row.closed_on, str(Group(row.group).label), row.days_late or None, row.giver_days or None,
            row.other_days or None, row.reason,
            str(ReasonOrigin(row.reason_origin).label) if row.reason else "", row.source_text,
        )  # fmt: skip
        write_values(sheet, count, values, formats)
    sheet.autofilter(0, 0, count, len(heads) - 1)

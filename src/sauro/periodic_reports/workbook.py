"""Reports as workbooks: figures, texts and every source on sheets of their own. No database."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _

from sauro.common.clock import now
from sauro.periodic_reports.content import FigureLine, ReportContent
from sauro.periodic_reports.enums import FigureOrigin, FigureRule, Punctuality, ReportState
from sauro.periodic_reports.models import Round, UnitReport
from sauro.ui.lists.export import CellFormats, write_values

Lines = Iterable[Sequence[Any]]
_WIDE, _NARROW = 60, 16


def report_workbook(content: ReportContent, sha256: str, *, actor_name: str) -> bytes:
    """Return one report as a workbook. ``sha256`` is that of the sent version, empty for a draft."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    heads = (_("Mã"), _("Nội dung"), _("Đơn vị tính"), _("Số liệu"), _("Tử số"), _("Mẫu số"), _("Nguồn"),
             _("Số của hệ thống"), _("Vì sao sửa"), _("Số đơn vị có số"), _("Các dòng được đếm"),
             _("Lũy kế năm"))  # fmt: skip
    _sheet(book, _("Số liệu"), heads, [_figure_cells(line) for line in content.figures], wide=(1, 8, 10))
    sections = [(one.code, one.label, one.text) for one in content.sections]
    _sheet(book, _("Nội dung"), (_("Mã"), _("Mục"), _("Nội dung")), sections, wide=(1, 2))
    if content.is_joint:
        _joint_sheets(book, content)
    about = [
        (_("Báo cáo"), content.definition),
        (_("Kỳ"), content.label),
        (_("Từ ngày"), content.first),
        (_("Đến ngày"), content.last),
        (_("Đơn vị"), content.unit),
        (_("Mã báo cáo"), content.code),
        (_("Phiên bản mẫu"), content.version),
        (_("Mã băm bản đã gửi"), sha256 or _("bản nháp, chưa gửi")),
        (_("Người xuất"), actor_name),
        (_("Xuất lúc"), now()),
    ]
    _sheet(book, _("Thông tin"), (_("Mục"), _("Giá trị")), about, wide=(1,))
    book.close()
    return stream.getvalue()


def round_workbook(
    this_round: Round, reports: Sequence[UnitReport], contents: Sequence[ReportContent], *, actor_name: str
) -> bytes:
    """Return a round as a workbook: the standing of every unit, and figures and texts of those that have sent."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    standing = [
        (one.unit.name, one.code, one.due_on, one.sent_at, _punctuality(one), ReportState(one.state).label,
         one.versions_sent)
        for one in reports
    ]  # fmt: skip
    heads = (_("Đơn vị"), _("Mã"), _("Hạn gửi"), _("Gửi lúc"), _("Đúng hạn"), _("Trạng thái"), _("Số lần gửi"))
    _sheet(book, _("Tình hình gửi"), heads, standing, wide=(0,))
    if contents:
        figures = contents[0].figures
        rows = [(one.unit, *(_number(line) for line in one.figures)) for one in contents]
        _sheet(book, _("Số liệu"), (_("Đơn vị"), *(_titled(line) for line in figures)), rows, wide=(0,))
        texts = [(one.unit, section.label, section.text) for one in contents for section in one.sections]
        _sheet(book, _("Nội dung"), (_("Đơn vị"), _("Mục"), _("Nội dung")), texts, wide=(0, 1, 2))
    about = [
        (_("Đợt"), this_round.code),
        (_("Báo cáo"), this_round.definition.title),
        (_("Kỳ"), this_round.label),
        (_("Người xuất"), actor_name),
        (_("Xuất lúc"), now()),
    ]
    _sheet(book, _("Thông tin"), (_("Mục"), _("Giá trị")), about, wide=(1,))
    book.close()
    return stream.getvalue()


def _joint_sheets(book: Any, content: ReportContent) -> None:
    units = {part.unit_code: part.unit for line in content.figures for part in line.parts}
    values = {(part.unit_code, line.code): part.value for line in content.figures for part in line.parts}
    rows = [(name, *(_cell(values.get((code, line.code))) for line in content.figures)) for code, name in units.items()]
    _sheet(book, _("Theo đơn vị"), (_("Đơn vị"), *(_titled(line) for line in content.figures)), rows, wide=(0,))
    sources = [
        (section.label, one.unit, one.text, _("đã đưa vào") if one.is_taken else "", one.number, one.sha256)
        for section in content.sections
        for one in section.sources
    ]
    heads = (_("Mục"), _("Đơn vị"), _("Nội dung"), _("Bản chung"), _("Lần gửi"), _("Mã băm"))
    _sheet(book, _("Nguồn nội dung"), heads, sources, wide=(0, 1, 2))
    standings = [(one.unit, one.due_on, one.sent_on, Punctuality(one.punctuality).label) for one in content.standings]
    heads_of_standing = (_("Đơn vị"), _("Hạn gửi"), _("Ngày gửi"), _("Đúng hạn"))
    _sheet(book, _("Tình hình gửi"), heads_of_standing, standings, wide=(0,))


def _figure_cells(line: FigureLine) -> Sequence[Any]:
    return (
        line.code, line.label, line.measure, _number(line), _cell(line.numerator), _cell(line.denominator),
        FigureOrigin(line.origin).label, _cell(line.system_value), line.reason, line.counted, ", ".join(line.rows),
        _cell(line.to_date),
    )  # fmt: skip


def _titled(line: FigureLine) -> str:
    measure = "%" if line.rule == FigureRule.RATIO else line.measure
    return f"{line.label} ({measure})" if measure else line.label


def _number(line: FigureLine) -> float | None:
    return _cell(line.value)


def _cell(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _punctuality(report: UnitReport) -> str:
    return str(Punctuality(report.punctuality).label)  # type: ignore[attr-defined]  # annotated by get_round


def _sheet(book: Any, title: str, heads: Sequence[str], rows: Lines, *, wide: Sequence[int]) -> None:
    """Add a sheet. Text is written as text that no program takes for a formula."""
    sheet, formats = book.add_worksheet(title), CellFormats(book)
    for index, head in enumerate(heads):
        sheet.set_column(index, index, _WIDE if index in wide else _NARROW)
        sheet.write_string(0, index, str(head), formats.head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        write_values(sheet, number, row, formats)

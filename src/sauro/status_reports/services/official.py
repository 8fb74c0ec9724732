"""A status report as an official document: figures in words and tables, what the unit says, and lists as annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from sauro.common.clock import VIETNAM
from sauro.common.domains import Domain
from sauro.documents.services.composing import PaperKind, composed
from sauro.organizations.selectors.letterhead import capacity_lines, letterhead_of
from sauro.status_reports.enums import FileKind, Group, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.figures import Figures, Line
from vanban.compose.kinds import split_number
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Signature,
    Table,
    section,
)

ROWS_PRINTED = 300
"""How many rows of a group are printed; the workbook has them all."""


def write_official(report: StatusReport, figures: Figures, kind: FileKind) -> BytesIO:
    """Return the report as an open .docx or .pdf, in the layout of its unit's side."""
    content = official_content(report, figures)
    return BytesIO(composed(content, PaperKind(kind)))


def official_content(report: StatusReport, figures: Figures) -> Content:
    """Return what the document says. An issued report carries its number and day; a draft leaves room for them."""
    head = letterhead_of(report.unit)
    number, symbol = split_number(report.number)
    issued = timezone.localtime(report.issued_at, VIETNAM).date() if report.issued_at else None
    return Content(
        kind=Kind.BAO_CAO,
        layout=Layout.PARTY if report.domain == Domain.PARTY else Layout.STATE,
        subject=_subject(report),
        header=Header(
            upper=head.upper,
            issuer=head.issuer,
            number=number,
            symbol=symbol or "BC",
            place=head.place,
            date=issued,
        ),
        body=tuple(_body(report, figures)),
        signature=Signature(
            capacity_lines(report.unit, report.issued_by_position or _("Thủ trưởng cơ quan")), report.issued_by_name
        ),
        recipients=(_recipients(report),),
        filing="VT",
        annexes=tuple(_annexes(report, figures.whole)),
    )


def _subject(report: StatusReport) -> str:
    if report.subject == Subject.DIRECTIVE:
        return _("Tình hình thực hiện %(document)s") % {"document": report.document_text}
    words = {
        Subject.GIVEN: _("Tình hình thực hiện nhiệm vụ đã giao, %(period)s"),
        Subject.RECEIVED: _("Kết quả thực hiện nhiệm vụ được giao, %(period)s"),
    }
    return words[Subject(report.subject)] % {"period": report.period_label}


def _recipients(report: StatusReport) -> str:
    return _("Bên giao nhiệm vụ") if report.subject == Subject.RECEIVED else _("Các đơn vị được giao nhiệm vụ")


def _body(report: StatusReport, figures: Figures) -> Iterator[Block]:
    words = (_in_words(report, figures.whole), *_of_others(report))
    yield section(_("Kết quả chung"), *map(Paragraph, words), _group_table(figures.whole))
    side = _("Kết quả theo bên giao") if report.subject == Subject.RECEIVED else _("Kết quả theo đơn vị thực hiện")
    if figures.units:
        yield section(side, _unit_table(report, figures))
    for title, text in ((_("Nhận xét, đánh giá"), report.remarks), (_("Kiến nghị, đề xuất"), report.proposals)):
        if text:
            yield section(title, *(Paragraph(line.strip()) for line in text.splitlines() if line.strip()))


def _in_words(report: StatusReport, whole: Line) -> str:
    words = _(
        "Số liệu đến hết ngày %(day)s: %(total)s nhiệm vụ, trong đó %(given)s nhiệm vụ giao trong kỳ. "
        "Đã hoàn thành %(done)s (đúng hạn %(on_time)s, quá hạn %(late)s); chưa hoàn thành và quá hạn %(overdue)s; "
        "không có thời hạn %(undated)s."
    ) % {
        "day": f"{report.as_of:%d/%m/%Y}",
        "total": whole.total,
        "given": report.given_in_period,
        "done": whole.of(Group.DONE_ON_TIME) + whole.of(Group.DONE_LATE),
        "on_time": whole.of(Group.DONE_ON_TIME),
        "late": whole.of(Group.DONE_LATE),
        "overdue": whole.of(Group.OVERDUE),
        "undated": whole.of(Group.NO_DEADLINE),
    }
    if whole.share is None:
        return words
    share = _(" Tỷ lệ đúng hạn %(share)s%% (%(on_time)s trên %(judged)s nhiệm vụ có thời hạn đã xong hoặc quá hạn).")
    return words + share % {
        "share": str(_percent(whole)).replace(".", ","), "on_time": whole.dated_on_time, "judged": whole.judged,
    }  # fmt: skip


def _of_others(report: StatusReport) -> Iterator[str]:
    """Whose the days were that are nobody's lateness, when there are any: what is late is counted without them."""
    held = report.rows.aggregate(giver=Sum("giver_days"), others=Sum("other_days"))
    if held["giver"] or held["others"]:
        yield _(
            "Số ngày quá hạn không tính %(giver)s ngày bên giao xem xét, trả lời và %(others)s ngày chờ đơn vị khác."
        ) % {"giver": held["giver"], "others": held["others"]}


def _percent(line: Line) -> Decimal | str:
    if line.share is None:
        return "–"
    return Decimal(str(line.share)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _group_table(whole: Line) -> Table:
    columns = (Column(_("Tình hình"), 5), Column(_("Số nhiệm vụ"), 2, Align.NUMBER))
    rows = tuple((str(group.label), number) for group, number in whole.by_group)
    return Table(columns, (*rows, (_("Tổng số"), whole.total)))


_SHOWN_GROUPS = (Group.DONE_ON_TIME, Group.DONE_LATE, Group.OVERDUE)


def _unit_table(report: StatusReport, figures: Figures) -> Table:
    side = _("Bên giao") if report.subject == Subject.RECEIVED else _("Đơn vị")
    columns = (
        Column(_("TT"), 1, Align.CENTER),
        Column(side, 6),
        Column(_("Tổng số"), 1.6, Align.NUMBER),
        *(
            Column(title, 1.8, Align.NUMBER)
            for title in (_("Xong đúng hạn"), _("Xong quá hạn"), _("Chưa xong, quá hạn"))
        ),
        Column(_("Đúng hạn (%)"), 1.8, Align.NUMBER),
    )
    lines = [(str(place), unit.name, unit.line) for place, unit in enumerate(figures.units, 1)]
    lines.append(("", _("Tổng cộng"), figures.whole))
    rows = tuple(
        (place, name, line.total, *(line.of(group) for group in _SHOWN_GROUPS), _percent(line))
        for place, name, line in lines
    )
    return Table(columns, rows)


def _annexes(report: StatusReport, whole: Line) -> Iterator[Annex]:
    """A list for the whole directive, point by point; else one for each group that has rows."""
    rows = report.rows.order_by("position")
    if report.subject == Subject.DIRECTIVE:
        lists = [(_("Tình hình từng nhiệm vụ"), rows, whole.total)]
    else:
        title = _("Danh sách nhiệm vụ: %(group)s")
        lists = [
            (title % {"group": str(group.label).lower()}, rows.filter(group=group), number)
            for group, number in whole.by_group
        ]
    for title, found, number in lists:
        if number:
            yield Annex(title, tuple(_list_of(list(found[:ROWS_PRINTED]), number)), landscape=True)


def _list_of(rows: Sequence[ReportRow], total: int) -> Iterator[Block]:
    columns = (
        Column(_("TT"), 1, Align.CENTER),
        Column(_("Mã"), 2.4),
        Column(_("Nhiệm vụ"), 7),
        Column(_("Đơn vị thực hiện"), 3.6),
        Column(_("Thời hạn"), 2, Align.CENTER),
        Column(_("Ngày nộp"), 2, Align.CENTER),
        Column(_("Tình hình"), 3),
        Column(_("Quá (ngày)"), 1.4, Align.NUMBER),
        Column(_("Bên giao giữ (ngày)"), 1.6, Align.NUMBER),
        Column(_("Đơn vị khác giữ (ngày)"), 1.6, Align.NUMBER),
        Column(_("Lý do"), 4.6),
    )
    yield Table(columns, tuple(_cells(place, row) for place, row in enumerate(rows, 1)))
    if total > ROWS_PRINTED:
        more = _("Còn %(count)s nhiệm vụ nữa trong tệp .xlsx kèm theo báo cáo.") % {"count": total - ROWS_PRINTED}
        yield Paragraph(more)


def _cells(place: int, row: ReportRow) -> tuple[str | int, ...]:
    return (
        str(place),
        row.code,
        row.wording,
        row.unit_name,
        f"{row.due_on:%d/%m/%Y}" if row.due_on else _("không nêu"),
        f"{row.handed_in_on:%d/%m/%Y}" if row.handed_in_on else "",
        str(Group(row.group).label),
        row.days_late or "",
        row.giver_days or "",
        row.other_days or "",
        row.reason,
    )

"""The list of status reports, and the list of the rows their figures are counted from."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.status_reports.enums import Group, PeriodKind, ReasonOrigin, ReportState, Subject
from sauro.status_reports.filters import ReportFilter
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.reports import visible_reports, visible_rows
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_STATE_TONES = {
    ReportState.DRAFT: Tone.SOON,
    ReportState.ISSUED: Tone.DONE,
    ReportState.WITHDRAWN: Tone.IDLE,
}
_GROUP_TONES = {
    Group.DONE_ON_TIME: Tone.DONE,
    Group.DONE_LATE: Tone.SOON,
    Group.OVERDUE: Tone.LATE,
    Group.WAITING_OTHERS: Tone.SOON,
    Group.WAITING: Tone.ACTIVE,
    Group.IN_TIME: Tone.ACTIVE,
    Group.NO_DEADLINE: Tone.IDLE,
    Group.STOPPED: Tone.IDLE,
}
_SHOWN = 160


def state_badge(row: StatusReport) -> Badge:
    """Return the mark of a report."""
    state = ReportState(row.state)
    return Badge(state.label, _STATE_TONES[state])


def group_badge(row: ReportRow) -> Badge:
    """Return the mark of a row."""
    group = Group(row.group)
    return Badge(group.label, _GROUP_TONES[group])


def _about(row: StatusReport) -> str:
    return row.document_text if row.subject == Subject.DIRECTIVE else str(row.get_subject_display())


_DRAFT = Action(_("Lập báo cáo"), "status-report-draft", "plus", is_primary=True)

REPORTS = ListPage[StatusReport](
    name="status-report-list",
    title=_("Báo cáo tình hình thực hiện"),
    rows=visible_reports,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "ky",
            _("Kỳ"),
            value=lambda row: row.period_label,
            sort="last_day",
            link=lambda row: reverse("status-report-detail", args=[row.pk]),
        ),
        Column("noi-dung", _("Nội dung"), value=_about),
        Column("don-vi", _("Cơ quan báo cáo"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("so", _("Số, ký hiệu"), value=lambda row: row.number),
        Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column("phat-hanh", _("Phát hành"), value=lambda row: row.issued_at, sort="issued_at", kind=Kind.INSTANT),
        Column("nguoi", _("Người lập"), value=lambda row: row.made_by_name, default=False),
    ],
    default_sort="-ky",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), ReportState.choices, field="state"),
        ChoiceFilter("ve", _("Nội dung"), Subject.choices, field="subject"),
        ChoiceFilter("loai", _("Kỳ"), PeriodKind.choices, field="period_kind"),
        UnitFilter("dv", _("Cơ quan báo cáo"), "unit"),
        DateRangeFilter("d", _("Ngày cuối kỳ"), "last_day"),
    ],
    quick_views=[QuickView(_("Dự thảo"), "tt=draft"), QuickView(_("Đã phát hành"), "tt=issued")],
    actions=[_DRAFT],
    empty=EmptyState(_("Chưa có báo cáo nào. Hãy lập báo cáo tuần, tháng hoặc quý từ dữ liệu đang có."), _DRAFT),
)

ROWS = ListPage[ReportRow](
    name="status-report-rows",
    title=_("Nhiệm vụ trong báo cáo tình hình"),
    rows=visible_rows,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "viec",
            _("Nhiệm vụ"),
            value=lambda row: row.wording,
            link=lambda row: reverse("assignment-detail", args=[row.assignment_id]),
            most=_SHOWN,
        ),
        Column("don-vi", _("Đơn vị thực hiện"), value=lambda row: row.unit_name, sort="unit_name"),
        Column("ben-giao", _("Bên giao"), value=lambda row: row.giver_name, default=False),
        Column("han", _("Thời hạn"), value=lambda row: row.due_on or _("không nêu"), sort="due_on", kind=Kind.DATE),
        Column("nop", _("Nộp ngày"), value=lambda row: row.handed_in_on, sort="handed_in_on", kind=Kind.DATE),
        Column("tinh-hinh", _("Tình hình"), value=group_badge, kind=Kind.BADGE),
        Column("qua", _("Quá (ngày)"), value=lambda row: row.days_late or "", sort="days_late", kind=Kind.NUMBER),
        Column("giu", _("Bên giao giữ (ngày)"), value=lambda row: row.giver_days or "", kind=Kind.NUMBER),
        Column("cho", _("Đơn vị khác giữ (ngày)"), value=lambda row: row.other_days or "", kind=Kind.NUMBER),
        Column("ly-do", _("Lý do"), value=lambda row: row.reason, most=_SHOWN),
        Column(
            "nguon-ly-do", _("Nguồn của lý do"), value=lambda row: ReasonOrigin(row.reason_origin).label, default=False
        ),
        Column("van-ban", _("Văn bản"), value=lambda row: row.source_text, default=False),
        Column("bao-cao", _("Báo cáo"), value=lambda row: row.report.code, kind=Kind.CODE, default=False),
        Column("thu-tu", _("Thứ tự"), value=lambda row: row.position, sort="position", kind=Kind.NUMBER, default=False),
    ],
    default_sort="thu-tu",
    search="search_key",
    filters=[
        ReportFilter("bc", _("Báo cáo")),
        ChoiceFilter("nhom", _("Tình hình"), Group.choices, field="group"),
        UnitFilter("dv", _("Đơn vị thực hiện"), "unit"),
        UnitFilter("bg", _("Bên giao"), "giver_unit"),
        DateRangeFilter("h", _("Thời hạn"), "due_on"),
    ],
    row_tone=lambda row: "late" if row.group == Group.OVERDUE else "",
    empty=EmptyState(_("Không có nhiệm vụ nào ở mục này. Hãy bỏ bớt điều kiện lọc.")),
)

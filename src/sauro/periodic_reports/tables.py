"""The lists of reports, rounds and definitions."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.periodic_reports.badges import punctuality_badge, state_badge
from sauro.periodic_reports.enums import Punctuality, ReportState
from sauro.periodic_reports.models import ReportDefinition, Round, UnitReport
from sauro.periodic_reports.selectors.rounds import visible_definitions, visible_reports, visible_rounds
from sauro.periodic_reports.transitions import OUT_STATES
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_LEVELS = [
    ("0", _("Báo cáo chung")),
    ("1", _("Đơn vị")),
    ("2", _("Dưới đơn vị một cấp")),
    ("3", _("Dưới đơn vị hai cấp")),
    ("4", _("Dưới đơn vị ba cấp")),
]


def _rounds_for_filter(actor: Actor) -> list[tuple[str, str]]:
    """The rounds of reports the actor sees, newest first; as many as a person still chooses from."""
    rows = Round.objects.filter(pk__in=visible_reports(actor).order_by().values("round")).select_related("definition")
    return [(one.code, f"{one.definition.title}, {one.label}") for one in rows.order_by("-last", "-id")[:40]]


def _sent_or_not(value: str) -> Q:
    is_sent = Q(state__in=sorted(OUT_STATES))
    return is_sent if value == "roi" else ~is_sent


def _counted_rounds(actor: Actor) -> QuerySet[Round]:
    owed = Q(reports__level__gte=1)
    sent = owed & Q(reports__state__in=sorted(OUT_STATES))
    return visible_rounds(actor).annotate(owed=Count("reports", filter=owed), sent=Count("reports", filter=sent))


def _sent_of_owed(row: Round) -> str:
    return f"{row.sent}/{row.owed}"  # type: ignore[attr-defined]  # annotated above


def _counted_definitions(actor: Actor) -> QuerySet[ReportDefinition]:
    return visible_definitions(actor).annotate(
        rounds_opened=Count("rounds", distinct=True),
        published=Count("versions", filter=Q(versions__published_at__isnull=False), distinct=True),
    )


REPORTS = ListPage[UnitReport](
    name="report-list",
    title=_("Báo cáo định kỳ"),
    rows=visible_reports,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "bao-cao",
            _("Báo cáo"),
            value=lambda row: row.round.definition.title,
            link=lambda row: reverse("report-detail", args=[row.pk]),
        ),
        Column("ky", _("Kỳ"), value=lambda row: row.round.label, sort="round__last"),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("han", _("Hạn gửi"), value=lambda row: row.due_on, sort="due_on", kind=Kind.DATE),
        Column("dung-han", _("Đúng hạn"), value=lambda row: punctuality_badge(row.punctuality), kind=Kind.BADGE),  # type: ignore[attr-defined]  # annotated by visible_reports
        Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column("gui-luc", _("Gửi lúc"), value=lambda row: row.sent_at, sort="sent_at", kind=Kind.INSTANT),
        Column("lan-gui", _("Số lần gửi"), value=lambda row: row.versions_sent, kind=Kind.NUMBER, default=False),
        Column("noi-nhan", _("Nơi nhận"), value=lambda row: row.receiver.name if row.receiver else "", default=False),
    ],
    default_sort="han",
    search="search_key",
    filters=[
        ChoiceFilter("dot", _("Đợt"), _rounds_for_filter, field="round__code"),
        ChoiceFilter("gui", _("Đã gửi"), [("roi", _("Rồi")), ("chua", _("Chưa"))], condition=_sent_or_not),
        ChoiceFilter("dh", _("Đúng hạn"), Punctuality.choices, field="punctuality"),
        ChoiceFilter("tt", _("Trạng thái"), ReportState.choices, field="state"),
        ChoiceFilter("cap", _("Cấp"), _LEVELS, field="level"),
        UnitFilter("dv", _("Đơn vị"), "unit"),
        DateRangeFilter("h", _("Hạn gửi"), "due_on"),
    ],
    quick_views=[
        QuickView(_("Chưa gửi"), "gui=chua"),
        QuickView(_("Quá hạn"), "dh=missing"),
        QuickView(_("Bị trả lại"), "tt=returned"),
        QuickView(_("Chờ duyệt"), "tt=with_head"),
    ],
    row_tone=lambda row: "late" if row.punctuality == Punctuality.MISSING else "",  # type: ignore[attr-defined]  # as above
    empty=EmptyState(_("Chưa có báo cáo định kỳ nào. Khi cấp trên mở đợt, báo cáo phải gửi hiện ở đây.")),
    is_in_global_search=True,
)

ROUNDS = ListPage[Round](
    name="round-list",
    title=_("Đợt báo cáo"),
    rows=_counted_rounds,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "bao-cao",
            _("Báo cáo"),
            value=lambda row: row.definition.title,
            link=lambda row: reverse("round-detail", args=[row.pk]),
        ),
        Column("ky", _("Kỳ"), value=lambda row: row.label, sort="last"),
        Column("tu", _("Từ ngày"), value=lambda row: row.first, kind=Kind.DATE),
        Column("den", _("Đến ngày"), value=lambda row: row.last, kind=Kind.DATE),
        Column("da-gui", _("Đã gửi"), value=_sent_of_owed),
        Column("co-quan", _("Cơ quan tổng hợp"), value=lambda row: row.owner_unit.name, default=False),
        Column("mo-luc", _("Mở lúc"), value=lambda row: row.opened_at, kind=Kind.INSTANT, default=False),
    ],
    default_sort="-ky",
    search="search_key",
    filters=[DateRangeFilter("k", _("Kỳ đến ngày"), "last"), UnitFilter("cq", _("Cơ quan tổng hợp"), "owner_unit")],
    actions=[Action(_("Mẫu báo cáo"), "definition-list", "file-settings", "report_rounds.follow")],
    empty=EmptyState(
        _("Chưa mở đợt báo cáo nào. Mở một mẫu báo cáo rồi bấm “Mở đợt”."), Action(_("Mẫu báo cáo"), "definition-list")
    ),
    permission="report_rounds.follow",
)

DEFINITIONS = ListPage[ReportDefinition](
    name="definition-list",
    title=_("Mẫu báo cáo"),
    rows=_counted_definitions,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "ten",
            _("Tên báo cáo"),
            value=lambda row: row.title,
            link=lambda row: reverse("definition-detail", args=[row.pk]),
        ),
        Column("co-quan", _("Cơ quan tổng hợp"), value=lambda row: row.owner_unit.name),
        Column("ban", _("Số bản đã ban hành"), value=lambda row: row.published, kind=Kind.NUMBER),  # type: ignore[attr-defined]  # annotated above
        Column("dot", _("Số đợt đã mở"), value=lambda row: row.rounds_opened, kind=Kind.NUMBER),  # type: ignore[attr-defined]  # annotated above
        Column("lap-luc", _("Lập lúc"), value=lambda row: row.created_at, kind=Kind.INSTANT, default=False),
    ],
    default_sort="ma",
    search="search_key",
    actions=[
        Action(_("Lập mẫu báo cáo"), "definition-new", "plus", "report_rounds.manage", is_primary=True),
        Action(_("Bảng kỳ"), "periods", "calendar-time", "periods.view"),
    ],
    empty=EmptyState(
        _("Chưa có mẫu báo cáo nào. Mẫu ghi kỳ, hạn, số liệu và mục nội dung; sửa được mà không cần lập trình."),
        Action(_("Lập mẫu báo cáo"), "definition-new", permission="report_rounds.manage"),
    ),
    permission="report_rounds.follow",
)

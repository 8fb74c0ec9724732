"""The list of monthly sheets."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.appraisals.badges import state_badge
from sauro.appraisals.enums import Appraised, Duty, SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.month_choices import month_choices, months_of_period, period_choices
from sauro.appraisals.policies import leads_people, sees_results, sheet_policy
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.selectors.results import CONFIRMED, reached
from sauro.appraisals.selectors.sheets import visible_sheets
from sauro.common.clock import today
from sauro.plans.months import month_of, read_month
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ActorFilter, ChoiceFilter, Label, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

WHOSE = [("toi", _("Của tôi")), ("cho-toi", _("Chờ tôi xác nhận")), ("toi-xn", _("Tôi xác nhận"))]


def _whose(actor: Actor, value: str) -> Q:
    if value == "toi":
        return sheet_policy.condition(actor, "own")
    mine = sheet_policy.condition(actor, "judge")
    return mine & _standing(SheetState.SUBMITTED) if value == "cho-toi" else mine


OVER = "da-het"
"""In the address: every month that is over."""


def _months(_actor: Actor) -> list[tuple[str, Label]]:
    return [(OVER, _("Các tháng đã hết")), *month_choices(), *period_choices()]


def _month(value: str) -> Q:
    if value == OVER:
        return Q(month__lt=month_of(today()))
    months = months_of_period(value)
    return Q(month__in=months) if months else Q(month=read_month(value))


WORKED, TOLD, AWAY = "lam-viec", "co-diem", "nghi"
"""In the address: whoever worked, whoever has a confirmed score, whoever was away; as results of units count them."""
STANDINGS: list[tuple[str, Label]] = [
    *SheetState.choices,
    (TOLD, _("Có điểm đã xác nhận, đã chốt")),
    (WORKED, _("Có làm việc, mọi trạng thái")),
    (AWAY, _("Nghỉ cả tháng")),
]


def _standing(value: str) -> Q:
    """How sheets stand, as their mark says it: one of a month not worked is in no other state."""
    if value == AWAY:
        return ~Q(leave="")
    worked = Q(leave="")
    if value == TOLD:
        return worked & Q(state__in=CONFIRMED, score__isnull=False)
    return worked if value == WORKED else worked & Q(state=value)


SHEETS = ListPage[Sheet](
    name="sheet-list",
    title=_("Phiếu đánh giá tháng"),
    rows=visible_sheets,
    columns=[
        Column("thang", _("Tháng"), value=lambda row: f"{row.month:%m/%Y}", sort="month", kind=Kind.CODE),
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.appointment.person.full_name,
            link=lambda row: reverse("sheet-detail", args=[row.pk]), sort="appointment__person__sort_key",
        ),
        Column("chuc-danh", _("Chức danh"), value=lambda row: row.appointment.position.title),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("tt", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column("diem", _("Điểm"), value=lambda row: row.score, sort="score", kind=Kind.NUMBER),
        Column("tam", _("Điểm tạm"), value=lambda row: _("Có") if row.is_provisional else "", default=False),
        Column("chua-qd", _("Chưa quy đổi"), value=lambda row: row.unconverted or "", kind=Kind.NUMBER, default=False),
        Column("doi-tuong", _("Đối tượng"), value=lambda row: row.get_subject_display(), default=False),
        Column("nguoi-xn", _("Người xác nhận"), value=lambda row: row.confirmed_by_name, default=False),
    ],
    default_sort="-thang",
    search="appointment__person__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("th", _("Tháng"), _months, condition=_month),
        ActorFilter("cua", _("Của ai"), WHOSE, condition=_whose),
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("tinh-trang", _("Trạng thái"), STANDINGS, condition=_standing),
        ChoiceFilter(
            "xep", _("Điểm"),
            [("excellent", _("Từ 90")), ("good", _("70 đến dưới 90")), ("completed", _("50 đến dưới 70")),
             ("failed", _("Dưới 50"))],
            condition=lambda value: reached(Level[value.upper()]),
        ),
        ChoiceFilter("cv", _("Chức trách"), Duty.choices, field="duty"),
        ChoiceFilter("dt", _("Đối tượng"), Appraised.choices, field="subject"),
    ],
    quick_views=[
        QuickView(_("Chờ tôi xác nhận"), "cua=cho-toi"),
        QuickView(_("Chưa tự chấm"), f"th={OVER}&tinh-trang=open"),
        QuickView(_("Chờ chốt"), "tinh-trang=confirmed"),
    ],
    actions=[
        Action(_("Phiếu của tôi"), "own-sheets", "id-badge-2"),
        Action(_("Kết quả"), "appraisal-results", "chart-bar", offered=sees_results),
        Action(_("Danh mục sản phẩm"), "catalogue-list", "books"),
        Action(_("Chốt tháng"), "month-close", "lock", offered=leads_people),
    ],
    empty=EmptyState(
        _("Chưa có phiếu nào. Phiếu tự lập vào đầu tháng cho từng người và tự ghi việc từ kế hoạch tháng.")
    ),
)  # fmt: skip

"""The list of moves."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.careers.badges import move_badge
from sauro.careers.enums import MoveKind, MoveState
from sauro.careers.models import Move
from sauro.careers.policies import VIEW
from sauro.careers.selectors.moves import visible_moves
from sauro.careers.tables.shared import SOON_DAYS
from sauro.common.clock import today
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView


def _moves_due(value: str) -> Q:
    open_ = Q(state=MoveState.DECIDED)
    if value == "qua":
        return open_ & Q(last_day__lt=today())
    if value == "sap":
        return open_ & Q(last_day__range=(today(), today() + timedelta(days=SOON_DAYS)))
    return open_ & Q(last_day__isnull=True)


CAREER_MOVES = ListPage[Move](
    name="career-move-list",
    title=_("Điều động, luân chuyển, biệt phái, bổ nhiệm lại"),
    rows=visible_moves,
    columns=[
        Column(
            "ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE,
            link=lambda row: reverse("career-move", args=[row.pk]),
        ),
        Column("ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key"),
        Column("hinh-thuc", _("Hình thức"), value=lambda row: row.get_kind_display()),
        Column("tu-dv", _("Từ đơn vị"), value=lambda row: row.from_unit.name),
        Column("den-dv", _("Đến đơn vị"), value=lambda row: row.to_unit.name),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: row.to_post.title),
        Column("tu-ngay", _("Từ ngày"), value=lambda row: row.first_day, kind=Kind.DATE, sort="first_day"),
        Column("den-ngay", _("Dự kiến đến"), value=lambda row: row.last_day, kind=Kind.DATE, sort="last_day"),
        Column("qd", _("Số quyết định"), value=lambda row: row.decision, default=False),
        Column("kt", _("Kết thúc ngày"), value=lambda row: row.ended_on, kind=Kind.DATE, default=False),
        Column("tinh-trang", _("Tình trạng"), value=move_badge, kind=Kind.BADGE),
    ],
    default_sort="-tu-ngay",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("ht", _("Hình thức"), MoveKind.choices, field="kind"),
        ChoiceFilter("tt", _("Tình trạng"), MoveState.choices, field="state"),
        ChoiceFilter(
            "han", _("Thời hạn"),
            [("qua", _("Đã qua, chưa ghi kết thúc")), ("sap", _("Trong 90 ngày tới")), ("khong", _("Không định hạn"))],
            condition=_moves_due,
        ),
        UnitFilter("tu", _("Từ đơn vị"), "from_unit"),
        UnitFilter("den", _("Đến đơn vị"), "to_unit"),
        DateRangeFilter("ngay", _("Từ ngày"), "first_day"),
    ],
    quick_views=[
        QuickView(_("Đang chuẩn bị"), "tt=draft"), QuickView(_("Đang thực hiện"), "tt=decided"),
        QuickView(_("Quá hạn"), "han=qua"),
    ],
    actions=[Action(_("Thời hạn"), "workforce-deadlines", "calendar-due", VIEW)],
    empty=EmptyState(_("Chưa có trường hợp nào. Lập hồ sơ từ trang của một người.")),
    permission=VIEW,
)  # fmt: skip

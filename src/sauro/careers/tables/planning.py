"""Lists of succession planning."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.careers.badges import nomination_badge
from sauro.careers.enums import NominationState, PlanningGroup
from sauro.careers.models import Nomination, PlanningList
from sauro.careers.policies import PLANNING_RECORD, PLANNING_VIEW
from sauro.careers.selectors.planning import visible_lists, visible_nominations
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView


def _yes(value: bool) -> str:  # noqa: FBT001 -- the value of a column
    return str(_("Có")) if value else ""


PLANNING_LISTS = ListPage[PlanningList](
    name="planning-list-list",
    title=_("Danh sách quy hoạch"),
    rows=visible_lists,
    columns=[
        Column(
            "ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE,
            link=lambda row: reverse("planning-list", args=[row.pk]),
        ),
        Column("chuc-danh", _("Chức danh"), value=lambda row: row.post.title, sort="post__sort_key"),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("nk", _("Nhiệm kỳ"), value=lambda row: row.term, sort="term"),
        Column("dinh-bien", _("Định biên"), value=lambda row: row.seats, kind=Kind.NUMBER),
        Column("so-nguoi", _("Số người"), value=lambda row: row.__dict__["names"], kind=Kind.NUMBER),
        Column("duyet", _("Đã phê duyệt"), value=lambda row: row.__dict__["approved"], kind=Kind.NUMBER),
    ],
    default_sort="-ma",
    search="search_key",
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter(
            "loai", _("Loại danh sách"), [("tap-the", _("Cấp ủy, tập thể")), ("ca-nhan", _("Chức danh"))],
            condition=lambda value: Q(is_collective=value == "tap-the"),
        ),
    ],
    actions=[
        Action(_("Quy hoạch"), "planning", "shield-check", PLANNING_VIEW),
        Action(_("Lập danh sách"), "planning-list-new", "plus", PLANNING_RECORD, is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có danh sách nào, hoặc quy hoạch chưa mở. Trang Quy hoạch cho biết vì sao."),
        Action(_("Quy hoạch"), "planning", "", PLANNING_VIEW),
    ),
    permission=PLANNING_VIEW,
)  # fmt: skip

NOMINATIONS = ListPage[Nomination](
    name="nomination-list",
    title=_("Người trong quy hoạch"),
    rows=visible_nominations,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: reverse("planning-list", args=[row.planning_list_id]),
        ),
        Column("don-vi", _("Đơn vị công tác"), value=lambda row: row.dossier.unit.name),
        Column("chuc-danh", _("Quy hoạch chức danh"), value=lambda row: row.planning_list.post.title),
        Column("noi", _("Tại đơn vị"), value=lambda row: row.planning_list.unit.name),
        Column("nk", _("Nhiệm kỳ"), value=lambda row: row.planning_list.term),
        Column("dt", _("Đối tượng"), value=lambda row: row.get_group_display()),
        Column("tinh-trang", _("Tình trạng"), value=nomination_badge, kind=Kind.BADGE),
        Column("soat", _("Đã soát năm nay"), value=lambda row: _yes(row.__dict__["is_reviewed"])),
        Column("ly-do", _("Lý do đưa ra"), value=lambda row: row.removed_reason, default=False),
    ],
    default_sort="ten",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị của chức danh"), "planning_list__unit"),
        UnitFilter("ct", _("Đơn vị công tác"), "dossier__unit"),
        ChoiceFilter("tt", _("Tình trạng"), NominationState.choices, field="state"),
        ChoiceFilter("nhom", _("Đối tượng"), PlanningGroup.choices, field="group"),
        ChoiceFilter(
            "soat-nam", _("Soát năm nay"), [("co", _("Đã soát")), ("khong", _("Chưa soát"))],
            condition=lambda value: (
                Q(is_reviewed=True) if value == "co" else Q(is_reviewed=False) & ~Q(state=NominationState.REMOVED)
            ),
        ),
    ],
    quick_views=[QuickView(_("Chưa soát năm nay"), "soat-nam=khong"), QuickView(_("Đã phê duyệt"), "tt=approved")],
    actions=[Action(_("Quy hoạch"), "planning", "shield-check", PLANNING_VIEW)],
    empty=EmptyState(_("Chưa có người nào trong quy hoạch, hoặc quy hoạch chưa mở.")),
    permission=PLANNING_VIEW,
)  # fmt: skip

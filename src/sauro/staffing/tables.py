"""The list of scenarios, and the moves they propose."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.staffing.badges import move_badge, scenario_badge, unplaced_words
from sauro.staffing.enums import BARS, MoveState, ScenarioState
from sauro.staffing.models import ProposedMove, Scenario, Unplaced
from sauro.staffing.policies import MANAGE
from sauro.staffing.selectors.reasons import visible_unplaced
from sauro.staffing.selectors.scenarios import visible_moves, visible_scenarios
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage

SCENARIOS = ListPage[Scenario](
    name="scenario-list",
    title=_("Phương án điều động"),
    rows=visible_scenarios,
    columns=[
        Column(
            "ten", _("Phương án"), value=lambda row: row.name, sort="search_key",
            link=lambda row: reverse("scenario-detail", args=[row.pk]),
        ),
        Column("pham-vi", _("Phạm vi"), value=lambda row: row.unit.name),
        Column("ngay", _("Ngày dự kiến"), value=lambda row: row.day, sort="day", kind=Kind.DATE),
        Column("trang-thai", _("Trạng thái"), value=scenario_badge, kind=Kind.BADGE),
        Column("nguoi", _("Người lập"), value=lambda row: row.made_by_name),
        Column("lap", _("Lập lúc"), value=lambda row: row.made_at, sort="made_at", kind=Kind.INSTANT),
    ],
    default_sort="-lap",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), ScenarioState.choices, field="state"),
        UnitFilter("dv", _("Phạm vi"), "unit"),
    ],
    actions=[
        Action(_("Dữ liệu tính"), "staffing-data", "map-pin", MANAGE),
        Action(_("Đề xuất"), "move-list", "arrows-exchange", MANAGE),
        Action(_("Lập phương án"), "scenario-new", "plus", MANAGE, is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có phương án nào. Ghi dữ liệu tính trước, rồi lập phương án."),
        Action(_("Lập phương án"), "scenario-new", "plus", MANAGE),
    ),
    permission=MANAGE,
)  # fmt: skip


def _scenarios(actor: Actor) -> Iterable[tuple[str, str]]:
    return [(str(pk), name) for pk, name in visible_scenarios(actor).values_list("pk", "name")[:200]]


MOVES = ListPage[ProposedMove](
    name="move-list",
    title=_("Đề xuất điều động"),
    rows=visible_moves,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: reverse("move-detail", args=[row.pk]),
        ),
        Column("phuong-an", _("Phương án"), value=lambda row: row.scenario.name),
        Column("tu-dv", _("Từ đơn vị"), value=lambda row: row.from_unit.name),
        Column("den-dv", _("Đến đơn vị"), value=lambda row: row.unit.name),
        Column("vt", _("Vị trí việc làm"), value=lambda row: row.post.title),
        Column("phut", _("Phút đi"), value=lambda row: row.minutes, sort="minutes", kind=Kind.NUMBER),
        Column(
            "ho-tro", _("Hỗ trợ (nghìn đồng/tháng)"), value=lambda row: row.support, sort="support", kind=Kind.NUMBER
        ),
        Column("diem", _("Điểm"), value=lambda row: row.points, kind=Kind.NUMBER),
        Column("trang-thai", _("Trạng thái"), value=move_badge, kind=Kind.BADGE),
        Column("ly-do", _("Lý do"), value=lambda row: row.reason, most=120, default=False),
        Column("nguoi", _("Người quyết định"), value=lambda row: row.decided_by_name, default=False),
    ],
    default_sort="ten",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("pa", _("Phương án"), _scenarios, field="scenario"),
        ChoiceFilter("tt", _("Trạng thái"), MoveState.choices, field="state"),
        UnitFilter("tu", _("Từ đơn vị"), "from_unit"),
        UnitFilter("den", _("Đến đơn vị"), "unit"),
    ],
    actions=[Action(_("Phương án điều động"), "scenario-list", "route", MANAGE)],
    empty=EmptyState(_("Chưa có đề xuất nào trong phạm vi của bạn.")),
    permission=MANAGE,
)  # fmt: skip


def _unplaced_fields(actor: Actor) -> Iterable[tuple[str, str]]:
    named = visible_unplaced(actor).order_by("field").values_list("field", flat=True).distinct()[:200]
    return [(name, name) for name in named if name]


def _barred(value: str) -> Q:
    return Q(bar="" if value == "nhuong" else value)


UNPLACED = ListPage[Unplaced](
    name="unplaced-list",
    title=_("Người chưa được đề xuất"),
    rows=visible_unplaced,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: reverse("unplaced-detail", args=[row.pk]),
        ),
        Column("phuong-an", _("Phương án"), value=lambda row: row.scenario.name),
        Column("tu-dv", _("Đơn vị hiện tại"), value=lambda row: row.from_unit.name),
        Column("linh-vuc", _("Lĩnh vực"), value=lambda row: row.field, sort="field"),
        Column("vi", _("Vì"), value=unplaced_words),
    ],
    default_sort="ten",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("pa", _("Phương án"), _scenarios, field="scenario"),
        ChoiceFilter(
            "vi-sao", _("Vì"), [("nhuong", _("có vị trí nhận được, chưa chọn")), *BARS.items()], condition=_barred
        ),
        ChoiceFilter("lv", _("Lĩnh vực"), _unplaced_fields, field="field"),
        UnitFilter("dv", _("Đơn vị hiện tại"), "from_unit"),
    ],
    actions=[Action(_("Phương án điều động"), "scenario-list", "route", MANAGE)],
    empty=EmptyState(_("Không có ai như vậy trong phạm vi của bạn.")),
    permission=MANAGE,
)  # fmt: skip

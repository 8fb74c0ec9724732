"""The list of scenarios, and the moves they propose."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.staffing.badges import move_badge, plan_badge, scenario_badge, unplaced_words
from sauro.staffing.enums import BARS, FOR_NOW, FOR_NOW_WORDS, TIMED, Grade, MoveState, PlanState, ScenarioState
from sauro.staffing.models import Need, PlaceData, ProposedMove, RecruitmentPlan, Road, Scenario, Unplaced
from sauro.staffing.policies import MANAGE
from sauro.staffing.selectors.reasons import visible_unplaced
from sauro.staffing.selectors.recruitment import visible_plans
from sauro.staffing.selectors.scenarios import (
    visible_moves,
    visible_needs,
    visible_places,
    visible_roads,
    visible_scenarios,
)
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
        Action(_("Tuyển dụng"), "recruitment-list", "user-plus", MANAGE),
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


def _bars(actor: Actor) -> Iterable[tuple[str, str]]:
    told = [(bar, str(label)) for bar, label in BARS.items() if bar not in TIMED or actor.holds("private_facts.view")]
    return [("nhuong", str(_("có vị trí nhận được, chưa chọn"))), (FOR_NOW, str(FOR_NOW_WORDS)), *told]


def _barred(value: str) -> Q:
    if value == FOR_NOW:
        return Q(bar__in=TIMED)
    if value in TIMED:
        return Q(bar=value, knows_bar=True)
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
        ChoiceFilter("vi-sao", _("Vì"), _bars, condition=_barred),
        ChoiceFilter("lv", _("Lĩnh vực"), _unplaced_fields, field="field"),
        UnitFilter("dv", _("Đơn vị hiện tại"), "from_unit"),
    ],
    actions=[Action(_("Phương án điều động"), "scenario-list", "route", MANAGE)],
    empty=EmptyState(_("Không có ai như vậy trong phạm vi của bạn.")),
    permission=MANAGE,
)  # fmt: skip


def _need_fields(actor: Actor) -> Iterable[tuple[str, str]]:
    named = visible_needs(actor).exclude(post__field="").order_by("post__field").values_list("post__field", flat=True)
    return [(name, name) for name in named.distinct()]


def _edit_need(row: Need) -> str:
    return f"{reverse('need-save')}?{urlencode({'dv': row.unit.code, 'vt': row.post.code})}"


_DATA = Action(_("Dữ liệu tính"), "staffing-data", "map-pin", MANAGE)

NEEDS = ListPage[Need](
    name="need-list",
    title=_("Nhu cầu bố trí"),
    rows=visible_needs,
    columns=[
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key", link=_edit_need),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: row.post.title, sort=("post__rank", "post__sort_key")),
        Column("linh-vuc", _("Lĩnh vực"), value=lambda row: row.post.field, sort="post__field"),
        Column("so", _("Số người cần"), value=lambda row: row.number, sort="number", kind=Kind.NUMBER),
    ],
    default_sort="don-vi",
    search=("unit__search_key", "post__search_key"),
    search_hint=_("Tìm theo đơn vị, vị trí, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("lv", _("Lĩnh vực"), _need_fields, field="post__field"),
    ],
    actions=[_DATA, Action(_("Ghi nhu cầu"), "need-save", "plus", MANAGE, is_primary=True)],
    empty=EmptyState(_("Chưa có nhu cầu nào."), Action(_("Ghi nhu cầu"), "need-save", "plus", MANAGE)),
    permission=MANAGE,
)  # fmt: skip

PLACES = ListPage[PlaceData](
    name="place-list",
    title=_("Địa bàn"),
    rows=visible_places,
    columns=[
        Column(
            "ten", _("Địa bàn, đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key",
            link=lambda row: f"{reverse('place-save')}?{urlencode({'dv': row.unit.code})}",
        ),
        Column("vi-do", _("Vĩ độ"), value=lambda row: f"{row.latitude:.4f}", sort="latitude", kind=Kind.NUMBER),
        Column("kinh-do", _("Kinh độ"), value=lambda row: f"{row.longitude:.4f}", sort="longitude", kind=Kind.NUMBER),
        Column("muc", _("Mức khó khăn"), value=lambda row: row.get_hardship_display(), sort="hardship"),
        Column("tau", _("Phút đi tàu"), value=lambda row: row.crossing_minutes, kind=Kind.NUMBER),
    ],
    default_sort="ten",
    search="unit__search_key",
    filters=[
        ChoiceFilter(
            "kk", _("Mức khó khăn"), [(str(grade), label) for grade, label in Grade.choices], field="hardship"
        ),
        ChoiceFilter(
            "dao", _("Đảo"), [("co", _("Có tàu")), ("khong", _("Đường bộ"))],
            condition=lambda value: Q(crossing_minutes__isnull=value != "co"),
        ),
    ],
    actions=[_DATA, Action(_("Ghi địa bàn"), "place-save", "plus", MANAGE, is_primary=True)],
    empty=EmptyState(
        _("Chưa có. Nơi chưa có tọa độ thì không ai được đề xuất đi hay đến."),
        Action(_("Ghi địa bàn"), "place-save", "plus", MANAGE),
    ),
    permission=MANAGE,
)  # fmt: skip

ROADS = ListPage[Road](
    name="road-list",
    title=_("Đường đi đã đo"),
    rows=visible_roads,
    columns=[
        Column("tu", _("Từ"), value=lambda row: row.one.name, sort="one__sort_key"),
        Column("den", _("Đến"), value=lambda row: row.other.name, sort="other__sort_key"),
        Column("phut", _("Số phút"), value=lambda row: row.minutes, sort="minutes", kind=Kind.NUMBER),
    ],
    default_sort="tu",
    search=("one__search_key", "other__search_key"),
    search_hint=_("Tìm theo địa bàn, không cần gõ dấu"),
    actions=[_DATA, Action(_("Nhập bảng"), "road-import", "file-spreadsheet", MANAGE, is_primary=True)],
    empty=EmptyState(
        _("Chưa có. Khi chưa đo, thời gian đi tính theo tọa độ."),
        Action(_("Nhập bảng"), "road-import", "file-spreadsheet", MANAGE),
    ),
    permission=MANAGE,
)  # fmt: skip

PLANS = ListPage[RecruitmentPlan](
    name="recruitment-list",
    title=_("Kế hoạch tuyển dụng"),
    rows=visible_plans,
    columns=[
        Column(
            "ten", _("Kế hoạch"), value=lambda row: row.name, sort="search_key",
            link=lambda row: reverse("recruitment-plan", args=[row.pk]),
        ),
        Column("pham-vi", _("Phạm vi"), value=lambda row: row.unit.name),
        Column("nam", _("Năm"), value=lambda row: str(row.year), sort="year", kind=Kind.NUMBER),
        Column("trang-thai", _("Trạng thái"), value=plan_badge, kind=Kind.BADGE),
        Column("nguoi", _("Người lập"), value=lambda row: row.made_by_name),
        Column("lap", _("Lập lúc"), value=lambda row: row.made_at, sort="made_at", kind=Kind.INSTANT),
    ],
    default_sort="-lap",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), PlanState.choices, field="state"), UnitFilter("dv", _("Phạm vi"), "unit")
    ],
    actions=[
        Action(_("Phương án điều động"), "scenario-list", "route", MANAGE),
        Action(_("Lập kế hoạch"), "recruitment-new", "plus", MANAGE, is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có kế hoạch nào. Lập từ phần còn thiếu của một phương án điều động, hoặc lập mới."),
        Action(_("Lập kế hoạch"), "recruitment-new", "plus", MANAGE),
    ),
    permission=MANAGE,
)  # fmt: skip

"""Lists of careers: people against their posts, what is lacking, the competency framework."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers.badges import (
    course_words,
    gap_badge,
    level_words,
    locality_badge,
    move_badge,
    need_words,
    nomination_badge,
)
from sauro.careers.enums import (
    ActKind,
    CompetencyGroup,
    Locality,
    MoveKind,
    MoveState,
    Need,
    NominationState,
    Outcome,
    PlanningGroup,
)
from sauro.careers.models import Competency, Gap, Move, Nomination, OfficialAct, PlanningList, Standard
from sauro.careers.policies import MANAGE, PLANNING_RECORD, PLANNING_VIEW, VIEW, act_policy, competency_policy
from sauro.careers.selectors.gaps import (
    NO_FIELD,
    Standing,
    checked_people,
    courses_of,
    fields_of,
    posts_in_use,
    standing_condition,
    titles_of_competencies,
    visible_gaps,
)
from sauro.careers.selectors.locals import posts_closed, visible_holders
from sauro.careers.selectors.moves import visible_moves
from sauro.careers.selectors.planning import visible_lists, visible_nominations
from sauro.common.clock import today
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView
from sauro.workforce.enums import PostGroup
from sauro.workforce.models import Dossier

_OVERVIEW = Action(_("Tổng hợp"), "standards", "chart-bar", VIEW)
_SOON_DAYS = 90


def _person(row: Dossier) -> str:
    return reverse("person-detail", args=[row.pk])


def _yes(value: bool) -> str:  # noqa: FBT001 -- the value of a column
    return str(_("Có")) if value else ""


def _standing_badge(row: Dossier) -> Badge:
    counted: dict[str, object] = row.__dict__
    if counted["lacking"]:
        due = counted["due"]
        is_late = due is not None and due < today()  # type: ignore[operator]  # annotated as a day
        return Badge(_("Chưa đạt, quá hạn") if is_late else _("Chưa đạt"), Tone.LATE if is_late else Tone.SOON)
    if counted["unknown"]:
        return Badge(_("Chưa rõ"), Tone.IDLE)
    return Badge(_("Đạt"), Tone.DONE) if counted["has_standard"] else Badge(_("Chưa có tiêu chuẩn"), Tone.IDLE)


def _with_standard(value: str) -> Q:
    has = Q(Exists(Standard.objects.as_of(today()).filter(post=OuterRef("tenure__post"))))
    return has if value == "co" else ~has


CHECKED = ListPage[Dossier](
    name="standard-check",
    title=_("Đối chiếu tiêu chuẩn vị trí"),
    rows=checked_people,
    columns=[
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=_person, sort="sort_key"),
        Column(
            "vi-tri", _("Vị trí việc làm"), value=lambda row: row.tenure.post.title if row.tenure else "",
            sort=("tenure__post__rank", "tenure__post__sort_key"),
        ),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("thieu", _("Chưa đạt"), value=lambda row: row.__dict__["lacking"] or 0, kind=Kind.NUMBER),
        Column("chua-ro", _("Chưa rõ"), value=lambda row: row.__dict__["unknown"] or 0, kind=Kind.NUMBER),
        Column("han-dau", _("Hạn sớm nhất"), value=lambda row: row.__dict__["due"], kind=Kind.DATE),
        Column("tinh-trang", _("Tình trạng"), value=_standing_badge, kind=Kind.BADGE),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("tt", _("Tình trạng"), Standing.choices, condition=standing_condition),
        ChoiceFilter("nhom", _("Nhóm vị trí"), PostGroup.choices, field="tenure__post__group"),
        ChoiceFilter("vt", _("Vị trí việc làm"), lambda _actor: posts_in_use(), field="tenure__post__code"),
        ChoiceFilter(
            "tc", _("Tiêu chuẩn của vị trí"), [("co", _("Đã ghi")), ("khong", _("Chưa ghi"))], condition=_with_standard
        ),
    ],
    quick_views=[QuickView(label, f"tt={value}") for value, label in Standing.choices],
    actions=[_OVERVIEW, Action(_("Từng điểm chưa đạt"), "gap-list", "list-details", VIEW)],
    empty=EmptyState(_("Chưa có người giữ vị trí nào trong phạm vi của bạn.")),
    permission=VIEW,
)  # fmt: skip


def _competency(row: Gap) -> str:
    return row.competency.title if row.competency is not None else ""


def _post_of(row: Gap, name: str) -> str:
    tenure = row.dossier.tenure
    return str(getattr(tenure.post, name)) if tenure is not None else ""


def _courses(actor: Actor) -> Iterable[tuple[str, str]]:
    titles = titles_of_competencies()
    return [(course, course_words(course, titles)) for course in courses_of(actor)]


def _fields(actor: Actor) -> Iterable[tuple[str, str]]:
    return [*((name, name) for name in fields_of(actor)), (NO_FIELD, str(_("Chưa ghi lĩnh vực")))]


def _due(value: str) -> Q:
    if value == "qua":
        return Q(due_on__lt=today())
    if value == "sap":
        return Q(due_on__range=(today(), today() + timedelta(days=_SOON_DAYS)))
    return Q(due_on__isnull=True)


GAPS = ListPage[Gap](
    name="gap-list",
    title=_("Chưa đạt hoặc chưa rõ so với tiêu chuẩn"),
    rows=visible_gaps,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name,
            link=lambda row: _person(row.dossier), sort="dossier__sort_key",
        ),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: _post_of(row, "title")),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.dossier.unit.name, sort="dossier__unit__sort_key"),
        Column("yeu-cau", _("Yêu cầu"), value=lambda row: need_words(row.need, row.wanted, _competency(row))),
        Column("hien-co", _("Hiện có"), value=lambda row: level_words(row.need, row.held)),
        Column("tinh-trang", _("Tình trạng"), value=gap_badge, kind=Kind.BADGE, sort="outcome"),
        Column("den", _("Hạn hoàn thiện"), value=lambda row: row.due_on, kind=Kind.DATE, sort="due_on"),
        Column("lv", _("Lĩnh vực"), value=lambda row: _post_of(row, "field"), default=False),
    ],
    default_sort="ten",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "dossier__unit"),
        ChoiceFilter("tt", _("Tình trạng"), [one for one in Outcome.choices if one[0] != Outcome.MET], field="outcome"),
        ChoiceFilter("yc", _("Yêu cầu"), Need.choices, field="need"),
        ChoiceFilter("lop", _("Nội dung đào tạo, bồi dưỡng"), _courses, field="course"),
        ChoiceFilter(
            "linh-vuc", _("Lĩnh vực"), _fields,
            condition=lambda value: Q(dossier__tenure__post__field="" if value == NO_FIELD else value),
        ),
        ChoiceFilter(
            "han", _("Hạn hoàn thiện"),
            [("qua", _("Đã quá")), ("sap", _("Trong 90 ngày tới")), ("khong", _("Không định hạn"))], condition=_due,
        ),
    ],
    quick_views=[
        QuickView(_("Chưa đạt"), "tt=lacking"), QuickView(_("Quá hạn"), "tt=lacking&han=qua"),
        QuickView(_("Chưa rõ"), "tt=unknown"),
    ],
    actions=[_OVERVIEW, Action(_("Theo người"), "standard-check", "users", VIEW)],
    empty=EmptyState(_("Không có điểm nào chưa đạt trong phạm vi của bạn.")),
    permission=VIEW,
)  # fmt: skip


def visible_competencies(actor: Actor) -> QuerySet[Competency]:
    """Return the framework, for those who see anything of the workforce."""
    return competency_policy.visible(actor)


COMPETENCIES = ListPage[Competency](
    name="competency-list",
    title=_("Khung năng lực"),
    rows=visible_competencies,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "ten", _("Năng lực"), value=lambda row: row.title, sort="sort_key",
            link=lambda row: reverse("competency-detail", args=[row.pk]),
        ),
        Column("nhom-nl", _("Nhóm năng lực"), value=lambda row: row.get_group_display(), sort=("group", "sort_key")),
        Column("tu", _("Từ ngày"), value=lambda row: row.valid.lower, kind=Kind.DATE),
        Column(
            "den", _("Đến hết ngày"), kind=Kind.DATE,
            value=lambda row: row.valid.upper - timedelta(days=1) if row.valid.upper else None,
        ),
    ],
    default_sort="nhom-nl",
    search="search_key",
    filters=[
        ChoiceFilter("nhom", _("Nhóm năng lực"), CompetencyGroup.choices, field="group"),
        ChoiceFilter(
            "dung", _("Hiệu lực"), [("co", _("Đang có hiệu lực")), ("khong", _("Không còn hoặc chưa hiệu lực"))],
            condition=lambda value: (
                Q(valid__contains=today()) if value == "co" else ~Q(valid__contains=today())
            ),
        ),
    ],
    actions=[_OVERVIEW, Action(_("Thêm năng lực"), "competency-new", "plus", MANAGE, is_primary=True)],
    empty=EmptyState(_("Khung năng lực còn trống."), Action(_("Thêm năng lực"), "competency-new", "plus", MANAGE)),
    permission=VIEW,
)  # fmt: skip


def _moves_due(value: str) -> Q:
    open_ = Q(state=MoveState.DECIDED)
    if value == "qua":
        return open_ & Q(last_day__lt=today())
    if value == "sap":
        return open_ & Q(last_day__range=(today(), today() + timedelta(days=_SOON_DAYS)))
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


def _of_locality(value: str) -> Q:
    return Q(locality=value)


LOCAL_HOLDERS = ListPage[Dossier](
    name="local-holder-list",
    title=_("Người giữ vị trí không bố trí người địa phương"),
    rows=visible_holders,
    columns=[
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=_person, sort="sort_key"),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: row.tenure.post.title if row.tenure else ""),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.tenure.unit.name if row.tenure else ""),
        Column(
            "tu", _("Giữ vị trí từ"), value=lambda row: row.tenure.first_day if row.tenure else None, kind=Kind.DATE
        ),
        Column("que-quan", _("Quê quán so với địa bàn"), value=locality_badge, kind=Kind.BADGE),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("vt", _("Vị trí việc làm"), lambda _actor: posts_closed(), field="tenure__post__code"),
        ChoiceFilter("que", _("Quê quán so với địa bàn"), Locality.choices, condition=_of_locality),
    ],
    actions=[Action(_("Tiến độ"), "local-progress", "chart-bar", VIEW)],
    empty=EmptyState(_("Không có ai giữ vị trí như vậy trong phạm vi của bạn.")),
    permission=VIEW,
)  # fmt: skip


def visible_acts(actor: Actor) -> QuerySet[OfficialAct]:
    """Return the official decisions on leaving, screening and replacement of people the actor may see."""
    return act_policy.visible(actor).select_related("dossier__person", "dossier__unit")


ACTS = ListPage[OfficialAct](
    name="act-list",
    title=_("Quyết định thôi việc, sàng lọc, thay thế"),
    rows=visible_acts,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: _person(row.dossier),
        ),
        Column("don-vi", _("Đơn vị quản lý hồ sơ"), value=lambda row: row.dossier.unit.name),
        Column("noi-dung", _("Nội dung"), value=lambda row: row.get_kind_display()),
        Column("so-qd", _("Số quyết định"), value=lambda row: row.decision),
        Column("ngay-qd", _("Ngày quyết định"), value=lambda row: row.decided_on, kind=Kind.DATE, sort="decided_on"),
        Column("tu", _("Có hiệu lực từ"), value=lambda row: row.first_day, kind=Kind.DATE),
        Column("co-quan", _("Cơ quan ban hành"), value=lambda row: row.issuer),
        Column("can-cu", _("Căn cứ"), value=lambda row: row.basis, most=120),
        Column("rut", _("Đã rút"), value=lambda row: row.withdrawn_reason, default=False),
    ],
    default_sort="-ngay-qd",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        ChoiceFilter("nd", _("Nội dung"), ActKind.choices, field="kind"),
        UnitFilter("dv", _("Đơn vị"), "dossier__unit"),
        DateRangeFilter("ngay", _("Ngày quyết định"), "decided_on"),
        ChoiceFilter(
            "hl", _("Bản ghi"), [("co", _("Còn giá trị")), ("rut", _("Đã rút"))],
            condition=lambda value: Q(withdrawn_at__isnull=value == "co"),
        ),
    ],
    empty=EmptyState(_("Chưa có quyết định nào. Ghi từ trang của một người.")),
    permission=VIEW,
)  # fmt: skip

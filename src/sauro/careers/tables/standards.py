"""Lists of people against their posts, of what is lacking, and of the competency framework."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.careers.badges import course_words, gap_badge, level_words, need_words
from sauro.careers.enums import CompetencyGroup, Need, Outcome
from sauro.careers.models import Competency, Gap, Standard
from sauro.careers.policies import MANAGE, VIEW, competency_policy
from sauro.careers.selectors.gaps import (
    NO_FIELD,
    Standing,
    checked_people,
    courses_in_use,
    fields_in_use,
    posts_in_use,
    standing_condition,
    titles_of_competencies,
    visible_gaps,
)
from sauro.careers.tables.shared import SOON_DAYS, person_address
from sauro.common.clock import today
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView
from sauro.workforce.enums import PostGroup
from sauro.workforce.models import Dossier

_OVERVIEW = Action(_("Tổng hợp"), "standards", "chart-bar", VIEW)


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
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=person_address, sort="sort_key"),
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


def _courses(_actor: Actor) -> Iterable[tuple[str, str]]:
    titles = titles_of_competencies()
    return [(course, course_words(course, titles)) for course in courses_in_use()]


def _fields(_actor: Actor) -> Iterable[tuple[str, str]]:
    return [*((name, name) for name in fields_in_use()), (NO_FIELD, str(_("Chưa ghi lĩnh vực")))]


def _due(value: str) -> Q:
    if value == "qua":
        return Q(due_on__lt=today())
    if value == "sap":
        return Q(due_on__range=(today(), today() + timedelta(days=SOON_DAYS)))
    return Q(due_on__isnull=True)


GAPS = ListPage[Gap](
    name="gap-list",
    title=_("Chưa đạt hoặc chưa rõ so với tiêu chuẩn"),
    rows=visible_gaps,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name,
            link=lambda row: person_address(row.dossier), sort="dossier__sort_key",
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

"""The list of people and the catalogue of job positions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView
from sauro.workforce.badges import place_badge
from sauro.workforce.enums import Block, FactKind, PostGroup, Sex
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Post, Tenure
from sauro.workforce.policies import post_policy
from sauro.workforce.selectors.forecast import FIELDS, LEAVING, LEAVING_FIELD, Ending, endings
from sauro.workforce.selectors.people import holders_on, visible_dossiers, with_highest
from sauro.workforce.selectors.quality import FINDINGS, failing

YOUNG_BELOW = 42
"""The age below which a cadre is counted as young (CT 45-CT/TW)."""


def _words(kind: FactKind, value: Any) -> str:
    return FACTS[kind].words_of(value) if value else ""


def _place(value: str) -> Q:
    if value == "khong":
        return Q(tenure__isnull=True)
    return Q(tenure__isnull=False, tenure__seat__is_exceptional=value == "ngoai")


def _young(value: str) -> Q:
    day = today()
    # Nobody is born on 29 February of most years.
    youngest = day.replace(year=day.year - YOUNG_BELOW, day=min(day.day, 28))
    return Q(particulars__birth_date__gt=youngest) if value == "co" else Q(particulars__birth_date__lte=youngest)


def _highest(kind: FactKind) -> Any:
    return lambda value: with_highest(kind, value, today())


def _detail(row: Dossier) -> str:
    return reverse("person-detail", args=[row.pk])


PEOPLE = ListPage[Dossier](
    name="person-list",
    title=_("Đội ngũ"),
    rows=visible_dossiers,
    columns=[
        Column("ma", _("Mã hồ sơ"), value=lambda row: row.code, sort="code", kind=Kind.CODE, default=False),
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=_detail, sort="sort_key"),
        Column(
            "vi-tri", _("Vị trí việc làm"), value=lambda row: row.tenure.post.title if row.tenure else "",
            sort=("tenure__post__rank", "tenure__post__sort_key"),
        ),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column(
            "khoi-bc", _("Khối biên chế"),
            value=lambda row: row.tenure.post.get_block_display() if row.tenure else "", default=False,
        ),
        Column(
            "tu", _("Giữ vị trí từ"), value=lambda row: row.tenure.first_day if row.tenure else None, kind=Kind.DATE
        ),
        Column(
            "nam-sinh", _("Năm sinh"),
            value=lambda row: str(row.particulars.birth_date.year) if row.particulars else "", kind=Kind.NUMBER,
            sort="particulars__birth_date",
        ),
        Column(
            "phai", _("Giới tính"), value=lambda row: row.particulars.get_sex_display() if row.particulars else ""
        ),
        Column(
            "cm", _("Chuyên môn"),
            value=lambda row: _words(FactKind.EDUCATION, row.education),  # type: ignore[attr-defined]  # annotated by visible_dossiers
        ),
        Column(
            "llct", _("Lý luận chính trị"),
            value=lambda row: _words(FactKind.THEORY, row.theory),  # type: ignore[attr-defined]  # as above
        ),
        Column(
            "ngach", _("Ngạch"),
            value=lambda row: _words(FactKind.RANK, row.rank),  # type: ignore[attr-defined]  # as above
            default=False,
        ),
        Column("tt", _("Tình trạng"), value=place_badge, kind=Kind.BADGE),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("khoi", _("Khối biên chế"), Block.choices, field="tenure__post__block"),
        ChoiceFilter("nhom", _("Nhóm vị trí"), PostGroup.choices, field="tenure__post__group"),
        ChoiceFilter("gt", _("Giới tính"), Sex.choices, field="particulars__sex"),
        ChoiceFilter("tre", _("Tuổi"), [("co", _("Dưới 42")), ("khong", _("Từ 42"))], condition=_young),
        ChoiceFilter("td", _("Chuyên môn"), FACTS[FactKind.EDUCATION].choices, condition=_highest(FactKind.EDUCATION)),
        ChoiceFilter("ll", _("Lý luận chính trị"), FACTS[FactKind.THEORY].choices, condition=_highest(FactKind.THEORY)),
        ChoiceFilter(
            "bt", _("Bố trí"),
            [("trong", _("Trong biên chế")), ("ngoai", _("Ngoài biên chế")), ("khong", _("Không giữ vị trí"))],
            condition=_place,
        ),
        ChoiceFilter(
            "loi", _("Cần sửa"), [(code, one.label) for code, one in FINDINGS.items()],
            condition=lambda value: failing(value, today()),
        ),
    ],
    quick_views=[QuickView(_("Ngoài biên chế"), "bt=ngoai"), QuickView(_("Không giữ vị trí"), "bt=khong")],
    actions=[
        Action(_("Tại ngày khác"), "person-list-then", "calendar", "workforce.view"),
        Action(_("Biên chế"), "establishment", "layout-grid", "workforce.view"),
        Action(_("Thời hạn"), "workforce-deadlines", "calendar-due", "workforce.view"),
        Action(_("Dự báo"), "workforce-forecast", "chart-bar", "workforce.view"),
        Action(_("Chất lượng dữ liệu"), "data-quality", "checklist", "workforce.view"),
        Action(_("Biểu mẫu"), "official-forms", "forms", "workforce.view"),
        Action(_("Vị trí việc làm"), "post-list", "briefcase", "workforce.view"),
        Action(_("Nhập từ bảng"), "import-list", "table-import", "workforce.record"),
        Action(_("Lập hồ sơ"), "person-new", "user-plus", "workforce.record", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có hồ sơ nào trong phạm vi của bạn."), Action(_("Lập hồ sơ"), "person-new", "", "workforce.record")
    ),
    permission="workforce.view",
    is_in_global_search=True,
)  # fmt: skip


def _stated_words(row: Tenure) -> str:
    sex = getattr(row, "sex", None)
    return str(Sex(sex).label) if sex else ""


PEOPLE_THEN = ListPage[Tenure](
    name="person-list-then",
    title=_("Đội ngũ tại một ngày"),
    rows=lambda actor: holders_on(actor, today()),
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.dossier.person.full_name, sort="dossier__sort_key",
            link=lambda row: reverse("person-detail", args=[row.dossier_id]),
        ),
        Column("vi-tri", _("Vị trí việc làm"), value=lambda row: row.post.title, sort=("post__rank", "post__sort_key")),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("khoi-bc", _("Khối biên chế"), value=lambda row: row.post.get_block_display(), default=False),
        Column("tu", _("Giữ vị trí từ"), value=lambda row: row.first_day, kind=Kind.DATE),
        Column(
            "nam-sinh", _("Năm sinh"), value=lambda row: str(row.born.year) if row.born else "",  # type: ignore[attr-defined]  # annotated by holders_on
            kind=Kind.NUMBER, sort="born",
        ),
        Column("phai", _("Giới tính"), value=_stated_words),
        Column("cm", _("Chuyên môn"), value=lambda row: _words(FactKind.EDUCATION, row.education)),  # type: ignore[attr-defined]  # as above
        Column("llct", _("Lý luận chính trị"), value=lambda row: _words(FactKind.THEORY, row.theory)),  # type: ignore[attr-defined]  # as above
        Column("ngach", _("Ngạch"), value=lambda row: _words(FactKind.RANK, row.rank)),  # type: ignore[attr-defined]  # as above
    ],
    default_sort="ten",
    search="dossier__search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("khoi", _("Khối biên chế"), Block.choices, field="post__block"),
        ChoiceFilter("nhom", _("Nhóm vị trí"), PostGroup.choices, field="post__group"),
        ChoiceFilter("gt", _("Giới tính"), Sex.choices, field="sex"),
        ChoiceFilter("td", _("Chuyên môn"), FACTS[FactKind.EDUCATION].choices, field="education"),
        ChoiceFilter("ll", _("Lý luận chính trị"), FACTS[FactKind.THEORY].choices, field="theory"),
    ],
    actions=[Action(_("Hôm nay"), "person-list", "users", "workforce.view")],
    empty=EmptyState(_("Không có ai giữ vị trí ngày này trong phạm vi của bạn.")),
    permission="workforce.view",
    template="workforce/then.html",
)  # fmt: skip


def visible_posts(actor: Actor) -> QuerySet[Post]:
    """Return the catalogue, for those who see anything of the workforce."""
    return post_policy.visible(actor)


def _fields(actor: Actor) -> Iterable[tuple[str, str]]:
    named = visible_posts(actor).exclude(field="").order_by("field").values_list("field", flat=True).distinct()
    return [(name, name) for name in named]


def _yes(value: bool) -> str:  # noqa: FBT001 -- the value of a column
    return str(_("Có")) if value else ""


POSTS = ListPage[Post](
    name="post-list",
    title=_("Vị trí việc làm"),
    rows=visible_posts,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "ten", _("Vị trí việc làm"), value=lambda row: row.title, sort=("rank", "sort_key"),
            link=lambda row: reverse("post-detail", args=[row.pk]),
        ),
        Column("khoi-bc", _("Khối biên chế"), value=lambda row: row.get_block_display()),
        Column("nhom-vt", _("Nhóm"), value=lambda row: row.get_group_display()),
        Column("lv", _("Lĩnh vực"), value=lambda row: row.field),
        Column("chu-chot", _("Chủ chốt"), value=lambda row: _yes(row.is_key)),
        Column(
            "ngoai-dp", _("Không bố trí người địa phương"), value=lambda row: _yes(row.is_barred_to_locals),
            default=False,
        ),
        Column("bac", _("Bậc chức danh"), value=lambda row: row.level or "", kind=Kind.NUMBER, default=False),
        Column("tieu-chuan", _("Tiêu chuẩn"), value=lambda row: row.standard, most=120, default=False),
    ],
    default_sort="ten",
    search="search_key",
    filters=[
        ChoiceFilter("khoi", _("Khối biên chế"), Block.choices, field="block"),
        ChoiceFilter("nhom", _("Nhóm"), PostGroup.choices, field="group"),
        ChoiceFilter("linh-vuc", _("Lĩnh vực"), _fields, field="field"),
        ChoiceFilter(
            "dung", _("Sử dụng"), [("co", _("Đang dùng")), ("khong", _("Không còn dùng"))],
            condition=lambda value: Q(is_closed=value == "khong"),
        ),
    ],
    actions=[
        Action(_("Đội ngũ"), "person-list", "users", "workforce.view"),
        Action(_("Thêm vị trí"), "post-new", "plus", "workforce.manage", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có vị trí việc làm nào."), Action(_("Thêm vị trí"), "post-new", "plus", "workforce.manage")
    ),
    permission="workforce.view",
)  # fmt: skip


def _posts_of(actor: Actor) -> Iterable[tuple[str, str]]:
    return list(visible_posts(actor).order_by("rank", "sort_key").values_list("code", "title"))


def _due(kind: Ending) -> Column[Dossier]:
    name = FIELDS[kind]
    return Column(f"ngay-{kind}", kind.label, value=lambda row: getattr(row, name), kind=Kind.DATE)


FORECAST_PEOPLE = ListPage[Dossier](
    name="forecast-list",
    title=_("Người nghỉ hưu, hết thời hạn"),
    rows=endings,
    columns=[
        Column("ten", _("Họ và tên"), value=lambda row: row.person.full_name, link=_detail, sort="sort_key"),
        Column(
            "vi-tri", _("Vị trí việc làm"), value=lambda row: row.tenure.post.title if row.tenure else "",
            sort=("tenure__post__rank", "tenure__post__sort_key"),
        ),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        *(_due(kind) for kind in Ending),
    ],
    default_sort="ten",
    search="search_key",
    search_hint=_("Tìm theo họ tên, không cần gõ dấu"),
    filters=[
        UnitFilter("dv", _("Đơn vị"), "unit"),
        ChoiceFilter("khoi", _("Khối biên chế"), Block.choices, field="tenure__post__block"),
        ChoiceFilter("vt", _("Vị trí việc làm"), _posts_of, field="tenure__post__code"),
        DateRangeFilter(LEAVING, _("Vị trí trống (nghỉ hưu, hết thời hạn)"), LEAVING_FIELD),
        *(DateRangeFilter(str(kind), kind.label, FIELDS[kind]) for kind in Ending),
    ],
    actions=[Action(_("Dự báo"), "workforce-forecast", "chart-bar", "workforce.view")],
    empty=EmptyState(_("Không có ai nghỉ hưu hay hết thời hạn đến năm 2031 trong phạm vi của bạn.")),
    permission="workforce.view",
)  # fmt: skip

"""The lists of rounds, and of the levels published inside a body."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.cadre_policies import keeps_cadres
from sauro.appraisals.enums import LevelChoice, RoundState
from sauro.appraisals.models import Rating, RatingRound
from sauro.appraisals.month_choices import years_among
from sauro.appraisals.selectors.ratings import published_levels, visible_rounds
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage


def round_badge(row: RatingRound) -> Badge:
    """Return the mark of a round."""
    state = RoundState(row.state)
    return Badge(state.label, Tone.DONE if state == RoundState.DECIDED else Tone.SOON)


ROUNDS = ListPage[RatingRound](
    name="rating-round-list",
    title=_("Xếp loại năm"),
    rows=visible_rounds,
    columns=[
        Column("nam", _("Năm"), value=lambda row: str(row.year), sort="year", kind=Kind.CODE),
        Column(
            "co-quan", _("Cơ quan"), value=lambda row: row.unit.name, sort="unit__sort_key",
            link=lambda row: reverse("rating-round-detail", args=[row.pk]),
        ),
        Column("trang-thai", _("Trạng thái"), value=round_badge, kind=Kind.BADGE),
        Column("nguoi", _("Số người"), value=lambda row: row.people, kind=Kind.NUMBER),  # type: ignore[attr-defined]  # annotated by visible_rounds
        Column("qd", _("Quyết định"), value=lambda row: row.decision),
        Column("ngay", _("Ngày"), value=lambda row: row.decided_on, kind=Kind.DATE),
    ],
    default_sort="-nam",
    search="unit__search_key",
    filters=[
        ChoiceFilter("n", _("Năm"), years_among(visible_rounds), field="year"),
        ChoiceFilter("tt", _("Trạng thái"), RoundState.choices, field="state"),
        UnitFilter("dv", _("Cơ quan"), "unit"),
    ],
    actions=[
        Action(_("Mức đã công khai"), "level-list", "list"),
        Action(_("Xếp loại đơn vị"), "unit-round-list", "building", "ratings.keep"),
        Action(_("Cán bộ do cấp ủy quản lý"), "cadre-period-list", "user-star", offered=keeps_cadres),
        Action(_("Chuẩn bị xếp loại"), "rating-round-new", "plus", "ratings.keep", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có đợt xếp loại nào. Xếp loại năm lấy điểm từ phiếu đánh giá hằng tháng."),
        Action(_("Chuẩn bị xếp loại"), "rating-round-new", "plus", "ratings.keep"),
    ),
    permission="ratings.keep",
)  # fmt: skip

LEVELS = ListPage[Rating](
    name="level-list",
    title=_("Mức xếp loại đã công khai trong đơn vị"),
    rows=published_levels,
    columns=[
        Column("nam", _("Năm"), value=lambda row: str(row.round.year), sort="round__year", kind=Kind.CODE),
        Column(
            "ten",
            _("Họ và tên"),
            value=lambda row: row.appointment.person.full_name,
            sort="appointment__person__sort_key",
        ),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("muc", _("Mức"), value=lambda row: row.get_level_display()),
        Column("qd", _("Quyết định"), value=lambda row: row.round.decision),
    ],
    default_sort="-nam",
    search="appointment__person__search_key",
    filters=[
        ChoiceFilter("n", _("Năm"), years_among(published_levels, "round__year"), field="round__year"),
        ChoiceFilter("m", _("Mức"), LevelChoice.choices, field="level"),
        UnitFilter("dv", _("Đơn vị"), "unit"),
    ],
    empty=EmptyState(
        _("Chưa có quyết định xếp loại nào được công khai trong đơn vị của bạn."),
        Action(_("Điểm đánh giá của tôi"), "own-sheets", "clipboard"),
    ),
)

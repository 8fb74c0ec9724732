"""The lists of cadres: their ratings by period, and the reviews in force. What was said stands in neither."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import CadrePeriod, LevelChoice, ReviewKind, TermState
from sauro.appraisals.models import PeriodReview, Review
from sauro.appraisals.month_choices import years_among
from sauro.appraisals.selectors.cadres import kept_periods, reviews_in_force
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage

_KINDS = {ReviewKind.PRAISE: Tone.DONE, ReviewKind.REMINDER: Tone.SOON, ReviewKind.WARNING: Tone.LATE}


def term_badge(row: PeriodReview) -> Badge:
    """Return the mark of a rating of a period."""
    state = TermState(row.state)
    return Badge(state.label, Tone.DONE if state == TermState.DECIDED else Tone.SOON)


def kind_badge(row: Review) -> Badge:
    """Return the mark of a review."""
    kind = ReviewKind(row.kind)
    return Badge(kind.label, _KINDS[kind])


_NEW_PERIOD = Action(_("Chuẩn bị một kỳ"), "cadre-period-new", "plus", is_primary=True)
_NEW_REVIEW = Action(_("Ghi nhận xét"), "cadre-review-new", "plus", is_primary=True)

PERIODS = ListPage[PeriodReview](
    name="cadre-period-list",
    title=_("Cán bộ do cấp ủy quản lý: xếp loại theo quý"),
    rows=kept_periods,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.appointment.person.full_name,
            sort="appointment__person__sort_key", link=lambda row: reverse("cadre-period-detail", args=[row.pk]),
        ),
        Column("chuc-danh", _("Chức danh"), value=lambda row: row.appointment.position.title),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.appointment.unit.name),
        Column("nam", _("Năm"), value=lambda row: str(row.year), sort=("year", "period"), kind=Kind.CODE),
        Column("ky", _("Kỳ"), value=lambda row: row.get_period_display()),
        Column("diem", _("Điểm"), value=lambda row: row.score, sort="score", kind=Kind.NUMBER),
        Column("de-xuat", _("Đề xuất"), value=lambda row: row.get_proposed_display()),
        Column("muc", _("Mức"), value=lambda row: row.get_level_display()),
        Column("trang-thai", _("Trạng thái"), value=term_badge, kind=Kind.BADGE),
    ],
    default_sort="-nam",
    search="appointment__person__search_key",
    filters=[
        ChoiceFilter("n", _("Năm"), years_among(kept_periods), field="year"),
        ChoiceFilter("tt", _("Trạng thái"), TermState.choices, field="state"),
        ChoiceFilter("k", _("Kỳ"), CadrePeriod.choices, field="period"),
        ChoiceFilter("m", _("Mức"), LevelChoice.choices, field="level"),
        UnitFilter("cu", _("Cấp ủy"), "committee"),
    ],
    actions=[Action(_("Biểu dương, nhắc nhở, cảnh báo"), "cadre-review-list", "message-2"), _NEW_PERIOD],
    empty=EmptyState(
        _("Chưa có kỳ nào. Điểm quý lấy từ phiếu đánh giá hằng tháng của cán bộ theo QĐ 366-QĐ/TW."), _NEW_PERIOD
    ),
)  # fmt: skip

REVIEWS = ListPage[Review](
    name="cadre-review-list",
    title=_("Biểu dương, nhắc nhở, cảnh báo đang có hiệu lực"),
    rows=reviews_in_force,
    columns=[
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.appointment.person.full_name,
            sort="appointment__person__sort_key", link=lambda row: reverse("cadre-review-detail", args=[row.pk]),
        ),
        Column("chuc-danh", _("Chức danh"), value=lambda row: row.appointment.position.title),
        Column("don-vi", _("Đơn vị"), value=lambda row: row.appointment.unit.name),
        Column("hinh-thuc", _("Hình thức"), value=kind_badge, kind=Kind.BADGE),
        Column("cap", _("Cấp quyết định"), value=lambda row: f"{row.get_body_display()}, {row.committee.name}"),
        Column("ngay", _("Ngày quyết định"), value=lambda row: row.decided_on, sort="decided_on", kind=Kind.DATE),
        Column("den", _("Hiệu lực đến hết"), value=lambda row: row.ends_on, sort="ends_on", kind=Kind.DATE),
        Column("y-kien", _("Ý kiến"), value=lambda row: _("Đã có") if row.replied_at else _("Chưa có")),
    ],
    default_sort="-ngay",
    search="appointment__person__search_key",
    filters=[
        ChoiceFilter("ht", _("Hình thức"), ReviewKind.choices, field="kind"),
        UnitFilter("cu", _("Cấp ủy"), "committee"),
    ],
    actions=[Action(_("Xếp loại theo quý"), "cadre-period-list", "medal"), _NEW_REVIEW],
    empty=EmptyState(
        _("Không có nội dung nào đang có hiệu lực. Nội dung hết hiệu lực chỉ còn trong hồ sơ từng người."), _NEW_REVIEW
    ),
)  # fmt: skip

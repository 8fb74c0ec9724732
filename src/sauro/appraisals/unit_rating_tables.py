"""The list of rounds in which units are rated."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.appraisals.enums import RoundState
from sauro.appraisals.models import UnitRound
from sauro.appraisals.month_choices import years_among
from sauro.appraisals.selectors.unit_ratings import visible_unit_rounds
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage


def unit_round_badge(row: UnitRound) -> Badge:
    """Return the mark of a round."""
    state = RoundState(row.state)
    return Badge(state.label, Tone.DONE if state == RoundState.DECIDED else Tone.SOON)


_NEW = Action(_("Chuẩn bị xếp loại đơn vị"), "unit-round-new", "plus", "ratings.keep", is_primary=True)
_STATES = [(state.value, state.label) for state in (RoundState.PREPARED, RoundState.DECIDED)]

UNIT_ROUNDS = ListPage[UnitRound](
    name="unit-round-list",
    title=_("Xếp loại đơn vị"),
    rows=visible_unit_rounds,
    columns=[
        Column("nam", _("Năm"), value=lambda row: str(row.year), sort="year", kind=Kind.CODE),
        Column(
            "co-quan", _("Cơ quan xếp loại"), value=lambda row: row.unit.name, sort="unit__sort_key",
            link=lambda row: reverse("unit-round-detail", args=[row.pk]),
        ),
        Column("trang-thai", _("Trạng thái"), value=unit_round_badge, kind=Kind.BADGE),
        Column("don-vi", _("Số đơn vị"), value=lambda row: row.units, kind=Kind.NUMBER),  # type: ignore[attr-defined]  # annotated by visible_unit_rounds
        Column("so-lieu", _("Số liệu đến ngày"), value=lambda row: row.as_of, kind=Kind.DATE),
        Column("qd", _("Quyết định"), value=lambda row: row.decision),
        Column("ngay", _("Ngày"), value=lambda row: row.decided_on, kind=Kind.DATE),
    ],
    default_sort="-nam",
    search="unit__search_key",
    filters=[
        ChoiceFilter("n", _("Năm"), years_among(visible_unit_rounds), field="year"),
        ChoiceFilter("tt", _("Trạng thái"), _STATES, field="state"),
        UnitFilter("dv", _("Cơ quan xếp loại"), "unit"),
    ],
    actions=[Action(_("Xếp loại cá nhân"), "rating-round-list", "users", "ratings.keep"), _NEW],
    empty=EmptyState(
        _("Chưa có đợt xếp loại đơn vị nào. Đơn vị được xếp loại trước, người đứng đầu không cao hơn đơn vị."), _NEW
    ),
    permission="ratings.keep",
)  # fmt: skip

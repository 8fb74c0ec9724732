"""The list of difficulties."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import today
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import visible_difficulties
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import EmptyState, ListPage, QuickView

_SHOWN = 140


def is_late(row: Difficulty, day: dt.date) -> bool:
    """Tell whether an answer is owed since before ``day``."""
    return row.state == DifficultyState.OPEN and row.due_on < day


def state_badge(row: Difficulty) -> Badge:
    """Return the mark of a difficulty."""
    if is_late(row, today()):
        return Badge(_("Quá hạn trả lời"), Tone.LATE)
    tones = {DifficultyState.OPEN: Tone.SOON, DifficultyState.ANSWERED: Tone.DONE, DifficultyState.WITHDRAWN: Tone.IDLE}
    state = DifficultyState(row.state)
    return Badge(state.label, tones[state])


def _assignment_code(row: Difficulty) -> str:
    return row.assignment.code if row.assignment else ""


def _late(value: str) -> Q:
    late = Q(state=DifficultyState.OPEN, due_on__lt=today())
    return late if value == "co" else ~late


DIFFICULTIES = ListPage[Difficulty](
    name="difficulty-list",
    title=_("Khó khăn, vướng mắc"),
    rows=visible_difficulties,
    columns=[
        Column("ma", _("Mã"), value=lambda row: row.code, sort="code", kind=Kind.CODE),
        Column(
            "noi-dung",
            _("Nội dung"),
            value=lambda row: row.text if len(row.text) <= _SHOWN else f"{row.text[:_SHOWN].rstrip()}…",
            link=lambda row: reverse("difficulty-detail", args=[row.pk]),
            export=lambda row: row.text,
        ),
        Column("don-vi", _("Đơn vị nêu"), value=lambda row: row.unit.name, sort="unit__sort_key"),
        Column("tai", _("Đang ở"), value=lambda row: row.at_unit.name, sort="at_unit__sort_key"),
        Column("han", _("Hạn trả lời"), value=lambda row: row.due_on, sort="due_on", kind=Kind.DATE),
        Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column(
            "nhiem-vu", _("Nhiệm vụ"), value=lambda row: row.assignment.code if row.assignment else "", default=False
        ),
        Column("nguyen-nhan", _("Nguyên nhân"), value=lambda row: Cause(row.cause).label, default=False),
        Column(
            "neu-luc", _("Nêu lúc"), value=lambda row: row.raised_at, sort="raised_at", kind=Kind.INSTANT, default=False
        ),
    ],
    default_sort="han",
    search="search_key",
    filters=[
        ChoiceFilter("tt", _("Trạng thái"), DifficultyState.choices, field="state"),
        ChoiceFilter("qh", _("Quá hạn trả lời"), [("co", _("Có")), ("khong", _("Không"))], condition=_late),
        ChoiceFilter("nn", _("Nguyên nhân"), Cause.choices, field="cause"),
        UnitFilter("dv", _("Đơn vị nêu"), "unit"),
        UnitFilter("o", _("Đang ở"), "at_unit"),
        DateRangeFilter("h", _("Hạn trả lời"), "due_on"),
    ],
    quick_views=[QuickView(_("Chờ trả lời"), "tt=open"), QuickView(_("Quá hạn trả lời"), "qh=co")],
    empty=EmptyState(_("Chưa có khó khăn, vướng mắc nào. Hãy nêu ở trang của nhiệm vụ đang vướng.")),
    is_in_global_search=True,
)

"""The list of difficulties."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import VIETNAM, today
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.filters import FILTERS
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import listed_difficulties
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.page import Action, EmptyState, ListPage, QuickView

_SHOWN = 140


def state_badge(row: Difficulty) -> Badge:
    """Return the mark of a difficulty."""
    if row.is_late:
        return Badge(_("Quá hạn trả lời"), Tone.LATE)
    tones = {DifficultyState.OPEN: Tone.SOON, DifficultyState.ANSWERED: Tone.DONE, DifficultyState.WITHDRAWN: Tone.IDLE}
    state = DifficultyState(row.state)
    return Badge(state.label, tones[state])


def _age(row: Difficulty) -> object:
    """Days since it was raised, while it waits."""
    if row.state != DifficultyState.OPEN:
        return ""
    return (today() - row.raised_at.astimezone(VIETNAM).date()).days


DIFFICULTIES = ListPage[Difficulty](
    name="difficulty-list",
    title=_("Khó khăn, vướng mắc"),
    rows=listed_difficulties,
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
        Column("tuoi", _("Đã nêu (ngày)"), value=_age, kind=Kind.NUMBER),
        Column("trang-thai", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column("nhiem-vu", _("Nhiệm vụ"), value=lambda row: getattr(row, "work_code", None) or "", default=False),
        Column("nguyen-nhan", _("Nguyên nhân"), value=lambda row: Cause(row.cause).label, default=False),
        Column("ve", _("Về văn bản, lĩnh vực"), value=lambda row: row.about, default=False),
        Column("kien-nghi", _("Kiến nghị"), value=lambda row: row.request, default=False),
        Column("tra-loi", _("Trả lời"), value=lambda row: row.answer, default=False),
        Column(
            "neu-luc", _("Nêu lúc"), value=lambda row: row.raised_at, sort="raised_at", kind=Kind.INSTANT, default=False
        ),
    ],
    default_sort="han",
    search="search_key",
    filters=FILTERS,
    quick_views=[
        QuickView(_("Chờ tôi trả lời"), "viec=toi"),
        QuickView(_("Chờ trả lời"), "tt=open"),
        QuickView(_("Quá hạn trả lời"), "qh=co"),
        QuickView(_("Đã nêu trên 30 ngày"), "tt=open&t=31"),
        QuickView(_("Nguyên nhân khách quan"), "nn=objective"),
    ],
    actions=[
        Action(_("Tổng hợp"), "difficulty-summary", "chart-bar"),
        Action(_("Nêu khó khăn, kiến nghị"), "difficulty-raise-alone", "plus", "tasks.work", is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có khó khăn, vướng mắc nào. Hãy nêu ở trang của nhiệm vụ đang vướng, hoặc nêu riêng một kiến nghị.")
    ),
    is_in_global_search=True,
)

"""The list of assignments that may ask for the same thing."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from sauro.tasks.enums import PairState
from sauro.tasks.models import Assignment, LikelyPair
from sauro.tasks.selectors.likely import likely_pairs
from sauro.tasks.transitions import OPEN_STATES
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter, UnitFilter
from sauro.ui.lists.page import EmptyState, ListPage, QuickView

_TONES = {PairState.PROPOSED: Tone.SOON, PairState.BOUND: Tone.DONE, PairState.DISMISSED: Tone.IDLE}
_SHOWN_WORDING = 110


def _words(assignment: Assignment) -> str:
    return f"{assignment.code}: {Truncator(assignment.wording).chars(_SHOWN_WORDING)}"


def _link(row: LikelyPair) -> str:
    return reverse("likely-pair", args=[row.pk])


def _state(row: LikelyPair) -> Badge:
    state = PairState(row.state)
    return Badge(state.label, _TONES[state])


def _giver(assignment: Assignment) -> str:
    due = f"{assignment.due_on:%d/%m/%Y}" if assignment.due_on else _("không nêu")
    return f"{assignment.giver_name} ({due})"


def _open(value: str) -> Q:
    is_open = Q(first__state__in=sorted(OPEN_STATES)) | Q(second__state__in=sorted(OPEN_STATES))
    return is_open if value == "mo" else ~is_open


_COLUMNS: list[Column[LikelyPair]] = [
    Column("diem", _("Giống"), value=lambda row: row.score, sort="score", kind=Kind.NUMBER),
    Column("viec", _("Việc"), value=lambda row: _words(row.first), link=_link),
    Column("giao", _("Bên giao, thời hạn"), value=lambda row: _giver(row.first)),
    Column("viec2", _("Việc kia"), value=lambda row: _words(row.second)),
    Column("giao2", _("Bên giao, thời hạn kia"), value=lambda row: _giver(row.second)),
    Column("don-vi", _("Đơn vị"), value=lambda row: row.unit.name, sort="unit__sort_key"),
    Column("tt", _("Đã xem"), value=_state, kind=Kind.BADGE),
    Column("ai", _("Người xem"), value=lambda row: row.decided_by_name, default=False),
    Column("luc", _("Tìm thấy lúc"), value=lambda row: row.found_at, sort="found_at", kind=Kind.INSTANT, default=False),
]

LIKELY_PAIRS = ListPage[LikelyPair](
    name="likely-list",
    title=_("Có thể trùng"),
    rows=likely_pairs,
    columns=_COLUMNS,
    filters=[
        ChoiceFilter("loai", _("Đã xem"), PairState.choices, field="state"),
        ChoiceFilter("mo", _("Còn mở"), [("mo", _("Có việc đang mở")), ("dong", _("Đã kết thúc"))], condition=_open),
        UnitFilter("dv", _("Đơn vị"), "unit"),
    ],
    quick_views=[QuickView(_("Chưa xem"), "loai=proposed&mo=mo"), QuickView(_("Đã gắn chung"), "loai=bound")],
    default_sort="-diem",
    empty=EmptyState(
        _("Chưa thấy việc nào của đơn vị được nhiều văn bản cùng giao. Cặp việc giống nhau sẽ hiện ở đây để xem.")
    ),
    permission="tasks.view",
)

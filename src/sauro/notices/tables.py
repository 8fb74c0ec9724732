"""The list of demanded explanations."""

from __future__ import annotations

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.notices.policies import explanation_policy
from sauro.notices.selectors.explanations import DatedExplanation, visible_explanations
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ActorFilter, ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import EmptyState, ListPage, QuickView

_SHOWN = 120
_STATES = [
    ("cho", _("Chờ giải trình")),
    ("qua", _("Quá hạn, chưa giải trình")),
    ("da", _("Đã giải trình")),
    ("muon", _("Đã giải trình, sau hạn")),
]


def _state(value: str) -> Q:
    """Open demands, those past their day, answered ones, and those answered after their day."""
    is_open = Q(answered_at__isnull=True)
    conditions = {
        "cho": is_open,
        "qua": is_open & Q(due_on__lt=today()),
        "da": ~is_open,
        "muon": Q(answered_day__gt=F("due_on")),
    }
    return conditions[value]


def _for_me(actor: Actor, _value: str) -> Q:
    """What waits for an explanation that the actor may give."""
    return explanation_policy.condition(actor, "answer") & Q(answered_at__isnull=True)


def state_badge(row: DatedExplanation) -> Badge:
    """Return the mark of how a demand stands."""
    if row.answered_day is None:
        is_late = row.due_on < today()
        return Badge(_("Quá hạn giải trình"), Tone.LATE) if is_late else Badge(_("Chờ giải trình"), Tone.SOON)
    if row.answered_day > row.due_on:
        return Badge(_("Đã giải trình, sau hạn"), Tone.LATE, "circle-check")
    return Badge(_("Đã giải trình"), Tone.DONE)


EXPLANATIONS = ListPage[DatedExplanation](
    name="explanation-list",
    title=_("Yêu cầu giải trình"),
    rows=visible_explanations,
    columns=[
        Column("ma", _("Nhiệm vụ"), value=lambda row: row.assignment.code, sort="assignment__code", kind=Kind.CODE),
        Column(
            "yeu-cau",
            _("Yêu cầu giải trình"),
            value=lambda row: row.question,
            link=lambda row: reverse("explanation-answer", args=[row.pk]),
            most=_SHOWN,
        ),
        Column(
            "don-vi",
            _("Đơn vị giải trình"),
            value=lambda row: row.assignment.unit.name,
            sort="assignment__unit__sort_key",
        ),
        Column("ben-giao", _("Bên giao"), value=lambda row: row.assignment.giver_name, default=False),
        Column("hoi-luc", _("Yêu cầu lúc"), value=lambda row: row.asked_at, sort="asked_at", kind=Kind.INSTANT),
        Column("nguoi-hoi", _("Người yêu cầu"), value=lambda row: row.asked_by_name, default=False),
        Column("han", _("Hạn giải trình"), value=lambda row: row.due_on, sort="due_on", kind=Kind.DATE),
        Column("tinh-trang", _("Tình trạng"), value=state_badge, kind=Kind.BADGE),
        Column("giai-trinh", _("Giải trình"), value=lambda row: row.answer, most=_SHOWN),
        Column(
            "tra-loi-luc",
            _("Giải trình lúc"),
            value=lambda row: row.answered_at,
            sort="answered_at",
            kind=Kind.INSTANT,
            default=False,
        ),
        Column("nguoi-tra-loi", _("Người giải trình"), value=lambda row: row.answered_by_name, default=False),
    ],
    default_sort="-hoi-luc",
    search="assignment__search_key",
    search_hint=_("Tìm theo mã, nội dung nhiệm vụ, đơn vị"),
    filters=[
        ActorFilter("viec", _("Việc của tôi"), [("toi", _("Chờ tôi giải trình"))], condition=_for_me),
        ChoiceFilter("tt", _("Tình trạng"), _STATES, condition=_state),
        UnitFilter("dv", _("Đơn vị giải trình"), "assignment__unit"),
        UnitFilter("bg", _("Bên giao"), "assignment__giver_unit"),
        DateRangeFilter("hoi", _("Yêu cầu trong"), "asked_at", is_instant=True),
        DateRangeFilter("han", _("Hạn giải trình"), "due_on"),
    ],
    quick_views=[
        QuickView(_("Chờ tôi giải trình"), "viec=toi"),
        QuickView(_("Chờ giải trình"), "tt=cho"),
        QuickView(_("Quá hạn"), "tt=qua"),
        QuickView(_("Đã giải trình"), "tt=da"),
    ],
    row_tone=lambda row: "late" if row.answered_day is None and row.due_on < today() else "",
    empty=EmptyState(
        _("Chưa có yêu cầu giải trình nào. Bên giao yêu cầu giải trình ở trang của nhiệm vụ đang quá hạn.")
    ),
)

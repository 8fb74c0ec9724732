"""Filters of the list of difficulties, and what they mean as conditions: the figures count by the same ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db.models import Q
from django.db.models.functions import TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import VIETNAM, today
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.policies import difficulty_policy
from sauro.ui.lists.filters import ActorFilter, ChoiceFilter, DateRangeFilter, Filter, UnitFilter

AGES: Mapping[str, tuple[str | Promise, int, int | None]] = {
    "5": (_("đến 5 ngày"), 0, 5),
    "15": (_("6–15 ngày"), 6, 15),
    "30": (_("16–30 ngày"), 16, 30),
    "31": (_("trên 30 ngày"), 31, None),
}
"""How long ago something was raised: the key in the address, its words, the first and the last day of the range."""

RAISED = DateRangeFilter("n", _("Nêu lúc"), "raised_at", is_instant=True)


def is_late() -> Q:
    """Return the condition of what waits for an answer longer than it may."""
    return Q(state=DifficultyState.OPEN, due_on__lt=today())


def answered_late() -> Q:
    """Return the condition of what was answered after its last day."""
    late = Q(answered_at__isnull=False) & Q(due_on__lt=TruncDate("answered_at", tzinfo=VIETNAM))
    return Q(state=DifficultyState.ANSWERED) & late


def of_age(key: str) -> Q:
    """Return the condition of what was raised so long ago."""
    _words, first, last = AGES[key]
    since = Q(raised_at__lt=_start_of(today() - dt.timedelta(days=first - 1)))
    return since & Q(raised_at__gte=_start_of(today() - dt.timedelta(days=last))) if last is not None else since


def _late_or_not(value: str) -> Q:
    return is_late() if value == "co" else ~is_late()


def _how_answered(value: str) -> Q:
    return answered_late() if value == "muon" else Q(state=DifficultyState.ANSWERED) & ~answered_late()


def _start_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=VIETNAM)


def _for_me(actor: Actor, _value: str) -> Q:
    """What waits for an answer that the actor may give."""
    return difficulty_policy.condition(actor, "answer") & Q(state=DifficultyState.OPEN)


FILTERS: tuple[Filter, ...] = (
    ActorFilter("viec", _("Việc của tôi"), [("toi", _("Chờ tôi trả lời"))], condition=_for_me),
    ChoiceFilter("tt", _("Trạng thái"), DifficultyState.choices, field="state"),
    ChoiceFilter("qh", _("Quá hạn trả lời"), [("co", _("Có")), ("khong", _("Không"))], condition=_late_or_not),
    ChoiceFilter("t", _("Đã nêu"), [(key, words) for key, (words, _first, _last) in AGES.items()], condition=of_age),
    ChoiceFilter(
        "tl", _("Trả lời"), [("dung-han", _("Đúng hạn")), ("muon", _("Muộn"))], condition=_how_answered
    ),
    ChoiceFilter("nn", _("Nguyên nhân"), Cause.choices, field="cause"),
    ChoiceFilter(
        "lq", _("Nêu ở"), [("viec", _("Một nhiệm vụ")), ("rieng", _("Nêu riêng"))],
        condition=lambda value: Q(assignment__isnull=value == "rieng"),
    ),
    ChoiceFilter(
        "g", _("Cùng nội dung"), [("gop", _("Một dòng cho mỗi nội dung"))],
        condition=lambda _value: Q(same_as__isnull=True),
    ),
    UnitFilter("dv", _("Đơn vị nêu"), "unit"),
    UnitFilter("o", _("Đang ở"), "at_unit"),
    RAISED,
    DateRangeFilter("h", _("Hạn trả lời"), "due_on"),
)  # fmt: skip

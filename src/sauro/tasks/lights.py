"""The light of an assignment: earned by rules that everybody can read, in one order, in Python and in SQL alike.

Green is a confirmed product (or the giver's word that none is needed), never a box somebody ticked. Work that nobody
has touched for some days turns grey and says so: touching is taking over, a progress report, a hand-in, or a word of
the body to the giver; not opening a page, and not what the giver cannot see.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Greatest, TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.timeliness import Timeliness


class Light(models.TextChoices):
    """The lights, in the order in which their rules are asked: the first that holds decides."""

    GREEN = "green", _("Xanh")
    NONE = "none", _("Không đèn")
    RED = "red", _("Đỏ")
    GREY = "grey", _("Xám")
    AMBER = "amber", _("Vàng")
    BLUE = "blue", _("Đang làm")


RULES: Mapping[Light, str | Promise] = {
    Light.GREEN: _("Bên giao đã xác nhận sản phẩm, hoặc xác nhận không cần sản phẩm."),
    Light.NONE: _("Đã dừng, hoặc là đầu mối của việc định kỳ (mỗi kỳ có đèn riêng)."),
    Light.RED: _("Đã qua ngày cuối cùng được tính (thời hạn cộng số ngày bên khác giữ việc) mà chưa nộp sản phẩm."),
    Light.GREY: _(
        "Chưa nộp và %(days)s ngày nay bên thực hiện không nhận việc, báo cáo, nộp sản phẩm, trao đổi với bên giao."
    ),
    Light.AMBER: _("Sắp đến hạn, bị trả lại, đang đề nghị xem lại, hoặc đang chờ đơn vị khác đã trễ phần của họ."),
    Light.BLUE: _("Các trường hợp còn lại: đang làm trong hạn, không hạn, hoặc đã nộp và chờ xác nhận."),
}
_ASKING = (State.RETURNED, State.QUESTIONED)
_ATTENTION = (Timeliness.DUE_SOON, Timeliness.WAITING_OTHERS)


def light_of(*, state: str, timeliness: str, untouched_days: int, is_recurring: bool = False) -> Light:
    """Return the light of one assignment. ``untouched_days`` is how many days ago somebody touched it."""
    if state == State.CONFIRMED:
        return Light.GREEN
    if state == State.STOPPED or is_recurring:
        return Light.NONE
    if timeliness == Timeliness.OVERDUE:
        return Light.RED
    if state != State.HANDED_IN and untouched_days >= settings.STALE_DAYS:
        return Light.GREY
    return Light.AMBER if timeliness in _ATTENTION or state in _ASKING else Light.BLUE


def touched_day() -> TruncDate:
    """Return the day in Vietnam on which somebody last touched the work; annotate it as ``touched_day``."""
    latest = Greatest("given_at", "accepted_at", "reported_at", "handed_in_at", "commented_at")
    return TruncDate(latest, tzinfo=VIETNAM)


def light_case(today: dt.date) -> Case:
    """Return the same rules as an expression over rows annotated with ``timeliness`` and ``touched_day``."""
    stale = Q(touched_day__lte=today - dt.timedelta(days=settings.STALE_DAYS)) & ~Q(state=State.HANDED_IN)
    return Case(
        When(state=State.CONFIRMED, then=Value(Light.GREEN)),
        When(Q(state=State.STOPPED) | Q(is_recurring=True), then=Value(Light.NONE)),
        When(timeliness=Timeliness.OVERDUE, then=Value(Light.RED)),
        When(stale, then=Value(Light.GREY)),
        When(Q(timeliness__in=_ATTENTION) | Q(state__in=_ASKING), then=Value(Light.AMBER)),
        default=Value(Light.BLUE),
        output_field=models.CharField(),
    )

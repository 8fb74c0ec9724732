"""What the system counts for a report: tasks of a unit and its difficulties in a span of days.

The eight task figures balance: what was carried over plus what was given equals what was finished in time, finished
late, stopped, and what is still open (waiting for confirmation, in time, overdue, without deadline). Heads of recurring
work are left out, their occurrences count; a part delegated below is the unit below's. States are those of the end of
the window as far as the rows tell: the deadline and the hand-in are the latest ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import VIETNAM
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.periodic_reports.figure_sources import CountedRows, FigureSource, RowKind, Window, register_source
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment
from sauro.tasks.timeliness import handed_in_day, last_day

_STANDING_HAND_IN = (State.HANDED_IN, State.CONFIRMED, State.STOPPED)


def _codes(rows: QuerySet[Model]) -> CountedRows:
    found: dict[UUID, list[str]] = defaultdict(list)
    for unit_id, code in rows.order_by("unit_id", "code").values_list("unit_id", "code"):
        found[unit_id].append(code)
    return found


def _tasks(units: Collection[UUID], window: Window) -> QuerySet[Assignment]:
    """The work units had on the last day of the window or before it, with the days that decide."""
    rows = Assignment.objects.filter(unit_id__in=units).exclude(is_recurring=True, due_on__isnull=True)
    rows = rows.annotate(
        given_day=TruncDate("given_at", tzinfo=VIETNAM),
        closed_day=TruncDate("closed_at", tzinfo=VIETNAM),
        handed_in_day=handed_in_day(),
        last_day=last_day(),
    )
    return rows.filter(given_day__lte=window.last)


def _closed(window: Window) -> Q:
    return Q(closed_day__gte=window.first, closed_day__lte=window.last)


def _is_late() -> Q:
    # Spelled out, because "not" over a comparison with nothing is neither true nor false.
    return Q(due_on__isnull=False, handed_in_day__isnull=False, handed_in_day__gt=F("last_day"))


def _open(window: Window) -> Q:
    return Q(closed_day__isnull=True) | Q(closed_day__gt=window.last)


def _waiting(window: Window) -> Q:
    """Handed in by the end of the window, and the hand-in stands."""
    return Q(state__in=_STANDING_HAND_IN, handed_in_day__isnull=False, handed_in_day__lte=window.last)


def _overdue(window: Window) -> Q:
    waits_for_others = Q(waiting_since__isnull=False, waiting_since__lte=window.last)
    return Q(due_on__isnull=False, last_day__lt=window.last) & ~waits_for_others


def _of_tasks(condition: Callable[[Window], Q]) -> Callable[[Collection[UUID], Window], CountedRows]:
    def count(units: Collection[UUID], window: Window) -> CountedRows:
        return _codes(_tasks(units, window).filter(condition(window)))

    return count


def _still_open(condition: Callable[[Window], Q]) -> Callable[[Collection[UUID], Window], CountedRows]:
    """Open at the end of the window, and nothing handed in that stands."""

    def count(units: Collection[UUID], window: Window) -> CountedRows:
        undelivered = _tasks(units, window).filter(_open(window)).exclude(_waiting(window))
        return _codes(undelivered.filter(condition(window)))

    return count


def _difficulties(condition: Callable[[Window], Q]) -> Callable[[Collection[UUID], Window], CountedRows]:
    def count(units: Collection[UUID], window: Window) -> CountedRows:
        rows = Difficulty.objects.filter(unit_id__in=units).exclude(state=DifficultyState.WITHDRAWN)
        rows = rows.annotate(
            raised_day=TruncDate("raised_at", tzinfo=VIETNAM), answered_day=TruncDate("answered_at", tzinfo=VIETNAM)
        )
        return _codes(rows.filter(raised_day__lte=window.last).filter(condition(window)))

    return count


_SOURCES = (
    FigureSource(
        "tasks.carried_over", _("Nhiệm vụ kỳ trước chuyển sang"),
        _("Giao trước kỳ này và chưa kết thúc khi kỳ bắt đầu."), RowKind.ASSIGNMENTS,
        _of_tasks(lambda w: Q(given_day__lt=w.first) & (Q(closed_day__isnull=True) | Q(closed_day__gte=w.first))),
    ),
    FigureSource(
        "tasks.given", _("Nhiệm vụ được giao trong kỳ"), _("Có ngày giao trong kỳ."), RowKind.ASSIGNMENTS,
        _of_tasks(lambda w: Q(given_day__gte=w.first)),
    ),
    FigureSource(
        "tasks.finished", _("Nhiệm vụ đã hoàn thành"), _("Được xác nhận trong kỳ, đúng hạn hay quá hạn."),
        RowKind.ASSIGNMENTS, _of_tasks(lambda w: Q(state=State.CONFIRMED) & _closed(w)),
    ),
    FigureSource(
        "tasks.done_on_time", _("Hoàn thành đúng hạn"),
        _("Được xác nhận trong kỳ; ngày nộp không sau hạn, hoặc không có hạn."), RowKind.ASSIGNMENTS,
        _of_tasks(lambda w: Q(state=State.CONFIRMED) & _closed(w) & ~_is_late()),
    ),
    FigureSource(
        "tasks.done_late", _("Hoàn thành quá hạn"), _("Được xác nhận trong kỳ; ngày nộp sau hạn."),
        RowKind.ASSIGNMENTS, _of_tasks(lambda w: Q(state=State.CONFIRMED) & _closed(w) & _is_late()),
    ),
    FigureSource(
        "tasks.stopped", _("Dừng thực hiện"), _("Bên giao cho dừng trong kỳ, có lý do."), RowKind.ASSIGNMENTS,
        _of_tasks(lambda w: Q(state=State.STOPPED) & _closed(w)),
    ),
    FigureSource(
        "tasks.waiting", _("Đã nộp, chờ xác nhận"), _("Cuối kỳ đã nộp sản phẩm, bên giao chưa xác nhận."),
        RowKind.ASSIGNMENTS, _of_tasks(lambda w: _open(w) & _waiting(w)),
    ),
    FigureSource(
        "tasks.in_time", _("Đang thực hiện, trong hạn"), _("Cuối kỳ chưa nộp và chưa quá hạn."), RowKind.ASSIGNMENTS,
        _still_open(lambda w: Q(due_on__isnull=False) & ~_overdue(w)),
    ),
    FigureSource(
        "tasks.overdue", _("Chưa hoàn thành, quá hạn"), _("Cuối kỳ chưa nộp và đã quá hạn."), RowKind.ASSIGNMENTS,
        _still_open(_overdue),
    ),
    FigureSource(
        "tasks.no_deadline", _("Đang thực hiện, không hạn"), _("Cuối kỳ chưa nộp và không có thời hạn."),
        RowKind.ASSIGNMENTS, _still_open(lambda w: Q(due_on__isnull=True)),
    ),
    FigureSource(
        "difficulties.raised", _("Khó khăn, vướng mắc đã nêu trong kỳ"), _("Có ngày nêu trong kỳ, chưa rút."),
        RowKind.DIFFICULTIES, _difficulties(lambda w: Q(raised_day__gte=w.first)),
    ),
    FigureSource(
        "difficulties.answered", _("Khó khăn, vướng mắc được trả lời trong kỳ"), _("Có ngày trả lời trong kỳ."),
        RowKind.DIFFICULTIES,
        _difficulties(lambda w: Q(answered_day__gte=w.first, answered_day__lte=w.last)),
    ),
    FigureSource(
        "difficulties.waiting", _("Khó khăn, vướng mắc chờ trả lời"), _("Đến cuối kỳ chưa được trả lời."),
        RowKind.DIFFICULTIES,
        _difficulties(lambda w: Q(answered_day__isnull=True) | Q(answered_day__gt=w.last)),
    ),
)  # fmt: skip

for _source in _SOURCES:
    register_source(_source)

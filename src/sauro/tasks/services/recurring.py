"""Recurring work: setting the rhythm, and making the occurrence of each period that has begun (docs/adr/0013)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, system_actor
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import working_calendar
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.common.ids import new_id
from sauro.numbering.services import next_codes
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import AssignmentState, DueOrigin
from sauro.tasks.models import Assignment, Series
from sauro.tasks.policies import assignment_policy
from sauro.tasks.schedule import MONTHS, Period, Rhythm, Schedule
from sauro.tasks.services.demands import copy_criteria
from sauro.tasks.transitions import OPEN_STATES
from sauro.tasks.work_changes import WorkChange, tell
from vanban.text.normalize import fold

MOST_PERIODS_AT_ONCE = 60
MAY_RECUR = frozenset(
    {AssignmentState.GIVEN, AssignmentState.QUESTIONED, AssignmentState.ACCEPTED, AssignmentState.IN_PROGRESS}
)
_NOT_TAKEN_OVER = frozenset({AssignmentState.GIVEN, AssignmentState.QUESTIONED})
_YEARS = range(2020, 2100)
_LONGEST_DAY = {Rhythm.DAILY: 0, Rhythm.WEEKLY: 7}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A schedule with its first and, if stated, last day."""

    schedule: Schedule
    starts_on: dt.date
    ends_on: dt.date | None = None


@transaction.atomic
def set_recurrence(*, actor: Actor, assignment_id: UUID, recurrence: Recurrence) -> Series:
    """Make an assignment recurring, or change its rhythm as the giver. Occurrences already made stay as they are.

    The deadline gives way to those of the periods; the original one stays on record.
    """
    head = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "decide", head)
    if head.state not in MAY_RECUR:
        message = _("Nhiệm vụ đã có lần nộp hoặc đã kết thúc nên không đặt định kỳ được; hãy giao thành nhiệm vụ mới.")
        raise Conflict("assignment-closed", message)
    if head.period_first is not None:
        raise DomainError("is-occurrence", _("Đây là một kỳ của nhiệm vụ định kỳ. Hãy đặt lịch ở nhiệm vụ gốc."))
    _check(recurrence)
    schedule = recurrence.schedule
    series, _created = Series.objects.update_or_create(
        head=head,
        defaults={
            "rhythm": schedule.rhythm,
            "closing": schedule.closing,
            "due_day": schedule.day,
            "months_after": schedule.months_after,
            "starts_on": recurrence.starts_on,
            "ends_on": recurrence.ends_on,
        },
    )
    head.is_recurring = True
    head.due_on = None
    head.due_origin = DueOrigin.NONE
    head.save()
    record_event(
        actor=actor,
        event=events.SERIES_SET,
        obj=head,
        object_text=head.code,
        changes={"rhythm": [None, schedule.rhythm], "starts_on": [None, recurrence.starts_on.isoformat()]},
    )
    make_occurrences(series, actor=actor, day=today())
    return series


def make_due_occurrences() -> int:
    """Make what is missing of every series whose head is open, and return how many. Bears to run twice."""
    made = 0
    running = Series.objects.filter(head__state__in=sorted(OPEN_STATES)).values_list("pk", flat=True)
    for pk in list(running):
        with transaction.atomic():
            series = Series.objects.select_related("head__unit").select_for_update(of=("self",)).get(pk=pk)
            made += len(make_occurrences(series, actor=system_actor(str(new_id())), day=today()))
    return made


def start_series(
    heads: Sequence[Assignment], schedule: Schedule, *, actor: Actor, starts_on: dt.date, ends_on: dt.date | None = None
) -> list[Assignment]:
    """Begin the series of heads that were just sent, and return their first occurrences. Needs a transaction."""
    Series.objects.bulk_create(build_series(head, schedule, starts_on, ends_on) for head in heads)
    begun = [one for one in working_periods(schedule, starts_on, starts_on) if one.due >= starts_on]
    return _create([(head, period) for head in heads for period in begun], actor)


def working_periods(schedule: Schedule, start: dt.date, end: dt.date) -> Iterator[Period]:
    """Yield the periods of a schedule; daily work skips the days on which the calendar says that offices are closed."""
    if schedule.rhythm != Rhythm.DAILY:
        return schedule.periods(start, end)
    return schedule.periods(start, end, working_calendar(start.year, end.year).is_working)


def build_series(head: Assignment, schedule: Schedule, starts_on: dt.date, ends_on: dt.date | None = None) -> Series:
    """Return the series of a head that is being sent, not saved. Without ``ends_on`` it runs until stopped."""
    return Series(
        head=head, rhythm=schedule.rhythm, closing=schedule.closing, due_day=schedule.day,
        months_after=schedule.months_after, starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip


def make_occurrences(series: Series, *, actor: Actor, day: dt.date) -> list[Assignment]:
    """Make the missing occurrences of the periods begun by ``day``. Needs a transaction and the series locked."""
    head = Assignment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=series.head_id)
    if head.state not in OPEN_STATES:
        return []
    return _create([(head, period) for period in _missing(series, day)], actor)


def _create(planned: Sequence[tuple[Assignment, Period]], actor: Actor) -> list[Assignment]:
    if not planned:
        return []
    codes = next_codes(prefix=CODE_PREFIX, year=today().year, count=len(planned))
    moment = now()
    made = [build_occurrence(head, period, code, moment) for (head, period), code in zip(planned, codes, strict=True)]
    Assignment.objects.bulk_create(made)
    copy_criteria(pairs=[(head, occurrence) for (head, _period), occurrence in zip(planned, made, strict=True)])
    for (head, period), occurrence in zip(planned, made, strict=True):
        record_event(
            actor=actor,
            event=events.OCCURRENCE_MADE,
            obj=occurrence,
            object_text=occurrence.code,
            changes={"head": [None, head.code], "period": [None, period.first.isoformat()]},
        )
        if occurrence.person_id is not None:
            tell(WorkChange(actor, occurrence, None))
    return made


def _missing(series: Series, day: dt.date) -> list[Period]:
    """The periods from the start of the series that have begun and have no occurrence yet, oldest first.

    A period whose deadline lay before the series began is not owed.
    """
    until = min(day, series.ends_on) if series.ends_on else day
    if until < series.starts_on:
        return []
    known = set(
        Assignment.objects.filter(parent_id=series.head_id, period_first__isnull=False).values_list(
            "period_first", flat=True
        )
    )
    begun = working_periods(series.schedule, series.starts_on, until)
    owed = [one for one in begun if one.due >= series.starts_on and one.first not in known and one.first <= until]
    return _without_overlap(owed, series)[-MOST_PERIODS_AT_ONCE:]


def _without_overlap(periods: Sequence[Period], series: Series) -> list[Period]:
    """After a change of rhythm, leave out new periods that begin within one already made."""
    last = (
        Assignment.objects.filter(parent_id=series.head_id, period_last__isnull=False)
        .order_by("-period_last")
        .values_list("period_last", flat=True)
        .first()
    )
    return [one for one in periods if last is None or one.first > last]


def build_occurrence(head: Assignment, period: Period, code: str, moment: dt.datetime) -> Assignment:
    """Return the occurrence of a period, not saved. Work whose head was taken over is taken over from the start."""
    wording = wording_of_period(head.wording, period.label)
    is_accepted = head.state not in _NOT_TAKEN_OVER
    return Assignment(
        code=code,
        domain=head.domain,
        parent=head,
        role=head.role,
        giver_unit_id=head.giver_unit_id,
        giver_text=head.giver_text,
        unit_id=head.unit_id,
        person_id=head.person_id,
        is_kept_by_giver=head.is_kept_by_giver,
        state=AssignmentState.ACCEPTED if is_accepted else AssignmentState.GIVEN,
        accepted_at=moment if is_accepted else None,
        field_id=head.field_id,
        wording=wording,
        source_text=head.source_text,
        due_on=period.due,
        due_original=period.due,
        due_phrase=head.due_phrase,
        due_origin=DueOrigin.DOCUMENT if head.due_phrase else DueOrigin.OFFICE,
        period_first=period.first,
        period_last=period.last,
        period_label=period.label,
        product=head.product,
        no_product_needed=head.no_product_needed,
        given_at=moment,
        search_key=fold(f"{code} {wording} {head.unit.name}"),
    )


def wording_of_period(wording: str, label: str) -> str:
    """Return what the work of one period is called."""
    return f"{wording.rstrip(' .;')} ({label})."


def _check(recurrence: Recurrence) -> None:
    schedule, longest = recurrence.schedule, _LONGEST_DAY.get(recurrence.schedule.rhythm, 31)
    if not 0 <= schedule.day <= longest:
        raise DomainError("day-range", _("Ngày phải nộp là một số từ 0 đến %(last)s.") % {"last": longest}, field="day")
    if schedule.months_after <= -MONTHS.get(schedule.rhythm, 1):
        raise DomainError("month-outside", _("Tháng phải nộp nằm ngoài kỳ. Hãy chọn lại."), field="months_after")
    for name in ("starts_on", "ends_on"):
        day = getattr(recurrence, name)
        if day is not None and day.year not in _YEARS:
            raise DomainError("year-range", _("Năm phải từ 2020 đến 2099."), field=name)
    if recurrence.ends_on and recurrence.ends_on < recurrence.starts_on:
        raise DomainError("period-order", _("Ngày kết thúc phải sau ngày bắt đầu."), field="ends_on")

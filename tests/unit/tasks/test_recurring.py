"""Recurring work: the rhythm, its occurrences, and that creating them twice makes nothing double."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.access.actor import system_actor
from sauro.audit.models import AuditEvent
from sauro.calendars.models import CalendarDay
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.tasks.enums import AssignmentState, DueOrigin
from sauro.tasks.models import Assignment, Series
from sauro.tasks.parts import awaited_parts
from sauro.tasks.schedule import Rhythm, Schedule
from sauro.tasks.services.lifecycle import stop_assignment
from sauro.tasks.services.recurring import (
    Recurrence,
    make_due_occurrences,
    make_occurrences,
    set_recurrence,
)

SYSTEM = system_actor("test")
START = dt.date(2026, 1, 10)


def head_of(world: World, **columns: object) -> Assignment:
    defaults = {"state": AssignmentState.ACCEPTED, "due_on": dt.date(2026, 3, 20), "wording": "Báo cáo kết quả."}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**defaults, **columns})


def series_of(world: World, schedule: Schedule, head: Assignment | None = None, **columns: object) -> Series:
    head = head or head_of(world)
    Assignment.objects.filter(pk=head.pk).update(is_recurring=True)
    return Series.objects.create(
        head=head,
        rhythm=schedule.rhythm,
        closing=schedule.closing,
        due_day=schedule.day,
        months_after=schedule.months_after,
        **{"starts_on": START, **columns},
    )


def make(series: Series, day: dt.date) -> list[str]:
    with transaction.atomic():
        return [one.period_label for one in make_occurrences(series, actor=SYSTEM, day=day)]


def test_each_begun_period_has_one_occurrence_with_its_own_deadline(world: World) -> None:
    head = head_of(world, person=post_of("Bùi Thị Mẫu A"), product="báo cáo", due_phrase="trước ngày 20")
    series = series_of(world, Schedule(Rhythm.MONTHLY, 20), head)
    assert make(series, dt.date(2026, 3, 1)) == ["tháng 1/2026", "tháng 2/2026", "tháng 3/2026"]
    assert make(series, dt.date(2026, 3, 1)) == []
    assert make(series, dt.date(2026, 4, 2)) == ["tháng 4/2026"]
    rows = list(Assignment.objects.filter(parent=head).order_by("period_first"))
    assert [row.due_on for row in rows] == [dt.date(2026, month, 20) for month in (1, 2, 3, 4)]
    assert {(row.state, row.person_id, row.product) for row in rows} == {("accepted", head.person_id, "báo cáo")}
    assert rows[0].wording == "Báo cáo kết quả (tháng 1/2026)."
    assert rows[0].due_origin == DueOrigin.DOCUMENT
    assert AuditEvent.objects.filter(code="tasks.series.occurrence_made").count() == 4


def test_codes_of_the_first_night_bear_the_new_year(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 0:20 on 1 January in Vietnam it is still the old year in UTC."""
    series = series_of(world, Schedule(Rhythm.MONTHLY, 31), starts_on=dt.date(2026, 12, 30))
    for night in (dt.datetime(2026, 12, 30, 17, 20, tzinfo=dt.UTC), dt.datetime(2026, 12, 31, 17, 20, tzinfo=dt.UTC)):
        monkeypatch.setattr(timezone, "now", lambda moment=night: moment)
        make(series, today())
    made = Assignment.objects.filter(parent=series.head).order_by("period_first").values_list("period_first", "code")
    assert [(first.isoformat(), code[:8]) for first, code in made] == [
        ("2026-12-01", "NV-2026-"),
        ("2027-01-01", "NV-2027-"),
    ]


def test_daily_work_skips_days_off_and_comes_on_a_saturday_that_is_worked(world: World) -> None:
    # Tết takes the whole week from the 16th on.
    for day in range(16, 21):
        CalendarDay.objects.get_or_create(day=dt.date(2026, 2, day), defaults={"kind": "holiday", "name": "Tết"})
    CalendarDay.objects.create(day=dt.date(2026, 2, 14), kind="worked", name="Làm bù")
    series = series_of(world, Schedule(Rhythm.DAILY), starts_on=dt.date(2026, 2, 13))
    days = [label.removeprefix("ngày ") for label in make(series, dt.date(2026, 2, 23))]
    assert days == ["13/02/2026", "14/02/2026", "23/02/2026"]


def test_deadline_before_the_beginning_is_not_owed_and_the_end_ends_it(world: World) -> None:
    series = series_of(world, Schedule(Rhythm.MONTHLY, 5), ends_on=dt.date(2026, 3, 31))
    assert make(series, dt.date(2026, 12, 1)) == ["tháng 2/2026", "tháng 3/2026"]


def test_not_answering_does_not_stop_the_clock(world: World) -> None:
    series = series_of(world, Schedule(Rhythm.QUARTERLY), head_of(world, state=AssignmentState.GIVEN))
    make(series, dt.date(2026, 2, 1))
    assert Assignment.objects.get(parent=series.head).state == AssignmentState.GIVEN


def test_new_rhythm_begins_after_the_last_occurrence(world: World) -> None:
    series = series_of(world, Schedule(Rhythm.QUARTERLY, 20))
    assert make(series, dt.date(2026, 2, 1)) == ["quý I/2026"]
    series.rhythm = Rhythm.MONTHLY
    series.save()
    assert make(series, dt.date(2026, 4, 1)) == ["tháng 4/2026"]


def test_stopped_head_gives_nothing_more(world: World) -> None:
    series = series_of(world, Schedule(Rhythm.MONTHLY))
    stop_assignment(actor=world.actor("head"), assignment_id=series.head_id, reason="Hết nhiệm kỳ")
    assert make(series, dt.date(2026, 6, 1)) == []


def test_skipped_occurrence_is_stopped_with_a_reason_and_not_made_again(world: World) -> None:
    series = series_of(world, Schedule(Rhythm.QUARTERLY))
    make(series, dt.date(2026, 2, 1))
    row = Assignment.objects.get(parent=series.head)
    stop_assignment(actor=world.actor("head"), assignment_id=row.pk, reason="Đã tổng hợp trong báo cáo năm")
    assert make(series, dt.date(2026, 2, 2)) == []


def test_giver_sets_the_rhythm_and_the_first_occurrence_is_there(world: World) -> None:
    head = head_of(world, due_on=days_from(today(), 3), due_original=days_from(today(), 3))
    recurrence = Recurrence(Schedule(Rhythm.MONTHLY), today())
    with pytest.raises(NotAllowed):
        set_recurrence(actor=world.actor("office_a"), assignment_id=head.pk, recurrence=recurrence)
    set_recurrence(actor=world.actor("head"), assignment_id=head.pk, recurrence=recurrence)
    head.refresh_from_db()
    assert (head.is_recurring, head.due_on, head.due_original) == (True, None, days_from(today(), 3))
    row = Assignment.objects.get(parent=head)
    assert row.period_first is not None
    assert row.period_first <= today()
    assert list(awaited_parts(head)) == []
    with pytest.raises(DomainError) as inner:
        set_recurrence(actor=world.actor("head"), assignment_id=row.pk, recurrence=recurrence)
    assert inner.value.code == "is-occurrence"


@pytest.mark.parametrize(
    ("recurrence", "field"),
    [
        (Recurrence(Schedule(Rhythm.WEEKLY, 8), START), "day"),
        (Recurrence(Schedule(Rhythm.DAILY, 1), START), "day"),
        (Recurrence(Schedule(Rhythm.MONTHLY, 32), START), "day"),
        (Recurrence(Schedule(Rhythm.MONTHLY), START, dt.date(2026, 1, 9)), "ends_on"),
        (Recurrence(Schedule(Rhythm.MONTHLY), dt.date(1, 1, 1)), "starts_on"),
        (Recurrence(Schedule(Rhythm.MONTHLY), START, dt.date(9999, 1, 9)), "ends_on"),
    ],
)
def test_rhythm_that_makes_no_sense_is_refused(world: World, recurrence: Recurrence, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        set_recurrence(actor=world.actor("head"), assignment_id=head_of(world).pk, recurrence=recurrence)
    assert refused.value.field == field


@pytest.mark.parametrize("state", [AssignmentState.CONFIRMED, AssignmentState.RETURNED, AssignmentState.HANDED_IN])
def test_work_that_was_handed_in_does_not_come_back(world: World, state: AssignmentState) -> None:
    head = head_of(world, state=state)
    with pytest.raises(Conflict):
        set_recurrence(
            actor=world.actor("head"), assignment_id=head.pk, recurrence=Recurrence(Schedule(Rhythm.MONTHLY), START)
        )


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_each_occurrence_once(committed_world: World) -> None:
    series_of(committed_world, Schedule(Rhythm.MONTHLY), starts_on=days_from(today(), -70))
    at_once(make_due_occurrences, make_due_occurrences)
    periods = list(Assignment.objects.filter(parent__isnull=False).values_list("period_first", flat=True))
    assert len(periods) == len(set(periods)) >= 2

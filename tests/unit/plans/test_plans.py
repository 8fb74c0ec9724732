"""Monthly plans: frozen when the month opens, in step with who is in charge afterwards."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import NotVisible
from sauro.organizations.models import Appointment
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.plans.months import last_day_of, month_of, read_month, shifted
from sauro.plans.selectors.plans import get_plan, month_plans
from sauro.plans.services.opening import open_month
from sauro.tasks.models import Assignment
from sauro.tasks.schedule import Rhythm, Schedule
from sauro.tasks.services.deadlines import set_deadline
from sauro.tasks.services.lifecycle import name_person
from sauro.tasks.services.recurring import Recurrence, set_recurrence

SERVANT, HEAD = "Bùi Thị Mẫu A", "Ngô Văn Thử A"


@pytest.fixture(autouse=True)
def _in_mid_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tenth of this month, whatever day it is, so that "later this month" exists."""
    day = today().replace(day=10)
    for module in (
        "sauro.plans.services.opening",
        "sauro.plans.services.following",
        "sauro.plans.selectors.plans",
        "sauro.tasks.services.deadlines",
        "sauro.tasks.services.recurring",
    ):
        monkeypatch.setattr(f"{module}.today", lambda: day)


def this_day(number: int) -> dt.date:
    return today().replace(day=number)


def work(world: World, due: dt.date | None, *, person: str | None = SERVANT, **columns: object) -> Assignment:
    held = {"state": "accepted", "due_on": due, "person": post_of(person) if person else None}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**held, **columns})


def items(name: str = SERVANT) -> list[tuple[str, str, bool]]:
    rows = (
        PlanItem.objects.filter(plan__appointment=post_of(name)).select_related("assignment").order_by("added_at", "id")
    )
    return [(row.assignment.code, row.kind, row.given_back_at is not None) for row in rows]


def test_month_opens_with_what_is_due_in_it_or_before(world: World) -> None:
    late, due = work(world, this_day(1) - dt.timedelta(days=3)), work(world, this_day(28))
    work(world, shifted(month_of(today()), 1))
    work(world, None)
    work(world, this_day(20), state="confirmed")
    work(world, this_day(20), person=None)
    assert open_month() == 1
    assert items() == [(late.code, "planned", False), (due.code, "planned", False)]
    assert open_month() == 0
    plan = MonthlyPlan.objects.get()
    assert AuditEvent.objects.filter(code="plans.month.opened", object_id=plan.pk).count() == 1


def test_days_others_held_count_before_the_month_is_planned(world: World) -> None:
    work(world, last_day_of(month_of(today())), held_days=2)
    assert open_month() == 0


def test_later_work_is_ad_hoc_and_what_was_planned_stays_planned(world: World) -> None:
    planned = work(world, this_day(20))
    open_month()
    later = work(world, this_day(25), person=None)
    name_person(actor=world.actor("office_a"), assignment_id=later.pk, appointment_id=post_of(SERVANT).pk)
    assert items() == [(planned.code, "planned", False), (later.code, "ad_hoc", False)]
    # A second opening must not turn the late comer into planned work.
    open_month()
    assert items()[1] == (later.code, "ad_hoc", False)


def test_work_that_changes_hands_is_given_back_and_taken_over(world: World) -> None:
    row = work(world, this_day(20))
    open_month()
    office = world.actor("office_a")
    name_person(actor=office, assignment_id=row.pk, appointment_id=post_of(HEAD).pk)
    assert items() == [(row.code, "planned", True)]
    assert items(HEAD) == [(row.code, "taken_over", False)]
    name_person(actor=office, assignment_id=row.pk, appointment_id=post_of(SERVANT).pk)
    assert items() == [(row.code, "planned", False)]
    assert items(HEAD) == [(row.code, "taken_over", True)]


def test_plan_opened_by_the_first_late_comer_holds_it_as_ad_hoc_and_the_rest_as_planned(world: World) -> None:
    had = work(world, this_day(15))
    row = work(world, this_day(20), person=None)
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of(SERVANT).pk)
    assert sorted(items()) == sorted([(had.code, "planned", False), (row.code, "ad_hoc", False)])


def test_naming_the_same_person_again_changes_nothing(world: World) -> None:
    row = work(world, this_day(20))
    open_month()
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of(SERVANT).pk)
    assert items() == [(row.code, "planned", False)]


def test_deadline_moved_into_the_month_brings_ad_hoc_work(world: World) -> None:
    row = work(world, shifted(month_of(today()), 2))
    open_month()
    assert items() == []
    set_deadline(actor=world.actor("head"), assignment_id=row.pk, day=this_day(22), reason="Cần sớm")
    assert items() == [(row.code, "ad_hoc", False)]


def test_occurrence_that_comes_due_enters_the_plan_of_its_person(world: World) -> None:
    head = work(world, None)
    recurrence = Recurrence(Schedule(Rhythm.MONTHLY), this_day(10))
    set_recurrence(actor=world.actor("head"), assignment_id=head.pk, recurrence=recurrence)
    occurrence = Assignment.objects.get(parent=head)
    assert items() == [(occurrence.code, "ad_hoc", False)]


def test_plan_is_read_by_its_person_and_the_leads_of_the_unit_alone(world: World) -> None:
    work(world, this_day(20))
    open_month()
    month, plan = month_of(today()), MonthlyPlan.objects.get()
    seen = {persona for persona in world.users if month_plans(world.actor(persona), month)}
    assert seen == {"servant_a", "office_a"}
    with pytest.raises(NotVisible):
        get_plan(world.actor("office_b"), plan.pk)


def test_summary_counts_what_is_still_the_persons(world: World) -> None:
    done = work(world, this_day(20), state="accepted")
    lost = work(world, this_day(21))
    open_month()
    name_person(actor=world.actor("office_a"), assignment_id=lost.pk, appointment_id=post_of(HEAD).pk)
    Assignment.objects.filter(pk=done.pk).update(state="confirmed", handed_in_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    (summary,) = [
        one
        for one in month_plans(world.actor("servant_a"), month_of(today()))
        if one.plan.appointment_id == post_of(SERVANT).pk
    ]
    assert (summary.planned, summary.ad_hoc, summary.taken_over, summary.given_back, summary.done) == (1, 0, 0, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_workers_open_a_month_once(committed_world: World) -> None:
    work(committed_world, this_day(20))
    at_once(open_month, open_month)
    assert MonthlyPlan.objects.count() == 1
    assert PlanItem.objects.count() == 1
    assert Appointment.objects.filter(monthly_plans__isnull=False).count() == 1


def test_months_are_days() -> None:
    assert read_month("2026-12") == dt.date(2026, 12, 1)
    assert (read_month("2026-13"), read_month("x"), read_month("2026-12-05")) == (None, None, None)
    assert shifted(dt.date(2026, 12, 1), 1) == dt.date(2027, 1, 1)
    assert last_day_of(dt.date(2028, 2, 1)) == dt.date(2028, 2, 29)
    assert days_from(shifted(dt.date(2027, 1, 1), -1), 0) == dt.date(2026, 12, 1)

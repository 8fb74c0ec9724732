"""The daily round: reminders before and after the last day that counts, each once, and escalation."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.common.clock import now, today
from sauro.common.errors import DomainError, NotVisible
from sauro.notices.models import Notice
from sauro.notices.policies import notice_policy
from sauro.notices.selectors.rules import Rule, Rules
from sauro.notices.services.reminding import remind
from sauro.notices.services.rules import set_rule
from sauro.notices.subjects import in_short
from sauro.organizations.models import Appointment, Position
from sauro.organizations.selectors.groups import body_above
from sauro.organizations.selectors.register import current_register
from sauro.tasks.models import Assignment

RULE = Rule(days_before=(3, 1, 0), days_after=1, every_days=7, unit_head_days=5, giver_head_days=10)


def work(world: World, days_left: int, **columns: object) -> Assignment:
    held = {
        "state": "accepted",
        "due_on": days_from(today(), days_left),
        "person": post_of("Bùi Thị Mẫu A"),
        "given_at": now() - dt.timedelta(days=90),
    }
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**held, **columns})


def told(world: World) -> list[tuple[str, str]]:
    names = {user.pk: name for name, user in world.users.items()}
    return sorted((names[row.user_id], row.kind) for row in Notice.objects.all())


@pytest.mark.parametrize(
    ("late", "stage"),
    [(-4, None), (-3, -3), (-2, -3), (-1, -1), (0, 0), (1, 1), (2, 1), (7, 1), (8, 8), (14, 8), (15, 15)],
)
def test_stage_is_the_latest_one_reached(late: int, stage: int | None) -> None:
    day = dt.date(2026, 11, 20)
    assert RULE.stage(day, days_from(day, late)) == stage


def test_person_in_charge_is_reminded_before_and_their_lead_as_well_afterwards(world: World) -> None:
    work(world, 3)
    remind()
    assert told(world) == [("servant_a", "due_soon")]
    Notice.objects.all().delete()
    work(world, -1)
    Assignment.objects.filter(due_on__gt=today()).delete()
    remind()
    assert told(world) == [("office_a", "overdue"), ("servant_a", "overdue")]


def test_work_without_a_person_is_the_leads(world: World) -> None:
    work(world, 0, person=None)
    remind()
    assert told(world) == [("office_a", "due_today")]


def test_second_round_of_a_day_makes_nothing(world: World) -> None:
    work(world, 1)
    remind()
    remind()
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("columns", [{"held_days": 9}, {"state": "handed_in"}, {"state": "confirmed"}])
def test_days_others_held_move_the_reminder_and_delivered_work_has_none(
    world: World, columns: dict[str, object]
) -> None:
    work(world, -1, **columns)
    assert (remind(), Notice.objects.count()) == (0, 0)


def test_work_that_waits_for_another_unit_is_not_urged(world: World) -> None:
    work(world, -1, waiting_since=days_from(today(), -2))
    assert remind() == 0


def test_who_just_got_the_work_is_not_reminded_of_a_stage_before_that(world: World) -> None:
    work(world, 2, given_at=now())
    assert remind() == 0


def test_moved_deadline_is_reminded_of_anew(world: World) -> None:
    row = work(world, 1)
    remind()
    Assignment.objects.filter(pk=row.pk).update(due_on=today())
    remind()
    assert told(world) == [("servant_a", "due_soon"), ("servant_a", "due_today")]


def test_long_lateness_goes_to_the_head_of_the_unit_and_then_of_the_giver(world: World) -> None:
    Position.objects.filter(title="Chủ tịch").update(is_head=True)
    post = Appointment.objects.get(person=world.users["office_a"].person_id)
    Position.objects.filter(pk=post.position_id).update(is_head=True)
    Appointment.objects.filter(pk=post.pk).update(unit=world.units["ubnd_a"])
    row = work(world, -5)
    remind()
    assert ("office_a", "escalated") in told(world)
    assert "chair" not in {name for name, _kind in told(world)}
    Assignment.objects.filter(pk=row.pk).update(due_on=days_from(today(), -10))
    remind()
    assert ("chair", "escalated") in told(world)
    assert "head" not in {name for name, _kind in told(world)}, "the giver has a head: its office is not told"


def test_work_given_after_its_deadline_is_not_told_to_heads_at_once(world: World) -> None:
    row = work(world, -12, given_at=now() - dt.timedelta(days=4))
    remind()
    assert "escalated" not in {kind for _name, kind in told(world)}
    Assignment.objects.filter(pk=row.pk).update(given_at=now() - dt.timedelta(days=5))
    remind()
    assert ("office_a", "escalated") in told(world)


def test_without_a_head_those_who_lead_are_told(world: World) -> None:
    work(world, -10)
    remind()
    assert {name for name, kind in told(world) if kind == "escalated"} == {"office_a", "chair", "head"}


def test_record_kept_by_the_giver_urges_the_givers_office(world: World) -> None:
    row = work(world, 1, person=None, is_kept_by_giver=True)
    Assignment.objects.filter(pk=row.pk).update(unit=world.units["stc"])
    remind()
    assert told(world) == [("clerk", "due_soon"), ("head", "due_soon")]


@pytest.mark.parametrize("state", ["handed_in", "questioned"])
def test_giver_that_does_not_answer_is_reminded_and_then_its_head_is_told(world: World, state: str) -> None:
    row = work(world, 30, state=state, person=None)

    def waits(days: int) -> list[tuple[str, str]]:
        since = now() - dt.timedelta(days=days)
        Notice.objects.all().delete()
        Assignment.objects.filter(pk=row.pk).update(
            handed_in_at=since if state == "handed_in" else None,
            waiting_since=days_from(today(), -days) if state == "questioned" else None,
        )
        remind()
        remind()
        return told(world)

    deciding = [("chair", "answer_due"), ("head", "answer_due")]
    assert waits(4) == []
    assert waits(5) == deciding
    position = Position.objects.get(title="Chủ tịch")
    position.is_head = True
    position.save()
    assert waits(10) == [("chair", "answer_due"), ("chair", "answer_escalated"), ("head", "answer_due")]
    # Nobody above the province's committee sees its work: the third level tells nobody more.
    assert len(waits(30)) == 3


def test_head_above_is_told_last_and_only_who_may_see_the_work(world: World) -> None:
    units, long_ago = world.units, now() - dt.timedelta(days=15)
    make_assignment(units["snv"], units["ubnd_a"], state="handed_in", handed_in_at=long_ago, given_at=long_ago)
    Position.objects.filter(title__in=["Chủ tịch", "Giám đốc Sở"]).update(is_head=True)
    remind()
    assert {persona for persona, _kind in told(world)} == {"snv_head", "chair"}
    # Those who lead the body above may not see the work: they hear which unit owes answers, once a week, and no code.
    heard = Notice.objects.get(user=world.users["chair"])
    assert heard.assignment is None and heard.subject_id == units["snv"].pk and heard.code == in_short(units["snv"])
    assert notice_policy.visible(world.actor("chair")).get() == heard
    Notice.objects.all().delete()
    Grant.objects.filter(user=world.users["chair"]).update(include_subtree=True)
    remind()
    assert ("chair", "answer_escalated") in told(world)
    assert not Notice.objects.filter(assignment=None).exists()


def test_body_above_a_commune_is_that_of_the_province_and_has_none_above_itself(world: World) -> None:
    units, long_ago = world.units, now() - dt.timedelta(days=15)
    register = current_register()
    assert body_above(register, units["ubnd_a"], today()) == units["ubnd"]
    assert body_above(register, units["pkt_a"], today()) == units["ubnd_a"]
    assert body_above(register, units["ubnd"], today()) is None
    make_assignment(units["ubnd_a"], units["pkt_a"], state="handed_in", handed_in_at=long_ago, given_at=long_ago)
    remind()
    assert {row.subject_id for row in Notice.objects.filter(user=world.users["chair"])} == {units["ubnd_a"].pk}


def test_unit_sets_a_rule_for_itself_and_below(world: World) -> None:
    own = Rule(days_before=(5,), days_after=2, every_days=3, unit_head_days=4, giver_head_days=8)
    set_rule(actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, rule=own)
    rules = Rules()
    assert rules.of(world.units["pkt_a"].path) == own
    assert rules.of(world.units["ubnd_b"].path).days_before == (3, 1, 0)
    work(world, 5)
    remind()
    assert told(world) == [("servant_a", "due_soon")]


def test_rule_of_another_unit_is_out_of_reach_and_odd_numbers_are_refused(world: World) -> None:
    with pytest.raises(NotVisible):
        set_rule(actor=world.actor("office_b"), unit_id=world.units["ubnd_a"].pk, rule=RULE)
    odd = Rule(days_before=(3,), days_after=1, every_days=0, unit_head_days=5, giver_head_days=10)
    with pytest.raises(DomainError) as caught:
        set_rule(actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, rule=odd)
    assert caught.value.field == "every_days"


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_each_reminder_once(committed_world: World) -> None:
    for days_left in (-12, -1, 0, 3):
        work(committed_world, days_left)
    assert at_once(remind, remind, remind) == ["ok", "ok", "ok"]
    made = list(Notice.objects.values_list("user", "key"))
    assert len(made) == len(set(made)) == 9

"""What people do is told to those it concerns, once, and to nobody else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.assignments import days_from, make_assignment, post_of
from tests.personas import World

from sauro.common.clock import today
from sauro.common.errors import NotVisible
from sauro.difficulties.enums import Cause
from sauro.difficulties.services.answering import answer_difficulty
from sauro.difficulties.services.raising import Trouble, raise_difficulty
from sauro.notices.models import Notice
from sauro.notices.selectors.notices import shown_notices, unread_count
from sauro.notices.services.reading import mark_all_read, open_notice
from sauro.tasks.enums import ReturnKind
from sauro.tasks.models import Assignment
from sauro.tasks.schedule import Rhythm, Schedule
from sauro.tasks.services.deadlines import ask_extension, refuse_extension
from sauro.tasks.services.delegation import delegate_part
from sauro.tasks.services.lifecycle import name_person, question_assignment
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product
from sauro.tasks.services.recurring import Recurrence, set_recurrence


def told(world: World) -> list[tuple[str, str]]:
    """Who was told of what, in the order of names, and everything is forgotten."""
    names = {user.pk: name for name, user in world.users.items()}
    found = sorted((names[row.user_id], row.kind) for row in Notice.objects.all())
    Notice.objects.all().delete()
    return found


def work(world: World, **columns: object) -> Assignment:
    held = {"state": "accepted", "due_on": days_from(today(), 10), "person": post_of("Bùi Thị Mẫu A")}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**held, **columns})


def test_product_is_told_to_the_giver_and_the_answer_to_the_body(world: World) -> None:
    row = work(world)
    servant, chair = world.actor("servant_a"), world.actor("chair")
    hand_in_product(actor=servant, assignment_id=row.pk, hand_in=HandIn(text="Báo cáo"))
    assert told(world) == [("chair", "handed_in"), ("head", "handed_in")]
    return_product(actor=chair, assignment_id=row.pk, kind=ReturnKind.FORM, reason="Thiếu chữ ký")
    assert told(world) == [("office_a", "returned"), ("servant_a", "returned")]
    hand_in_product(actor=servant, assignment_id=row.pk, hand_in=HandIn(text="Báo cáo"))
    told(world)
    confirm_product(actor=chair, assignment_id=row.pk)
    assert told(world) == [("office_a", "confirmed"), ("servant_a", "confirmed")]


def test_nobody_is_told_of_what_they_did_themselves(world: World) -> None:
    row = work(world, state="given", person=None)
    question_assignment(actor=world.actor("office_a"), assignment_id=row.pk, reason="Không đúng thẩm quyền")
    assert told(world) == [("chair", "questioned"), ("head", "questioned")]
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of("Ngô Văn Thử A").pk)
    assert told(world) == []
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of("Bùi Thị Mẫu A").pk)
    assert told(world) == [("servant_a", "named")]


def test_extension_is_told_to_the_giver_and_its_answer_to_the_body(world: World) -> None:
    row = work(world)
    ask_extension(
        actor=world.actor("servant_a"), assignment_id=row.pk, day=days_from(today(), 20), reason="Chờ số liệu"
    )
    assert told(world) == [("chair", "extension_asked"), ("head", "extension_asked")]
    refuse_extension(actor=world.actor("head"), assignment_id=row.pk, text="Không lùi được")
    assert told(world) == [("office_a", "extension_refused"), ("servant_a", "extension_refused")]


def test_part_given_below_goes_to_the_nearest_lead_when_the_division_has_none(world: World) -> None:
    row = work(world)
    delegate_part(
        actor=world.actor("office_a"),
        assignment_id=row.pk,
        unit_id=world.units["pkt_a"].pk,
        wording="Rà soát danh mục",
    )
    # Nobody of commune A leads its divisions through a grant with everything below it, and nobody else may hear of it.
    assert told(world) == []


def test_occurrence_is_told_to_its_person_and_leads(world: World) -> None:
    head = work(world, due_on=None)
    recurrence = Recurrence(Schedule(Rhythm.MONTHLY), today().replace(day=1))
    set_recurrence(actor=world.actor("head"), assignment_id=head.pk, recurrence=recurrence)
    assert told(world) == [("office_a", "given"), ("servant_a", "given")]


def test_answer_to_a_difficulty_reaches_who_raised_it(world: World) -> None:
    row = work(world)
    raised = raise_difficulty(actor=world.actor("servant_a"), assignment_id=row.pk, trouble=Trouble("Thiếu kinh phí"))
    assert told(world) == [("chair", "difficulty_raised"), ("head", "difficulty_raised")]
    answer_difficulty(actor=world.actor("head"), difficulty_id=raised.pk, text="Bố trí quý I", cause=Cause.OBJECTIVE)
    assert told(world) == [("office_a", "difficulty_answered"), ("servant_a", "difficulty_answered")]


def test_notice_holds_no_word_of_the_work(world: World) -> None:
    row = work(world, wording="Lập danh mục trạm bơm")
    ask_extension(
        actor=world.actor("servant_a"), assignment_id=row.pk, day=days_from(today(), 20), reason="Chờ số liệu"
    )
    for notice in Notice.objects.values():
        text = " ".join(str(value) for value in notice.values())
        assert "trạm bơm" not in text
        assert "số liệu" not in text
        assert row.code in text


def test_notice_is_read_by_its_user_alone_and_only_while_the_work_is_visible(world: World) -> None:
    row = work(world)
    name_person(actor=world.actor("office_a"), assignment_id=row.pk, appointment_id=post_of("Bùi Thị Mẫu A").pk)
    notice = Notice.objects.get()
    servant = world.actor("servant_a")
    assert (unread_count(servant), unread_count(world.actor("office_a"))) == (1, 0)
    with pytest.raises(NotVisible):
        open_notice(actor=world.actor("office_a"), notice_id=notice.pk)
    Assignment.objects.filter(pk=row.pk).update(person=None)
    assert unread_count(servant) == 0
    assert shown_notices(servant, unread_only=False) == []
    Assignment.objects.filter(pk=row.pk).update(person=post_of("Bùi Thị Mẫu A"))
    open_notice(actor=servant, notice_id=notice.pk)
    assert unread_count(servant) == 0
    assert len(shown_notices(servant, unread_only=False)) == 1


def test_all_are_marked_read_but_not_those_of_others(world: World) -> None:
    row = work(world)
    ask_extension(
        actor=world.actor("servant_a"), assignment_id=row.pk, day=days_from(today(), 20), reason="Chờ số liệu"
    )
    assert mark_all_read(actor=world.actor("head")) == 1
    assert (unread_count(world.actor("head")), unread_count(world.actor("chair"))) == (0, 1)
    assert Notice.objects.get(user=world.users["head"]).created_at <= dt.datetime.now(dt.UTC)


@pytest.mark.parametrize("persona", ["chair", "snv_head", "servant_a", "party_clerk"])
def test_the_bell_of_every_page_takes_one_query_for_the_same_rights(world: World, persona: str) -> None:
    actor = world.actor(persona)
    unread_count(actor)
    with CaptureQueriesContext(connection) as queries:
        unread_count(actor)
    assert len(queries) == 1

"""The first page says what to do today, red things first."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment, post_of
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.common.clock import today
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.services.deadlines import ask_extension

__all__ = ["file_folder", "quarantine_folder"]


@pytest.fixture
def sent_to_three(world: World, file_folder: object, quarantine_folder: object) -> Obligation:
    """An obligation given to three bodies, all late."""
    row = Obligation.objects.filter(document=take_in_text(world)).earliest("position")
    for unit in ("ubnd_a", "ubnd_b", "snv"):
        make_assignment(world.units["ubnd"], world.units[unit], obligation=row, due_on=today() - dt.timedelta(days=1))
    make_assignment(world.units["ubnd"], world.units["stc"], obligation=row)
    assert Assignment.objects.filter(obligation=row).count() == 4
    return row


def test_nothing_to_do_says_so(signed_in: SignedIn) -> None:
    page = signed_in("office_a").get("/")
    assert page.status_code == 200
    assert page.context["day"].is_clear


def test_sections_come_red_first_and_lead_to_their_lists(world: World, signed_in: SignedIn) -> None:
    u, day = world.units, today()
    make_assignment(u["ubnd"], u["ubnd_a"])
    make_assignment(u["ubnd"], u["ubnd_a"], due_on=day - dt.timedelta(days=2), state=AssignmentState.ACCEPTED)
    make_assignment(u["ubnd"], u["ubnd_a"], due_on=day + dt.timedelta(days=1), state=AssignmentState.ACCEPTED)
    make_assignment(u["ubnd_a"], u["pkt_a"], state=AssignmentState.HANDED_IN)
    page = signed_in("office_a").get("/")
    assert [(section.key, section.count) for section in page.context["day"].sections] == [
        ("late", 1),
        ("soon", 1),
        ("new", 1),
        ("confirm", 1),
    ]
    for section in page.context["day"].sections:
        listed = signed_in("office_a").get(f"{reverse(section.url_name)}?{section.query}")
        assert len(listed.context["rows"]) == section.count, section.key


def test_neighbour_and_outsider_get_nothing_of_it(world: World, signed_in: SignedIn) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording="Việc chỉ xã A biết")
    for persona in ("office_b", "outsider", "party_a"):
        assert "Việc chỉ xã A biết" not in signed_in(persona).get("/").content.decode()


def test_civil_servant_finds_the_work_they_are_in_charge_of(world: World, signed_in: SignedIn) -> None:
    make_assignment(world.units["ubnd"], world.units["ubnd_a"], person=post_of("Bùi Thị Mẫu A"))
    assert [section.key for section in signed_in("servant_a").get("/").context["day"].sections] == ["new"]


def test_first_page_runs_the_same_queries_whatever_there_is(world: World, signed_in: SignedIn) -> None:
    client = signed_in("head")
    client.get("/")
    counts = []
    for _round in range(2):
        make_assignment(world.units["ubnd"], world.units["snv"], state=AssignmentState.HANDED_IN)
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        counts.append(len(captured))
        make_assignment(world.units["ubnd"], world.units["ubnd_a"], state=AssignmentState.QUESTIONED)
        make_assignment(world.units["ubnd"], world.units["ubnd_b"], state=AssignmentState.HANDED_IN)
    assert counts[0] <= counts[1] <= counts[0] + 1, "a section that is not empty costs one query at most"


def test_late_work_of_many_bodies_is_one_line_that_leads_to_them(
    world: World, signed_in: SignedIn, sent_to_three: Obligation
) -> None:
    page = signed_in("head").get("/")
    (line,) = page.context["day"].given_late
    assert (line.obligation_id, line.late) == (sent_to_three.pk, 3)
    listed = signed_in("head").get(f"{reverse('given-list')}?hinh=overdue&nv={line.obligation_id}")
    assert len(listed.context["rows"]) == 3
    assert not signed_in("office_b").get(f"{reverse('given-list')}?nv={line.obligation_id}").context["rows"]


def test_giver_is_told_of_a_request_for_a_later_deadline(world: World, signed_in: SignedIn) -> None:
    row = make_assignment(
        world.units["ubnd"],
        world.units["ubnd_a"],
        state=AssignmentState.ACCEPTED,
        due_on=today() + dt.timedelta(days=9),
    )
    later = today() + dt.timedelta(days=20)
    ask_extension(actor=world.actor("office_a"), assignment_id=row.pk, day=later, reason="Chờ dự toán")
    head = signed_in("head")
    sections = {section.key: section for section in head.get("/").context["day"].sections}
    assert sections["extensions"].count == 1
    assert head.get(reverse("given-list"), {"lui": "cho"}).context["count_text"] == "1"
    assert "extensions" not in {one.key for one in signed_in("office_b").get("/").context["day"].sections}

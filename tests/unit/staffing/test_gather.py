"""What the problem of a scenario is built from, and what is never read for it."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.staffing import movable, needed, on_the_map, proposed, scenario_row
from tests.factories.workforce import allotted, known, make_post, sealed, taken
from tests.personas import World

from sauro.staffing.enums import MoveState
from sauro.staffing.models import Standing
from sauro.staffing.selectors.gather import gather
from sauro.workforce.models import Seat

pytestmark = pytest.mark.django_db

ALLOWED = {
    "workforce_seat", "workforce_allotment", "workforce_tenure", "workforce_post", "workforce_dossier",
    "organizations_unit", "staffing_standing", "staffing_consent", "staffing_need", "staffing_placedata",
    "staffing_proposedmove", "staffing_scenario",
}  # fmt: skip
OF_A_DOSSIER = {"id", "domain", "tenure_id"}
"""The columns of a dossier that place it; none says anything about the person."""


def test_gathering_reads_no_fact_and_nothing_about_a_person_but_their_place(world: World) -> None:
    tenure = movable(world, "Nguyễn Thị Mẫu")
    sealed(tenure.dossier, "ethnicity", "Khmer")
    needed(world)
    on_the_map(world)
    scenario = scenario_row(world.units["province"], "Thử")
    with CaptureQueriesContext(connection) as captured:
        gather(scenario)
    text = " ".join(query["sql"] for query in captured)
    assert set(re.findall(r'(?:FROM|JOIN) "(\w+)"', text)) <= ALLOWED
    assert set(re.findall(r'"workforce_dossier"\."(\w+)"', text)) <= OF_A_DOSSIER
    assert len(captured) <= 6


def test_surplus_and_openings_follow_the_records(world: World) -> None:
    moving = movable(world, "Nguyễn Thị Mẫu")
    staying = taken(known(world.units["ubnd_a"], "Trần Văn Thử"), make_post(), allotted(world.units["ubnd_a"]))
    above = taken(known(world.units["ubnd_a"], "Lê Thị Ví Dụ"), make_post(), allotted(world.units["ubnd_a"]))
    Seat.objects.filter(pk=above.seat_id).update(
        is_exceptional=True, decision="1/QĐ", reason="Dôi dư", valid=(above.first_day, above.first_day.replace(2030))
    )
    needed(world, number=2)
    needed(world, post=make_post("VT", "Văn thư"), number=5)
    Seat.objects.filter(allotment__unit=world.units["ubnd_b"], number__gt=3).delete()
    problem = gather(scenario_row(world.units["province"], "Thử")).problem
    assert {mover.key for mover in problem.movers} == {str(moving.dossier_id), str(above.dossier_id)}
    assert str(staying.dossier_id) not in problem.mover_of
    assert sorted((one.field, one.count) for one in problem.openings) == [("Chuyên viên", 2), ("Văn thư", 1)]
    place = problem.place_of[str(world.units["commune_b"].pk)]
    assert (place.approved, place.present) == (3, 0)


def test_who_has_a_draft_is_not_proposed_again_nor_their_post(world: World) -> None:
    tenure = movable(world, "Nguyễn Thị Mẫu")
    needed(world, number=2)
    earlier = proposed(scenario_row(world.units["province"], "Trước"), tenure, world.units["ubnd_b"])
    earlier.state = MoveState.CONFIRMED
    earlier.save()
    problem = gather(scenario_row(world.units["province"], "Sau")).problem
    assert problem.movers == ()
    assert [one.count for one in problem.openings] == [1]


def test_another_domain_is_not_gathered(world: World) -> None:
    movable(world, "Hồ Thị Mẫu", unit="du_a")
    needed(world, unit="du_b")
    problem = gather(scenario_row(world.units["province"], "Thử")).problem
    assert (problem.movers, problem.openings) == ((), ())
    assert Standing.objects.count() == 1

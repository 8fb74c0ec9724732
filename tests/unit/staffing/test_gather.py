"""What the problem of a scenario is built from, and what is never read for it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.staffing import movable, needed, on_the_map, proposed, scenario_row
from tests.factories.workforce import SINCE, allotted, days, known, make_post, sealed, taken
from tests.personas import World

from sauro.careers.models import Standard
from sauro.organizations.selectors.register import current_register
from sauro.staffing.enums import MoveState
from sauro.staffing.models import Road, Standing
from sauro.staffing.selectors.gather import gather
from sauro.staffing.selectors.homes import ELSEWHERE
from sauro.workforce.models import Fact, Particulars, Seat
from sauro.workforce.rules.terms import last_day
from sauro.workforce.selectors.moving import rotation_ends

pytestmark = pytest.mark.django_db

ALLOWED = {
    "workforce_seat", "workforce_allotment", "workforce_tenure", "workforce_post", "workforce_dossier",
    "organizations_unit", "staffing_standing", "staffing_consent", "staffing_need", "staffing_placedata",
    "staffing_proposedmove", "staffing_scenario", "staffing_road", "workforce_fact", "workforce_particulars",
    "careers_standard",
}  # fmt: skip
OF_A_DOSSIER = {"id", "domain", "tenure_id", "particulars_id"}
"""The columns of a dossier that place it; none says anything about the person."""
OF_PARTICULARS = {"id", "home_town"}
OF_A_FACT = {"id", "dossier_id", "kind", "value", "level", "detail", "valid", "withdrawn_at"}
"""A fact tells its days; what it says only for rotations and degrees."""
KINDS = {"full", "move", "discipline", "education"}
"""Of discipline no more than the days: it is the bar of Article 38, and what it was stays sealed."""


def test_gathering_reads_no_fact_and_nothing_about_a_person_but_their_place(world: World) -> None:
    tenure = movable(world, "Nguyễn Thị Mẫu")
    sealed(tenure.dossier, "ethnicity", "Khmer")
    need = needed(world)
    Standard.objects.create(post=need.post, valid=(SINCE, None), education="university", recorded_by_name="Mẫu")
    on_the_map(world)
    scenario = scenario_row(world.units["province"], "Thử")
    current_register()
    with CaptureQueriesContext(connection) as captured:
        gather(scenario)
    text = " ".join(query["sql"] for query in captured)
    assert set(re.findall(r'(?:FROM|JOIN) "(\w+)"', text)) <= ALLOWED
    assert set(re.findall(r'"workforce_dossier"\."(\w+)"', text)) <= OF_A_DOSSIER
    assert set(re.findall(r'"workforce_particulars"\."(\w+)"', text)) <= OF_PARTICULARS
    facts = re.findall(
        r'(?:"workforce_fact"|U\d)\."(\w+)"', " ".join(re.findall(r'FROM "workforce_fact" .*?LIMIT', text))
    )
    assert facts and set(facts) <= OF_A_FACT
    assert set(re.findall(r"\"kind\" = \(?'?(\w+)", text)) <= KINDS
    assert len(captured) <= 11


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


def test_days_and_home_come_from_the_records(world: World) -> None:
    rotated, barred = movable(world, "Nguyễn Thị Mẫu"), movable(world, "Trần Văn Thử")
    needed(world)
    day = days(30)
    Fact.objects.create(
        dossier=rotated.dossier, kind="move", value="rotation", valid=(SINCE, None), recorded_by_name="Đỗ Văn Mẫu"
    )
    sealed(barred.dossier, "discipline", "Khiển trách")
    Fact.objects.filter(kind="discipline").update(valid=(SINCE, days(90)))
    commune = world.units["commune_a"]
    Particulars.objects.filter(dossier=rotated.dossier).update(home_town=unicodedata.normalize("NFD", commune.name))
    Particulars.objects.filter(dossier=barred.dossier).update(home_town="Xã Đâu Đó, tỉnh Khác Hẳn")
    scenario = scenario_row(world.units["province"], "Thử")
    assert scenario.day == day
    movers = {mover.key: mover for mover in gather(scenario).problem.movers}
    first, second = movers[str(rotated.dossier_id)], movers[str(barred.dossier_id)]
    assert (first.home, first.stays_until, first.not_before) == (str(commune.pk), rotation_ends(SINCE), None)
    assert (second.home, second.stays_until, second.not_before) == (ELSEWHERE, None, days(90))
    Standing.objects.filter(dossier=barred.dossier).update(not_before=days(200), home=commune)
    scenario.stay_months = 24
    movers = {mover.key: mover for mover in gather(scenario).problem.movers}
    second = movers[str(barred.dossier_id)]
    assert (second.home, second.stays_until, second.not_before) == (str(commune.pk), last_day(SINCE, 24), days(200))


def test_measured_ways_go_before_the_map(world: World) -> None:
    movable(world, "Nguyễn Thị Mẫu")
    needed(world)
    on_the_map(world)
    one, other = sorted((world.units["commune_a"].pk, world.units["commune_b"].pk))
    reckoned = gather(scenario_row(world.units["province"], "Thử")).problem.minutes_between[str(one), str(other)]
    Road.objects.create(one_id=one, other_id=other, minutes=95)
    problem = gather(scenario_row(world.units["province"], "Thử")).problem
    assert reckoned != 95
    assert problem.minutes_between[str(other), str(one)] == 95


def test_degrees_are_held_against_the_standard_of_the_post(world: World) -> None:
    names = ("Nguyễn Thị Mẫu", "Trần Văn Thử", "Lê Thị Ví Dụ", "Phạm Văn Giả Định")
    fitting, other, low, unknown = (movable(world, name) for name in names)
    need = needed(world, post=make_post("CV-DD", "Chuyên viên đất đai"))
    for tenure, value, level, subject in (
        (fitting, "master", 5, "Quản lý ĐẤT ĐAI"), (other, "university", 4, "Luật"), (low, "college", 3, "Đất đai"),
    ):  # fmt: skip
        Fact.objects.create(
            dossier=tenure.dossier, kind="education", value=value, level=level, detail=subject, valid=(SINCE, None),
            recorded_by_name="Đỗ Văn Mẫu",
        )  # fmt: skip
    free = gather(scenario_row(world.units["province"], "Thử")).problem
    assert not free.openings[0].qualifications
    Standard.objects.create(
        post=need.post, valid=(SINCE, None), education="university", recorded_by_name="Đỗ Văn Mẫu",
        subjects=[unicodedata.normalize("NFD", "đất đai")],
    )  # fmt: skip
    problem = gather(scenario_row(world.units["province"], "Thử")).problem
    wanted = problem.openings[0].qualifications
    shown = {mover.key: wanted <= mover.qualifications for mover in problem.movers}
    assert shown == {str(one.dossier_id): one is fitting for one in (fitting, other, low, unknown)}

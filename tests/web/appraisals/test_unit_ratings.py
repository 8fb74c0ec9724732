"""The pages of the yearly rating of units: from the list to the level on the page of results."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import make_assignment
from tests.factories.unit_ratings import make_unit_rating, make_unit_round
from tests.personas import World

from sauro.appraisals.models import UnitRound
from sauro.common.clock import today


def test_a_round_is_prepared_and_its_numbers_open_their_works(world: World, signed_in: SignedIn) -> None:
    due = dt.date(today().year, 1, 15)
    work = make_assignment(world.units["ubnd"], world.units["snv"], due_on=due)
    client = signed_in("chair")
    held = {"unit": str(world.units["ubnd"].pk), "year": str(today().year)}
    page = client.post(reverse("unit-round-new"), held, follow=True).content.decode()
    rating = UnitRound.objects.get().ratings.get(unit=world.units["snv"])
    address = reverse("unit-rating-works", args=[rating.pk, "late"])
    assert address in page
    assert work.code in client.get(address).content.decode()
    assert client.get(reverse("unit-rating-works", args=[rating.pk, "khac"])).status_code == 404
    assert client.post(reverse("unit-round-new"), held).status_code == 422


def test_the_unit_sees_its_level_after_the_decision_and_so_does_the_page_of_results(
    world: World, signed_in: SignedIn
) -> None:
    found = make_unit_round(world.units["ubnd"])
    address = reverse("unit-rating-detail", args=[make_unit_rating(found, world.units["snv"], level="TOT").pk])
    client = signed_in("snv_head")
    asked = {"thang": "2026-10", "dv": str(world.units["snv"].pk)}
    assert client.get(address).status_code == 404
    assert address not in client.get(reverse("appraisal-results"), asked).content.decode()
    UnitRound.objects.filter(pk=found.pk).update(state="decided", decision="98/QĐ-UBND")
    assert client.get(address).status_code == 200
    assert address in client.get(reverse("appraisal-results"), asked).content.decode()
    assert signed_in("office_b").get(address).status_code == 404

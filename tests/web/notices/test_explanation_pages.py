"""Demanding and giving an explanation on the page of the work."""

from __future__ import annotations

from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import days_from, make_assignment
from tests.personas import World

from sauro.common.clock import today
from sauro.notices.models import Explanation


def test_explanation_goes_from_the_giver_to_the_body_and_back(world: World, signed_in: SignedIn) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted", due_on=days_from(today(), -3))
    page = reverse("assignment-detail", args=[row.pk])
    ask = reverse("explanation-ask", args=[row.pk])
    head, office = signed_in("head"), signed_in("office_a")
    assert ask in head.get(page).content.decode()
    assert ask not in office.get(page).content.decode()
    assert head.post(ask, {"question": " "}).status_code == 422
    assert head.post(ask, {"question": "Vì sao chậm?"}).status_code == 302
    answer = reverse("explanation-answer", args=[Explanation.objects.get().pk])
    assert answer in office.get(page).content.decode()
    assert answer not in head.get(page).content.decode()
    assert "Vì sao chậm?" in office.get(answer).content.decode()
    # The first page of whoever owes it says so, and its number opens as many.
    mine = f"{reverse('explanation-list')}?viec=toi"
    assert answer in office.get("/").content.decode() and mine in office.get("/").content.decode()
    assert mine not in head.get("/").content.decode()
    assert office.get(mine).context["count_text"] == "1"
    assert answer not in head.get(mine).content.decode()
    assert office.post(answer, {"answer": "Chờ số liệu"}).status_code == 302
    assert mine not in office.get("/").content.decode()
    shown = head.get(page).content.decode()
    assert "Chờ số liệu" in shown
    again = office.post(answer, {"answer": "Câu khác"})
    assert again.status_code == 422
    assert Explanation.objects.get().answer == "Chờ số liệu"
    assert signed_in("office_b").get(answer).status_code == 404


def test_work_in_time_shows_no_such_part(world: World, signed_in: SignedIn) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"], state="accepted", due_on=today())
    page = signed_in("head").get(reverse("assignment-detail", args=[row.pk])).content.decode()
    assert "explanations-title" not in page

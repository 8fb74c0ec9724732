"""The page between review and work: what it shows, what it sends, and what it keeps when it refuses."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.common.clock import today
from sauro.documents.models import Document
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Assignment, Obligation

__all__ = ["file_folder", "quarantine_folder"]


@pytest.fixture
def document(world: World, file_folder: object, quarantine_folder: object) -> Document:
    """A directive with two accepted obligations, one for each department."""
    document = take_in_text(world)
    due = today() + dt.timedelta(days=30)
    Obligation.objects.filter(document=document).update(state=ObligationState.ACCEPTED, due_on=due)
    return document


def address(document: Document) -> str:
    return reverse("send-preview", args=[document.pk])


def rows(document: Document) -> list[Obligation]:
    return list(Obligation.objects.filter(document=document).order_by("position"))


def test_page_proposes_the_bodies_that_the_names_mean(signed_in: SignedIn, document: Document) -> None:
    page = signed_in("clerk").get(address(document))
    leads = [[receiver.unit.code for receiver, *_rest in line["groups"][0]["boxes"]] for line in page.context["lines"]]
    assert leads == [["T.SNV"], ["T.STC"]]
    assert all(line["ticked"] for line in page.context["lines"])


def test_what_is_ticked_is_sent_and_nothing_else(world: World, signed_in: SignedIn, document: Document) -> None:
    first, _second = rows(document)
    data = {"send": str(first.pk), f"lead-{first.pk}": [str(world.units["snv"].pk), ""]}
    response = signed_in("clerk").post(address(document), data)
    assert response["Location"] == reverse("document-detail", args=[document.pk])
    assert list(Assignment.objects.values_list("unit__code", flat=True)) == ["T.SNV"]
    page = signed_in("clerk").get(address(document))
    assert page.context["preview"].already_sent == 1
    assert len(page.context["lines"]) == 1


def test_refusal_says_why_and_keeps_the_ticks(world: World, signed_in: SignedIn, document: Document) -> None:
    first, second = rows(document)
    page = signed_in("clerk").post(address(document), {"send": [str(first.pk)], f"coord-{first.pk}": []})
    assert page.status_code == 422
    assert "chưa có cơ quan chủ trì" in page.content.decode()
    ticked = {str(line["item"].obligation.pk): line["ticked"] for line in page.context["lines"]}
    assert ticked == {str(first.pk): True, str(second.pk): False}
    assert not Assignment.objects.exists()


def test_work_whose_day_has_passed_is_not_proposed_and_says_so(signed_in: SignedIn, document: Document) -> None:
    first, second = rows(document)
    Obligation.objects.filter(pk=first.pk).update(due_on=today() - dt.timedelta(days=1), due_origin="document")
    Obligation.objects.filter(pk=second.pk).update(due_on=today(), due_origin="document")
    page = signed_in("clerk").get(address(document))
    assert [line["ticked"] for line in page.context["lines"]] == [False, True]
    assert page.content.decode().count("Thời hạn này đã qua") == 1


@pytest.mark.parametrize("data", [{}, {"send": "khong-phai-ma"}, {"send": str(uuid4())}])
def test_nothing_chosen_or_nonsense_is_a_sentence(
    signed_in: SignedIn, document: Document, data: dict[str, str]
) -> None:
    page = signed_in("clerk").post(address(document), data)
    assert page.status_code == 422
    assert page.context["fault"]


@pytest.mark.parametrize(("persona", "status"), [("chair", 403), ("office_a", 404), ("party_clerk", 404)])
def test_only_who_may_send_sends(
    world: World, signed_in: SignedIn, document: Document, persona: str, status: int
) -> None:
    first, _second = rows(document)
    data = {"send": str(first.pk), f"lead-{first.pk}": str(world.units["snv"].pk)}
    assert signed_in(persona).post(address(document), data).status_code == status
    assert not Assignment.objects.exists()


def test_body_with_a_day_of_its_own_keeps_it_and_a_wrong_day_is_a_sentence(
    world: World, signed_in: SignedIn, document: Document
) -> None:
    first, _second = rows(document)
    both = [str(world.units["snv"].pk), str(world.units["stc"].pk)]
    name, client = f"due-{first.pk}-{both[1]}", signed_in("clerk")
    data = {"send": str(first.pk), f"lead-{first.pk}": both, name: "31/02/2027"}
    page = client.post(address(document), data)
    assert (page.status_code, "Hạn riêng “31/02/2027”: Ngày chưa đúng" in page.content.decode()) == (422, True)
    own = today() + dt.timedelta(days=10)
    client.post(address(document), data | {name: f"{own:%d/%m/%Y}"})
    days = dict(Assignment.objects.values_list("unit__code", "due_on"))
    assert days == {"T.SNV": first.due_on, "T.STC": own}

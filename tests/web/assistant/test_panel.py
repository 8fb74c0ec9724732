"""The language model on the page of a document: absent unless the site has one, a button for reviewers alone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.conftest import SignedIn
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.assistant.models import ModelCall
from sauro.documents.models import Document
from sauro.tasks.models import Obligation

URL = "http://127.0.0.1:9/v1"


@pytest.fixture
def document(world: World) -> Document:
    """A notice under review."""
    return make_document(world.units["ubnd"], many_tasks(1))


def page(signed_in: SignedIn, persona: str, document: Document) -> str:
    return signed_in(persona).get(reverse("document-detail", args=[document.pk])).content.decode()


def test_nothing_is_shown_while_the_site_has_no_model(signed_in: SignedIn, document: Document) -> None:
    assert "Mô hình ngôn ngữ" not in page(signed_in, "clerk", document)
    assert signed_in("clerk").post(reverse("model-ask", args=[document.pk])).status_code == 403


def test_button_is_for_reviewers_and_waiting_is_told(
    signed_in: SignedIn, document: Document, settings: Settings
) -> None:
    settings.MODEL_URL = URL
    address = reverse("model-ask", args=[document.pk])
    assert address in page(signed_in, "clerk", document)
    assert address not in page(signed_in, "chair", document)
    assert signed_in("clerk").post(address).status_code == 302
    html = page(signed_in, "clerk", document)
    assert "đang chờ trả lời" in html
    assert address not in html
    assert signed_in("clerk").post(address).status_code == 409
    assert signed_in("clerk").get(address).status_code == 405
    assert signed_in("office_b").post(address).status_code == 404
    assert ModelCall.objects.count() == 1


def test_party_documents_show_no_button(signed_in: SignedIn, world: World, settings: Settings) -> None:
    settings.MODEL_URL = URL
    document = make_document(world.units["tu"], many_tasks(1))
    assert "Mô hình ngôn ngữ" not in page(signed_in, "party_clerk", document)


def test_card_of_a_proposal_of_the_model_says_so(signed_in: SignedIn, document: Document) -> None:
    desk = reverse("desk", args=[document.pk])
    assert "mô hình đề xuất" not in signed_in("clerk").get(desk).content.decode()
    row = Obligation.objects.get(document=document)
    row.elements["work"] = {"why": "language-model", "mark": "stated", "origin": "machine", "from": None}
    row.save()
    html = signed_in("clerk").get(desk).content.decode()
    assert "mô hình đề xuất" in html
    assert "không theo quy tắc" in html

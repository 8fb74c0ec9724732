"""The annotation as a file, and the page about how the machine fares."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.annotations.models import Comparison
from sauro.annotations.services.comparing import compare_documents
from sauro.common.ids import new_id
from sauro.documents.models import Document
from sauro.tasks.services import review


@pytest.fixture
def document(world: World) -> Document:
    """A notice of the province, reviewed."""
    document = make_document(world.units["ubnd"], many_tasks(2))
    for row in document.obligations.all():
        review.accept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    return document


def test_annotation_is_saved_as_a_file_of_the_documents_code(signed_in: SignedIn, document: Document) -> None:
    response = signed_in("clerk").get(reverse("document-annotation", args=[document.pk]))
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="{document.code}.json"'
    assert len(json.loads(response.content)["tasks"]) == 2


def test_page_of_a_document_offers_it_to_reviewers_alone(signed_in: SignedIn, document: Document) -> None:
    url, address = reverse("document-detail", args=[document.pk]), reverse("document-annotation", args=[document.pk])
    assert address in signed_in("clerk").get(url).content.decode()
    assert address not in signed_in("chair").get(url).content.decode()


@pytest.mark.parametrize(
    ("persona", "status"),
    [("clerk", 200), ("chair", 403), ("inspector", 403), ("office_b", 404), ("party_clerk", 404), ("admin", 302)],
)
def test_who_gets_it(signed_in: SignedIn, document: Document, persona: str, status: int) -> None:
    assert signed_in(persona).get(reverse("document-annotation", args=[document.pk])).status_code == status


def test_wrong_method_and_bad_id(signed_in: SignedIn, document: Document) -> None:
    client = signed_in("clerk")
    assert client.post(reverse("document-annotation", args=[document.pk])).status_code == 405
    assert client.get(reverse("document-annotation", args=[new_id()])).status_code == 404
    assert client.post(reverse("accuracy")).status_code == 405


def test_accuracy_says_when_there_is_nothing_yet(signed_in: SignedIn) -> None:
    assert "Chưa có số liệu" in signed_in("head").get(reverse("accuracy")).content.decode()


def test_accuracy_shows_shares_with_their_denominators_and_no_word(signed_in: SignedIn, document: Document) -> None:
    compare_documents()
    Comparison.objects.update(
        counts={"kept": 8, "discarded": 2, "reshaped": 0, "added": 2, "text": 0, "leads": 1, "coordinators": 0,
                "due": 2, "recurrence": 0, "product": 0, "submit_to": 0, "resources": 0, "standing": 0}
    )  # fmt: skip
    html = signed_in("head").get(reverse("accuracy")).content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    assert "Chủ trì 12,5 % (1/8)" in text
    assert "Thời hạn 25,0 % (2/8)" in text
    assert "Bị loại 20,0 % (2/10)" in text
    assert "Máy bỏ sót 20,0 % (2/10)" in text
    assert document.subject not in html


def test_accuracy_is_refused_to_others(signed_in: SignedIn) -> None:
    for persona in ("clerk", "chair", "servant_a", "outsider"):
        assert signed_in(persona).get(reverse("accuracy")).status_code == 403, persona

"""The language model proposes and nothing more: off by default, one document at a time, never a Party document, every
call on record without a word, and what is not in the text does not exist."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.model_server import ModelServer, completion, model_server, send
from tests.personas import World

from sauro.assistant.enums import CallState
from sauro.assistant.models import ModelCall
from sauro.assistant.services.asking import ask_model
from sauro.assistant.services.calling import make_call
from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, NotAllowed, NotVisible
from sauro.documents.models import Document, ExtractedText, Reading
from sauro.documents.services.purging import confirm_purge, propose_purge
from sauro.tasks.enums import BodyRole, ObligationState
from sauro.tasks.models import Obligation
from sauro.tasks.services import review

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = pytest.mark.django_db
HIDDEN = "Danh sách cán bộ do các cơ quan, đơn vị quan tâm gửi đến Sở Nội vụ."
"""A sentence of the letter that no rule takes for a task."""
LETTER = DIRECTIVE.replace("Nơi nhận:", f"Ghi chú: {HIDDEN}\n\nNơi nhận:")


@pytest.fixture
def server(settings: Settings) -> Iterator[ModelServer]:
    """The site's model."""
    with model_server() as running:
        settings.MODEL_URL = running.url
        settings.MODEL_NAME = "mau-thu"
        settings.MODEL_KEY = "khoa-thu"
        settings.MODEL_SECONDS = 5
        yield running


@pytest.fixture
def document(world: World) -> Document:
    """A letter whose rules found two tasks."""
    return take_in_text(world, LETTER)


def ask(world: World, document: Document, server: ModelServer, tasks: Any) -> ModelCall:
    """Ask as the clerk, and let the job run."""
    server.respond = lambda handler: send(handler, completion(tasks))
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    make_call(call.pk)
    call.refresh_from_db()
    return call


def untouched(document: Document) -> bool:
    return document.obligations.count() == 2


def test_sentence_that_stands_in_the_text_becomes_a_marked_proposal(
    world: World, document: Document, server: ModelServer
) -> None:
    before = set(document.obligations.values_list("pk", flat=True))
    suggestion = {"text": HIDDEN, "lead": "các cơ quan, đơn vị", "product": "danh sách cán bộ"}
    call = ask(world, document, server, [suggestion])
    assert (call.state, call.proposed, call.dropped) == (CallState.DONE, 1, 0)
    (row,) = document.obligations.exclude(pk__in=before)
    text = document.readings.get().text.text
    assert row.text == HIDDEN == text[row.start : row.end]
    assert row.state == ObligationState.PROPOSED
    assert row.elements["work"]["why"] == "language-model"
    assert row.confidence is not None
    assert row.confidence < review.CONFIDENT
    assert row.bodies.filter(role=BodyRole.LEAD).exists()
    assert row not in review.accept_confident(actor=world.actor("clerk"), document_id=document.pk)


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN.replace("Sở Nội vụ", "Sở Tài chính"),
        "Sở Y tế xây dựng kế hoạch phòng dịch, báo cáo trước ngày 30/11/2026.",
        "quan tâm gửi",
        "",
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát hồ sơ cán bộ",
    ],
)
def test_what_is_not_in_the_text_or_already_proposed_is_dropped(
    world: World, document: Document, server: ModelServer, text: str
) -> None:
    call = ask(world, document, server, [{"text": text}])
    assert (call.state, call.proposed, call.dropped) == (CallState.DONE, 0, 1)
    assert untouched(document)


def test_discarded_sentences_do_not_come_back(world: World, document: Document, server: ModelServer) -> None:
    row = document.obligations.order_by("position")[0]
    review.discard_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    assert ask(world, document, server, [{"text": row.text}]).proposed == 0


def test_lead_and_product_out_of_other_sentences_do_not_count(
    world: World, document: Document, server: ModelServer
) -> None:
    suggestion = {"text": HIDDEN, "lead": "Ủy ban nhân dân tỉnh Lạc Giang", "product": "dự toán kinh phí số hóa hồ sơ"}
    ask(world, document, server, [suggestion])
    row = Obligation.objects.get(document=document, text=HIDDEN)
    assert "dự toán" not in row.product
    assert not row.bodies.filter(name__contains="Lạc Giang").exists()


def test_request_holds_model_key_and_text_and_the_event_holds_figures_alone(
    world: World, document: Document, server: ModelServer
) -> None:
    ask(world, document, server, [{"text": HIDDEN}])
    text = document.readings.get().text.text
    (request,) = server.requests
    assert (server.paths, server.keys) == (["/v1/chat/completions"], ["Bearer khoa-thu"])
    assert (request["model"], request["temperature"]) == ("mau-thu", 0)
    assert request["messages"][1]["content"] == text
    event = AuditEvent.objects.get(code="assistant.call.made")
    assert (event.object_id, event.object_text) == (document.pk, document.code)
    assert event.reason == "tìm nhiệm vụ bị bỏ sót"
    assert event.changes["characters"] == [None, len(text)]
    assert event.changes["proposed"] == [None, 1]
    assert event.changes["milliseconds"][1] >= 0
    said = json.dumps(event.changes, ensure_ascii=False)
    assert "cán bộ" not in said
    assert "khoa-thu" not in said


def test_off_by_default(world: World, document: Document) -> None:
    with pytest.raises(NotAllowed):
        ask_model(actor=world.actor("clerk"), document_id=document.pk)
    assert not ModelCall.objects.exists()


def test_only_who_may_review_asks(world: World, document: Document, server: ModelServer) -> None:
    with pytest.raises(NotAllowed):
        ask_model(actor=world.actor("chair"), document_id=document.pk)
    for persona in ("office_b", "party_clerk", "admin"):
        with pytest.raises(NotVisible):
            ask_model(actor=world.actor(persona), document_id=document.pk)
    assert server.requests == []


def test_documents_of_the_party_are_never_sent(world: World, server: ModelServer) -> None:
    party = take_in_text(world, LETTER, persona="party_clerk", unit="tu")
    with pytest.raises(NotAllowed):
        ask_model(actor=world.actor("party_clerk"), document_id=party.pk)
    assert server.requests == []


def test_letter_of_a_party_body_is_not_sent_though_a_state_office_took_it_in(
    world: World, document: Document, server: ModelServer
) -> None:
    reading = Reading.objects.get(document=document)
    reading.extraction["document"]["side"] = "party"
    reading.save()
    with pytest.raises(NotAllowed):
        ask_model(actor=world.actor("clerk"), document_id=document.pk)
    assert server.requests == []


def test_everything_is_checked_again_when_the_call_is_made(
    world: World, document: Document, server: ModelServer, settings: Settings
) -> None:
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    Document.objects.filter(pk=document.pk).update(domain="party")
    make_call(call.pk)
    call.refresh_from_db()
    assert call.state == CallState.FAILED
    assert server.requests == []
    assert AuditEvent.objects.filter(code="assistant.call.refused").count() == 1
    make_call(call.pk)
    assert AuditEvent.objects.filter(code="assistant.call.refused").count() == 1, "a job that runs twice does nothing"


def test_suspected_document_and_one_with_a_mark_are_not_sent(
    world: World, document: Document, server: ModelServer
) -> None:
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có nội dung bí mật nhà nước")
    make_call(call.pk)
    other = take_in_text(world, LETTER + "thêm")
    ExtractedText.objects.filter(readings__document=other).update(text="MẬT\n" + LETTER)
    second = ask_model(actor=world.actor("clerk"), document_id=other.pk)
    make_call(second.pk)
    for one in (call, second):
        one.refresh_from_db()
        assert one.state == CallState.FAILED
    assert server.requests == []


def test_text_that_is_too_long_is_not_sent(
    world: World, document: Document, server: ModelServer, settings: Settings
) -> None:
    settings.MODEL_CHARACTERS = 100
    assert ask(world, document, server, []).state == CallState.FAILED
    assert server.requests == []


def test_address_outside_is_refused_without_a_purpose(world: World, document: Document, settings: Settings) -> None:
    settings.MODEL_URL = "https://8.8.8.8/v1"
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    make_call(call.pk)
    call.refresh_from_db()
    assert (call.state, call.characters_sent) == (CallState.FAILED, 0)
    assert "ngoài mạng" in call.message
    assert AuditEvent.objects.get(code="assistant.call.refused").changes["host"] == [None, "8.8.8.8"]


@pytest.mark.parametrize(
    "answer",
    [{}, {"choices": []}, {"choices": [{"message": {"content": "không có JSON"}}]}, [], "chữ", completion("không")],
)
def test_answers_of_another_shape_leave_everything_as_it_was(
    world: World, document: Document, server: ModelServer, answer: Any
) -> None:
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    server.respond = lambda handler: send(handler, answer)
    make_call(call.pk)
    call.refresh_from_db()
    assert call.state == CallState.FAILED
    assert "giữ nguyên" in call.message
    assert untouched(document)
    assert AuditEvent.objects.filter(code="assistant.call.made").count() == 1, "what was sent is on record"


def test_slow_model_leaves_everything_as_it_was(
    world: World, document: Document, server: ModelServer, settings: Settings
) -> None:
    settings.MODEL_SECONDS = 1
    call = ask_model(actor=world.actor("clerk"), document_id=document.pk)
    server.respond = lambda _handler: time.sleep(4)
    make_call(call.pk)
    call.refresh_from_db()
    assert (call.state, call.characters_sent > 0) == (CallState.FAILED, True)
    assert untouched(document)


def test_one_question_at_a_time(world: World, document: Document, server: ModelServer) -> None:
    ask_model(actor=world.actor("clerk"), document_id=document.pk)
    with pytest.raises(Conflict):
        ask_model(actor=world.actor("head"), document_id=document.pk)


def test_purge_takes_the_calls_along(world: World, document: Document, server: ModelServer) -> None:
    ask(world, document, server, [{"text": HIDDEN}])
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có nội dung bí mật nhà nước")
    confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    assert not ModelCall.objects.exists()

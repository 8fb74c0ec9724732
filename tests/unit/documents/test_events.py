"""Events name documents and what comes of them by code, whoever records them and whatever they pass."""

from __future__ import annotations

from tests.factories.documents import take_in_text
from tests.personas import World

from sauro.audit.services import record_event
from sauro.audit.words import HIDDEN
from sauro.documents.events import HEADER_CHANGED


def test_event_of_a_document_names_its_code(world: World) -> None:
    document = take_in_text(world)
    event = record_event(actor=world.actor("clerk"), event=HEADER_CHANGED, obj=document)
    assert event.object_text == document.code


def test_event_of_an_obligation_names_its_document(world: World) -> None:
    obligation = take_in_text(world).obligations.order_by("position").first()
    assert obligation is not None
    event = record_event(
        actor=world.actor("clerk"),
        event=HEADER_CHANGED,
        obj=obligation,
        changes={
            "text": [obligation.text, {"deep": [f"{obligation.text} thêm", 3]}],
            "state": ["proposed", "accepted"],
            "due_on": [None, "2026-11-14"],
        },
    )
    assert event.object_text == f"{obligation.document.code} {obligation.section}".strip()
    assert event.changes == {
        "text": [HIDDEN, {"deep": [HIDDEN, 3]}],
        "state": ["proposed", "accepted"],
        "due_on": [None, "2026-11-14"],
    }


def test_event_of_a_unit_keeps_its_words(world: World) -> None:
    event = record_event(
        actor=world.actor("clerk"), event=HEADER_CHANGED, obj=world.units["snv"], changes={"name": [None, "Sở Nội vụ"]}
    )
    assert event.object_text == "Sở Nội vụ"
    assert event.changes == {"name": [None, "Sở Nội vụ"]}

"""The review through the API: six clears, corrections, and the refusal of those who looked at an older version."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.conftest import ProgramOf
from tests.factories.api import Program, problem
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.documents.models import Document
from sauro.tasks.models import Obligation

WORDS = "Sở Nội vụ rà soát danh mục trạm bơm, xây dựng báo cáo, trình trước ngày 20/12/2026."


@pytest.fixture
def clerk(program_of: ProgramOf) -> Program:
    return program_of("clerk")


@pytest.fixture
def document(world: World) -> Document:
    tasks: list[str | TaskSpec] = [
        "II. Nhiệm vụ của Sở Tài chính",
        TaskSpec(WORDS, section="II.1", leads=("Sở Nội vụ",), due="trước ngày 20/12/2026", product="báo cáo"),
        TaskSpec("Bố trí kinh phí thực hiện.", section="II.2", leads=("Sở Tài chính",), lead_source="heading"),
    ]
    return make_document(world.units["ubnd"], DocumentSpec(tasks), units=(world.units["snv"],))


def first(clerk: Program, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = clerk.get(f"/documents/{document.pk}/obligations").json()[0]
    return row


def test_six_clears_say_what_is_stated_inherited_and_missing(clerk: Program, document: Document) -> None:
    one, two = clerk.get(f"/documents/{document.pk}/obligations").json()
    assert [(mark["clear"], mark["mark"]) for mark in one["clears"]] == [
        ("work", "stated"),
        ("people", "stated"),
        ("means", "not_stated"),
        ("time", "stated"),
        ("authority", "not_stated"),
        ("product", "stated"),
    ]
    people = two["clears"][1]
    text = document.readings.get().text.text
    assert (people["mark"], text[people["source"]["start"] : people["source"]["end"]]) == ("inherited", "Sở Tài chính")
    assert (one["leads"][0]["unit"]["code"], two["leads"][0]["unit"]) == ("T.SNV", None)


def test_correction_changes_what_was_sent_and_nothing_else(world: World, clerk: Program, document: Document) -> None:
    before = first(clerk, document)
    unit = str(world.units["stc"].pk)
    body = {
        "version": before["version"],
        "coordinators": [{"name": "Sở Tài chính", "unit_id": unit}],
        "due_origin": "office",
        "due_on": "2026-12-18",
    }
    after = clerk.patch(f"/obligations/{before['id']}", body).json()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"coordinators", "due", "version", "clears"}
    assert (after["due"]["on"], after["due"]["origin"]) == ("2026-12-18", "office")
    assert after["coordinators"][0]["unit"]["code"] == "T.STC"
    event = AuditEvent.objects.get(code="tasks.review.edited")
    assert set(event.changes) == {"coordinators", "due_on", "due_origin"}


def test_correction_that_changes_nothing_leaves_the_version(clerk: Program, document: Document) -> None:
    before = first(clerk, document)
    after = clerk.patch(f"/obligations/{before['id']}", {"version": before["version"], "product": None}).json()
    assert after == before


def test_accept_discard_and_the_ways_back(clerk: Program, document: Document) -> None:
    row = first(clerk, document)
    path = f"/obligations/{row['id']}"
    states = []
    for step in ("accept", "unaccept", "discard", "restore"):
        row = clerk.post(f"{path}/{step}", {"version": row["version"]}).json()
        states.append((row["state"], row["reviewed_by"]))
    assert states == [
        ("accepted", "Trần Thị Mẫu"), ("proposed", ""), ("discarded", "Trần Thị Mẫu"), ("proposed", ""),
    ]  # fmt: skip


def test_who_looked_at_an_older_version_is_told_who_was_faster(
    clerk: Program, program_of: ProgramOf, document: Document
) -> None:
    row = first(clerk, document)
    path = f"/obligations/{row['id']}"
    assert program_of("head").post(f"{path}/accept", {"version": row["version"]}).status_code == 200
    answer = clerk.post(f"{path}/discard", {"version": row["version"]})
    assert problem(answer) == (409, "stale")
    assert "Lê Văn Thử" in answer.json()["message"]
    assert Obligation.objects.get(pk=row["id"]).state == "accepted"


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({}, "missing", "version"),
        ({"version": "x"}, "invalid", "version"),
        ({"version": 1, "due_origin": "office"}, "due", "due_on"),
        ({"version": 1, "recurrence": "hourly"}, "invalid", "recurrence"),
        ({"version": 1, "leads": [{"name": ""}]}, "invalid", "leads.0.name"),
        ({"version": 1, "start": 0, "end": 100000}, "span", "start"),
        ({"version": 1, "product": "a\u0000b"}, "invalid", "product"),
        ("[", "bad-request", None),
    ],
)
def test_what_is_wrong_is_said(clerk: Program, document: Document, body: Any, code: str, field: str | None) -> None:
    answer = clerk.patch(f"/obligations/{first(clerk, document)['id']}", body)
    assert problem(answer) == (400 if code == "bad-request" else 422, code)
    assert answer.json()["field"] == field


def test_preview_and_sending(world: World, clerk: Program, document: Document) -> None:
    row = first(clerk, document)
    clerk.post(f"/obligations/{row['id']}/accept", {"version": row["version"]})
    preview = clerk.get(f"/documents/{document.pk}/send-preview").json()
    assert [(item["obligation_id"], item["is_ready"]) for item in preview["items"]] == [(row["id"], True)]
    assert preview["unreviewed"] == 1
    leads = [one["unit"]["id"] for one in preview["items"][0]["leads"]]
    item = {"obligation_id": row["id"], "leads": leads}
    assert problem(clerk.post(f"/documents/{document.pk}/send", {"items": [item, item]})) == (422, "repeated")
    sent = clerk.post(f"/documents/{document.pk}/send", {"items": [item]}).json()
    assert [(one["unit"]["code"], one["state"]) for one in sent["assignments"]] == [("T.SNV", "given")]
    assert problem(clerk.post(f"/documents/{document.pk}/send", {"items": [item]})) == (409, "not-sendable")
    assert problem(clerk.post(f"/documents/{document.pk}/send", {"items": []})) == (422, "nothing-to-send")

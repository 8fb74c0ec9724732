"""What the neighbour is shown: nothing, on every list, while there is something to leak."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.conftest import ProgramOf
from tests.api.operations import Objects
from tests.factories.assignments import make_assignment
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

NEIGHBOURS = ("office_b", "servant_b", "party_a", "party_clerk", "snv_head", "outsider")
REACHES = ("all", "mine", "given", "to-confirm", "questioned")


@pytest.fixture
def commune_a(world: World) -> dict[str, Any]:
    """A document that commune A took in, and work inside the commune in every state a list is about."""
    units = world.units
    document = make_document(units["ubnd_a"], many_tasks(2))
    rows = [
        make_assignment(units["ubnd_a"], units["pkt_a"], state=state) for state in ("given", "handed_in", "questioned")
    ]
    return {"document": str(document.pk), "assignments": {str(row.pk) for row in rows}}


def found(program_of: ProgramOf, persona: str, path: str, **params: Any) -> set[str]:
    """Return the ids on a list."""
    answer = program_of(persona).get(path, **params)
    assert answer.status_code == 200
    return {row["id"] for row in answer.json()["items"]}


def test_owner_finds_document_and_work(commune_a: dict[str, Any], program_of: ProgramOf) -> None:
    assert found(program_of, "office_a", "/documents") == {commune_a["document"]}
    assert found(program_of, "office_a", "/assignments") == commune_a["assignments"]
    assert found(program_of, "office_a", "/assignments", reach="given") == commune_a["assignments"]
    assert len(found(program_of, "office_a", "/assignments", reach="to-confirm")) == 1
    assert len(found(program_of, "office_a", "/assignments", reach="questioned")) == 1


@pytest.mark.parametrize("persona", NEIGHBOURS)
def test_neighbour_finds_no_document(commune_a: dict[str, Any], program_of: ProgramOf, persona: str) -> None:
    for params in ({}, {"q": "thông báo"}, {"q": "VB-2026"}, {"kind": "thong_bao"}):
        assert found(program_of, persona, "/documents", **params) == set()


@pytest.mark.parametrize("persona", NEIGHBOURS)
def test_neighbour_finds_no_work(commune_a: dict[str, Any], program_of: ProgramOf, persona: str) -> None:
    for reach in REACHES:
        assert found(program_of, persona, "/assignments", reach=reach) == set()
    assert found(program_of, persona, "/assignments", q="trạm bơm") == set()


def test_filter_by_a_unit_widens_nothing(world: World, commune_a: dict[str, Any], program_of: ProgramOf) -> None:
    unit = world.units["ubnd_a"].pk
    assert found(program_of, "office_b", "/assignments", unit_id=unit) == set()
    assert found(program_of, "office_b", "/documents", owner_unit_id=unit) == set()
    assert found(program_of, "office_a", "/assignments", unit_id=unit) == commune_a["assignments"]


def test_civil_servant_finds_own_work_only(world: World, commune_a: dict[str, Any], program_of: ProgramOf) -> None:
    own = Objects(world).assignment
    assert found(program_of, "servant_a", "/assignments") == {str(own.pk)}


def test_receiver_is_not_told_where_the_sentence_lies(world: World, program_of: ProgramOf) -> None:
    objects = Objects(world)
    path = f"/assignments/{objects.assignment.pk}"
    seen = {persona: program_of(persona).get(path).json() for persona in ("clerk", "office_a")}
    assert seen["clerk"]["document_id"] == str(objects.document.pk)
    assert (seen["office_a"]["document_id"], seen["office_a"]["obligation_id"]) == (None, None)


def test_part_does_not_name_the_whole_to_those_who_may_not_see_it(world: World, program_of: ProgramOf) -> None:
    objects = Objects(world)
    part = make_assignment(world.units["ubnd_a"], world.units["ubnd_b"], parent=objects.assignment)
    path = f"/assignments/{part.pk}"
    seen = {persona: program_of(persona).get(path).json() for persona in ("office_a", "office_b")}
    assert seen["office_a"]["parent"]["id"] == str(objects.assignment.pk)
    assert seen["office_b"]["parent"] is None
    assert program_of("office_b").get(f"/assignments/{objects.assignment.pk}").status_code == 404


def test_sending_across_domains_shows_the_sender_only_what_they_may_see(world: World, program_of: ProgramOf) -> None:
    objects = Objects(world, review="accepted")
    units = [str(world.units[name].pk) for name in ("snv", "tu")]
    body = {"items": [{"obligation_id": str(objects.obligation.pk), "leads": units}]}
    path = f"/documents/{objects.document.pk}/send"
    refused = program_of("clerk").post(path, body)
    assert (refused.status_code, refused.json()["field"]) == (422, "release_to_other_domains")
    sent = program_of("clerk").post(path, {**body, "release_to_other_domains": True}).json()
    assert (sent["made"], sent["crossed"]) == (2, 1)
    assert [row["unit"]["code"] for row in sent["assignments"]] == ["T.SNV"]

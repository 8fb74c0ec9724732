"""Whatever a person does in whatever order: tasks never overlap, their words are the document's, order is kept."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.documents.models import Document
from sauro.tasks.enums import DueOrigin
from sauro.tasks.models import Obligation
from sauro.tasks.services import review
from sauro.tasks.services.review import BodyEdit, ObligationEdit

DEEDS = ("accept", "unaccept", "discard", "restore", "direction", "split", "unsplit", "merge", "unmerge", "add", "edit")
STEPS = 60


def act(deed: str, actor: Actor, document: Document, chance: random.Random) -> None:
    rows = list(document.obligations.order_by("start", "id"))
    row = chance.choice(rows)
    target: dict[str, Any] = {"actor": actor, "obligation_id": row.pk, "version": row.version}
    length = len(document.readings.get().text.text)
    if deed == "accept":
        review.accept_obligation(**target)
    elif deed == "unaccept":
        review.unaccept_obligation(**target)
    elif deed == "discard":
        review.discard_obligation(**target)
    elif deed == "restore":
        review.restore_obligation(**target)
    elif deed == "direction":
        review.set_general_direction(**target, value=chance.random() < 0.5)
    elif deed == "split":
        middle = chance.randint(row.start, row.end)
        review.split_obligation(**target, parts=[(row.start, middle), (middle, row.end)])
    elif deed == "unsplit":
        review.take_back_split(**target)
    elif deed == "unmerge":
        review.take_back_merge(**target)
    elif deed == "add":
        start = chance.randint(0, length)
        review.add_obligation(actor=actor, document_id=document.pk, start=start, end=start + chance.randint(1, 90))
    else:
        _act_on_two(deed, actor, row, chance.choice(rows), chance)


def _act_on_two(deed: str, actor: Actor, row: Obligation, other: Obligation, chance: random.Random) -> None:
    if deed == "merge":
        review.merge_obligations(
            actor=actor, first_id=row.pk, first_version=row.version, second_id=other.pk, second_version=other.version
        )
        return
    edit = ObligationEdit(
        start=max(0, row.start + chance.randint(-20, 20)),
        end=row.end + chance.randint(-20, 20),
        leads=[BodyEdit(chance.choice(["Sở Nội vụ", "Các xã", "Tổ công tác"]))],
        due_origin=DueOrigin.NONE,
        product=chance.choice(["", "báo cáo", "không có trong câu"]),
    )
    review.edit_obligation(actor=actor, obligation_id=row.pk, version=row.version, edit=edit)


def check(document: Document) -> None:
    text = document.readings.get().text.text
    in_force = list(document.obligations.filter(state__in=["proposed", "accepted"]).order_by("start"))
    assert all(left.end <= right.start for left, right in pairwise(in_force))
    assert [row.pk for row in document.obligations.filter(pk__in=[row.pk for row in in_force])] == [
        row.pk for row in in_force
    ]
    for row in in_force:
        assert row.text == text[row.start : row.end] == row.text.strip()
        for element in row.elements.values():
            if element.get("start") is not None:
                assert text[element["start"] : element["end"]] == element["text"]
        for body in row.bodies.all():
            if body.start is not None:
                assert text[body.start : body.end] == body.name
        assert (row.due_on is None) == (row.due_origin == "none")
        assert not (row.is_general_direction and row.due_on)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_sequence_of_deeds_keeps_tasks_apart_and_true_to_the_text(world: World, seed: int) -> None:
    document = make_document(world.units["ubnd"], many_tasks(5), units=tuple(world.units.values()))
    actor, chance = world.actor("clerk"), random.Random(seed)  # noqa: S311 - a repeatable sequence, no secret
    done: set[str] = set()
    for _step in range(STEPS):
        deed = chance.choice(DEEDS)
        try:
            act(deed, actor, document, chance)
        except DomainError:
            continue
        done.add(deed)
        check(document)
    assert len(done) >= 6

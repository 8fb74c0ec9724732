"""Tasks in the shape of annotated documents, and the fields people changed in them."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.annotations.gold import changed_fields, task_of
from sauro.annotations.selectors.reviewed import Review, review_of
from sauro.documents.models import Document
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation
from sauro.tasks.services import review
from sauro.tasks.services.review_edit import BodyEdit, ObligationEdit

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["NFC", "NFD"])
def document(world: World, request: pytest.FixtureRequest) -> Document:
    """A directive with two tasks, taken in through the reader."""
    return take_in_text(world, unicodedata.normalize(request.param, DIRECTIVE))


def rows(document: Document) -> list[Obligation]:
    return list(document.obligations.order_by("position"))


def accept_all(world: World, document: Document) -> Review:
    for row in rows(document):
        if row.state == "proposed":
            review.accept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=row.version)
    found = review_of(document)
    assert found is not None
    return found


def as_it_is(row: Obligation) -> ObligationEdit:
    """The form of an obligation as it stands."""
    bodies = list(row.bodies.order_by("role", "position", "id"))
    named = {role: [BodyEdit(body.name, body.unit_id) for body in bodies if body.role == role] for role in BodyRole}
    return ObligationEdit(
        start=row.start, end=row.end, leads=named[BodyRole.LEAD], coordinators=named[BodyRole.COORDINATOR],
        due_origin=DueOrigin(row.due_origin), due_on=row.due_on, recurrence=row.recurrence, product=row.product,
        is_general_direction=row.is_general_direction,
    )  # fmt: skip


def edit(world: World, row: Obligation, **changes: object) -> None:
    form = as_it_is(row)
    kept = {name: getattr(form, name) for name in form.__slots__} | changes
    review.edit_obligation(
        actor=world.actor("clerk"), obligation_id=row.pk, version=row.version, edit=ObligationEdit(**kept)
    )


def test_accepted_as_proposed_changes_nothing(world: World, document: Document) -> None:
    found = accept_all(world, document)
    assert [one.changed for one in found.accepted] == [[], []]
    first = found.accepted[0].task
    assert first["leads"] == ["Sở Nội vụ"]
    assert first["coordinators"] == ["Sở Tài chính"]
    assert first["due"]["value"] == "2026-11-15"
    assert first["due"]["exclusive"] is True, "the day is as printed, not the last day that counts"
    assert "\n" not in first["text"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"leads": [BodyEdit("Sở Tư pháp")]}, ["leads"]),
        ({"coordinators": []}, ["coordinators"]),
        ({"due_origin": DueOrigin.DOCUMENT, "due_on": dt.date(2026, 11, 20)}, ["due"]),
        ({"due_origin": DueOrigin.NONE, "due_on": None}, ["due"]),
        ({"recurrence": "monthly"}, ["recurrence"]),
        ({"product": "báo cáo thẩm định"}, ["product"]),
        ({"is_general_direction": True}, ["due", "standing"]),
        ({}, []),
    ],
)
def test_each_correction_is_seen_in_its_field(
    world: World, document: Document, changes: dict[str, object], fields: list[str]
) -> None:
    edit(world, rows(document)[0], **changes)
    found = accept_all(world, document)
    assert [one.changed for one in found.accepted] == [fields, []]


def test_words_cut_differently_are_a_correction(world: World, document: Document) -> None:
    row = rows(document)[0]
    edit(world, row, end=row.end - 1)
    assert accept_all(world, document).accepted[0].changed == ["text"]


def test_taking_a_correction_back_leaves_none(world: World, document: Document) -> None:
    edit(world, rows(document)[0], leads=[BodyEdit("Sở Tư pháp")])
    edit(world, rows(document)[0], leads=[BodyEdit("Sở Nội vụ")])
    assert accept_all(world, document).accepted[0].changed == []


def test_day_set_by_the_office_is_no_deadline_of_the_document(world: World, document: Document) -> None:
    row = rows(document)[0]
    edit(world, row, due_origin=DueOrigin.NONE, due_on=None)
    edit(world, rows(document)[0], due_origin=DueOrigin.OFFICE, due_on=dt.date(2026, 12, 1))
    row = rows(document)[0]
    assert task_of(row, list(row.bodies.all()))["due"] is None


def test_discarded_split_and_added_are_told_apart(world: World, document: Document) -> None:
    actor, (first, second) = world.actor("clerk"), rows(document)
    review.discard_obligation(actor=actor, obligation_id=second.pk, version=1)
    cut = first.start + first.text.index("báo cáo")
    review.split_obligation(
        actor=actor, obligation_id=first.pk, version=1, parts=[(first.start, cut), (cut, first.end)]
    )
    text = document.readings.get().text.text
    start = text.index("Căn cứ")
    review.add_obligation(actor=actor, document_id=document.pk, start=start, end=start + 30)
    found = accept_all(world, document)
    assert (found.reshaped, len(found.discarded), found.open) == (1, 1, 0)
    assert [one.is_added for one in found.accepted] == [True, False, False]
    assert all(one.proposal is None for one in found.accepted)


def test_names_compare_without_order_and_accents() -> None:
    task = {"text": "a", "leads": ["Sở Nội vụ", "Sở Y tế"], "coordinators": [], "due": None, "recurrence": None,
            "product": None, "submit_to": None, "resources": None, "standing": False}  # fmt: skip
    assert changed_fields(task, task | {"leads": ["Sở y tế", unicodedata.normalize("NFD", "Sở Nội vụ")]}) == []

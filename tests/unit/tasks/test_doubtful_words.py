"""What rests on a word that was recognised with little confidence is not accepted without a look."""

from __future__ import annotations

import unicodedata

import pytest
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.common.errors import DomainError
from sauro.documents.models import Document, ExtractedText
from sauro.tasks.doubtful_words import doubts_of
from sauro.tasks.enums import BodyRole, ObligationState
from sauro.tasks.models import Obligation
from sauro.tasks.services import review

pytestmark = pytest.mark.django_db
FIRST = "Sở Nội vụ phối hợp với Sở Tài chính lập kế hoạch trước ngày 15/6/2026."
SECOND = "Sở Tài chính rà soát dự toán."


@pytest.fixture(params=["NFC", "NFD"])
def document(world: World, request: pytest.FixtureRequest) -> Document:
    """Two confident tasks, typed in both ways of writing Vietnamese letters."""
    first, second = (unicodedata.normalize(request.param, text) for text in (FIRST, SECOND))
    tasks: list[str | TaskSpec] = [
        TaskSpec(first, leads=("Sở Nội vụ",), coordinators=("Sở Tài chính",), due="15/6/2026", product="kế hoạch"),
        TaskSpec(second, leads=("Sở Tài chính",)),
    ]
    return make_document(world.units["ubnd"], DocumentSpec(tasks), units=(world.units["snv"], world.units["stc"]))


def doubt(document: Document, word: str, confidence: float = 0.62) -> None:
    text = ExtractedText.objects.get(readings__document=document)
    start = text.text.index(word)
    ExtractedText.objects.filter(pk=text.pk).update(uncertain=[[start, start + len(word), confidence]])


def rows(document: Document) -> list[Obligation]:
    return list(document.obligations.order_by("position"))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Nội", {BodyRole.LEAD}),
        ("15/6/2026.", {"due"}),
        ("kế", {"product"}),
        ("lập", set()),
    ],
)
def test_parts_that_overlap_the_word_are_doubtful(document: Document, word: str, parts: set[str]) -> None:
    doubt(document, word)
    obligation = rows(document)[0]
    found = doubts_of(obligation, obligation.bodies.all(), obligation.reading.text.uncertain)
    assert {one.part for one in found} == parts
    assert all(one.percent == 62 for one in found)


def test_part_typed_by_a_person_is_certain(document: Document) -> None:
    doubt(document, "kế")
    obligation = rows(document)[0]
    obligation.elements["product"]["origin"] = "person"
    assert doubts_of(obligation, obligation.bodies.all(), obligation.reading.text.uncertain) == []


def test_least_certain_word_of_a_part_is_told(document: Document) -> None:
    text = ExtractedText.objects.get(readings__document=document)
    start = text.text.index("Sở Nội vụ")
    text.uncertain = [[start, start + 2, 0.8], [start + 3, start + 6, 0.4]]
    obligation = rows(document)[0]
    (found,) = doubts_of(obligation, obligation.bodies.all(), text.uncertain)
    assert (found.start, found.percent) == (start + 3, 40)


def test_doubtful_obligation_is_accepted_after_a_look_only(world: World, document: Document) -> None:
    doubt(document, "Nội")
    obligation = rows(document)[0]
    target = {"actor": world.actor("clerk"), "obligation_id": obligation.pk, "version": 1}
    with pytest.raises(DomainError) as refused:
        review.accept_obligation(**target)
    assert refused.value.code == "look-first"
    assert "chủ trì" in refused.value.message
    assert review.accept_obligation(**target, looked=True).state == ObligationState.ACCEPTED


def test_many_at_once_leaves_doubtful_ones_open(world: World, document: Document) -> None:
    doubt(document, "Nội")
    accepted = review.accept_confident(actor=world.actor("clerk"), document_id=document.pk)
    assert [row.text for row in accepted] == [rows(document)[1].text]
    assert rows(document)[0].state == ObligationState.PROPOSED

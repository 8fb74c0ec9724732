"""Counts of how the machine fared: brought up to date when the review goes on, shown within one's charge only."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.annotations.models import Comparison
from sauro.annotations.selectors.accuracy import accuracy
from sauro.annotations.services.comparing import compare_documents
from sauro.documents.models import Document
from sauro.documents.services.purging import confirm_purge, propose_purge
from sauro.tasks.services import review

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = pytest.mark.django_db


def taken_in(world: World, persona: str = "clerk", unit: str = "ubnd", more: str = "") -> Document:
    return take_in_text(world, DIRECTIVE + more, persona=persona, unit=unit)


def decide(world: World, document: Document, persona: str = "clerk") -> None:
    """Accept the first task, discard the second."""
    actor, (first, second) = world.actor(persona), document.obligations.order_by("position")
    review.accept_obligation(actor=actor, obligation_id=first.pk, version=1)
    review.discard_obligation(actor=actor, obligation_id=second.pk, version=1)


def test_documents_nobody_reviewed_are_not_counted(world: World) -> None:
    taken_in(world)
    assert compare_documents() == 0


def test_counts_follow_the_review(world: World) -> None:
    document = taken_in(world)
    decide(world, document)
    assert compare_documents() == 1
    counts = Comparison.objects.get(document=document).counts
    assert (counts["kept"], counts["discarded"], counts["added"], counts["leads"]) == (1, 1, 0, 0)
    assert compare_documents() == 0, "nothing went on since"
    second = document.obligations.get(state="discarded")
    actor = world.actor("clerk")
    second = review.restore_obligation(actor=actor, obligation_id=second.pk, version=second.version)
    review.accept_obligation(actor=actor, obligation_id=second.pk, version=second.version)
    assert compare_documents() == 1
    assert Comparison.objects.get(document=document).counts["kept"] == 2


def test_figures_are_of_ones_own_charge_in_one_query(world: World) -> None:
    decide(world, taken_in(world))
    decide(world, taken_in(world, "office_b", "ubnd_b", "khác"), "office_b")
    decide(world, taken_in(world, "party_clerk", "tu", "khác nữa"), "party_clerk")
    compare_documents()
    documents = {
        persona: [column.documents for column in accuracy(world.actor(persona)).columns[:1]]
        for persona in ("head", "office_b", "office_a", "party_a", "clerk")
    }
    assert documents == {"head": [1], "office_b": [1], "office_a": [], "party_a": [], "clerk": []}
    # The administrator has charge of the whole province, in the domain of the State.
    assert accuracy(world.actor("admin")).columns[0].documents == 2
    actor = world.actor("admin")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        accuracy(actor)
    assert len(queries) == 1


def test_shares_have_their_denominators(world: World) -> None:
    decide(world, taken_in(world))
    compare_documents()
    total, letters = accuracy(world.actor("head")).columns
    assert letters.label == "Công văn"
    assert total.proposals == 2
    *fields, discarded, reshaped, missed = total.shares
    assert all((share.part, share.whole) == (0, 1) for share in fields)
    assert (discarded.part, discarded.whole, discarded.percent) == (1, 2, 50.0)
    assert (reshaped.part, missed.whole) == (0, 1)


def test_sample_documents_count_only_while_there_are_no_others(world: World) -> None:
    sample = taken_in(world)
    decide(world, sample)
    Document.objects.update(is_sample=True)
    compare_documents()
    assert accuracy(world.actor("head")).only_samples
    decide(world, taken_in(world, more="khác"))
    compare_documents()
    found = accuracy(world.actor("head"))
    assert (found.only_samples, found.columns[0].documents) == (False, 1)


def test_purge_takes_the_counts_along(world: World) -> None:
    document = taken_in(world)
    decide(world, document)
    compare_documents()
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có nội dung bí mật nhà nước")
    confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    assert not Comparison.objects.exists()

"""Two people at one desk, in real transactions: one wins, the other is told, and tasks never overlap."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.db import connection
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict
from sauro.documents.models import Document
from sauro.tasks.models import Obligation
from sauro.tasks.services import review

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def document(committed_world: World) -> Document:
    return make_document(committed_world.units["ubnd"], many_tasks(4))


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Run the deeds in threads that start together; return what each returned or raised."""
    barrier = threading.Barrier(len(deeds))
    results: list[object] = [None] * len(deeds)

    def run(index: int, deed: Callable[[], object]) -> None:
        try:
            barrier.wait(timeout=10)
            results[index] = deed()
        except Conflict as error:
            results[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


def in_force(document: Document) -> list[Obligation]:
    return list(document.obligations.filter(state__in=["proposed", "accepted"]).order_by("start"))


def test_of_two_deeds_on_one_task_one_wins_and_one_is_told(committed_world: World, document: Document) -> None:
    row = in_force(document)[0]
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    results = at_once(
        lambda: review.accept_obligation(actor=clerk, obligation_id=row.pk, version=1),
        lambda: review.discard_obligation(actor=head, obligation_id=row.pk, version=1),
    )
    refused = [result for result in results if isinstance(result, review.StaleObligation)]
    assert len(refused) == 1
    row.refresh_from_db()
    assert row.version == 2
    assert AuditEvent.objects.filter(object_id=row.pk).count() == 1
    winner = "Lê Văn Thử" if row.state == "discarded" else "Trần Thị Mẫu"
    assert winner in refused[0].message


def test_both_may_work_on_different_tasks(committed_world: World, document: Document) -> None:
    first, second = in_force(document)[:2]
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    results = at_once(
        lambda: review.accept_obligation(actor=clerk, obligation_id=first.pk, version=1),
        lambda: review.accept_obligation(actor=head, obligation_id=second.pk, version=1),
    )
    assert all(isinstance(result, Obligation) for result in results)


def test_same_passage_added_twice_becomes_one_task(committed_world: World, document: Document) -> None:
    text = document.readings.get().text.text
    start, end = text.index("Kết luận"), text.index("phiên họp") + 9
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    results = at_once(
        lambda: review.add_obligation(actor=clerk, document_id=document.pk, start=start, end=end),
        lambda: review.add_obligation(actor=head, document_id=document.pk, start=start + 3, end=end),
    )
    assert sum(isinstance(result, Conflict) for result in results) == 1
    assert len(in_force(document)) == 5


def test_crossing_merges_and_splits_leave_tasks_apart(committed_world: World, document: Document) -> None:
    one, two, three, _four = in_force(document)
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    middle = two.start + 30
    results = at_once(
        lambda: review.merge_obligations(
            actor=clerk, first_id=one.pk, first_version=1, second_id=two.pk, second_version=1
        ),
        lambda: review.merge_obligations(
            actor=head, first_id=two.pk, first_version=1, second_id=three.pk, second_version=1
        ),
        lambda: review.split_obligation(
            actor=head, obligation_id=two.pk, version=1, parts=[(two.start, middle), (middle, two.end)]
        ),
    )
    assert sum(isinstance(result, Conflict) for result in results) == 2
    assert all(left.end <= right.start for left, right in pairwise(in_force(document)))


def test_bulk_accept_beside_a_discard_changes_each_task_once(committed_world: World, document: Document) -> None:
    row = in_force(document)[0]
    clerk, head = committed_world.actor("clerk"), committed_world.actor("head")
    at_once(
        lambda: review.accept_confident(actor=clerk, document_id=document.pk),
        lambda: review.discard_obligation(actor=head, obligation_id=row.pk, version=1),
    )
    row.refresh_from_db()
    assert (row.state, row.version) in {("accepted", 2), ("discarded", 2)}

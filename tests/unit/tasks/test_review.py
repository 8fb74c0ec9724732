"""Accepting, discarding and the ways back: who may, what is refused, and what is recorded."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.errors import Conflict, NotAllowed, NotVisible
from sauro.documents.models import Document
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Obligation
from sauro.tasks.services import review


@pytest.fixture
def document(world: World) -> Document:
    return make_document(world.units["ubnd"], many_tasks(3), units=tuple(world.units.values()))


def first_of(document: Document) -> Obligation:
    return document.obligations.order_by("start")[0]


def last_event() -> AuditEvent:
    return AuditEvent.objects.order_by("-sequence")[0]


def test_accept_sets_state_reviewer_and_version_and_records_the_deed(world: World, document: Document) -> None:
    row = first_of(document)
    review.accept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    row.refresh_from_db()
    assert (row.state, row.version, row.reviewed_by_name) == (ObligationState.ACCEPTED, 2, "Trần Thị Mẫu")
    assert row.reviewed_at is not None
    event = last_event()
    assert (event.code, event.object_id, event.changes) == (
        "tasks.review.accepted",
        row.pk,
        {"state": ["proposed", "accepted"]},
    )


def test_accepted_twice_is_refused_even_with_the_right_version(world: World, document: Document) -> None:
    row = first_of(document)
    actor = world.actor("clerk")
    review.accept_obligation(actor=actor, obligation_id=row.pk, version=1)
    with pytest.raises(Conflict, match="Đã chấp nhận"):
        review.accept_obligation(actor=actor, obligation_id=row.pk, version=2)


def test_old_version_is_refused_and_the_sentence_says_who_was_faster(world: World, document: Document) -> None:
    row = first_of(document)
    review.accept_obligation(actor=world.actor("head"), obligation_id=row.pk, version=1)
    with pytest.raises(review.StaleObligation) as refused:
        review.discard_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    assert "Lê Văn Thử" in refused.value.message
    assert "Chấp nhận nhiệm vụ" in refused.value.message
    row.refresh_from_db()
    assert (row.state, row.version) == (ObligationState.ACCEPTED, 2)


def test_unaccept_opens_the_obligation_again(world: World, document: Document) -> None:
    row = first_of(document)
    actor = world.actor("clerk")
    review.accept_obligation(actor=actor, obligation_id=row.pk, version=1)
    review.unaccept_obligation(actor=actor, obligation_id=row.pk, version=2)
    row.refresh_from_db()
    assert (row.state, row.reviewed_by_name, row.reviewed_at) == (ObligationState.PROPOSED, "", None)


def test_discard_keeps_the_row_and_restore_brings_it_back(world: World, document: Document) -> None:
    row = first_of(document)
    actor = world.actor("clerk")
    review.discard_obligation(actor=actor, obligation_id=row.pk, version=1, reason=" Không phải việc ")
    assert last_event().reason == "Không phải việc"
    row.refresh_from_db()
    assert row.state == ObligationState.DISCARDED
    review.restore_obligation(actor=actor, obligation_id=row.pk, version=2)
    row.refresh_from_db()
    assert (row.state, row.version) == (ObligationState.PROPOSED, 3)


def test_restore_is_refused_when_its_words_belong_to_another_task_meanwhile(world: World, document: Document) -> None:
    row = first_of(document)
    actor = world.actor("clerk")
    review.discard_obligation(actor=actor, obligation_id=row.pk, version=1)
    review.add_obligation(actor=actor, document_id=document.pk, start=row.start, end=row.start + 40)
    with pytest.raises(Conflict) as refused:
        review.restore_obligation(actor=actor, obligation_id=row.pk, version=2)
    assert refused.value.code == "overlap"


def test_what_was_sent_is_no_longer_changed_on_the_desk(world: World, document: Document) -> None:
    row = first_of(document)
    Obligation.objects.filter(pk=row.pk).update(sent_at=now(), state=ObligationState.ACCEPTED)
    with pytest.raises(Conflict, match="đã được giao"):
        review.unaccept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)


def test_general_direction_loses_its_day_and_a_task_gets_the_printed_one_back(world: World, document: Document) -> None:
    row = first_of(document)
    actor = world.actor("clerk")
    day = dt.date(2026, 12, 2)
    assert row.due_on == day
    row.elements["due"]["value"] = day.isoformat()
    row.save()
    row = review.set_general_direction(actor=actor, obligation_id=row.pk, version=1, value=True)
    assert (row.is_general_direction, row.due_on, row.due_origin) == (True, None, "none")
    assert last_event().changes == {"is_general_direction": [False, True], "due_on": [day.isoformat(), ""]}
    row = review.set_general_direction(actor=actor, obligation_id=row.pk, version=2, value=False)
    assert (row.is_general_direction, row.due_on, row.due_origin) == (False, day, "document")


@pytest.mark.parametrize("persona", ["office_a", "party_clerk", "outsider", "admin"])
def test_who_may_not_see_the_document_is_told_that_there_is_nothing(
    world: World, document: Document, persona: str
) -> None:
    with pytest.raises(NotVisible):
        review.accept_obligation(actor=world.actor(persona), obligation_id=first_of(document).pk, version=1)


@pytest.mark.parametrize("persona", ["chair", "inspector"])
def test_who_only_sees_the_document_may_not_review_it(world: World, document: Document, persona: str) -> None:
    with pytest.raises(NotAllowed):
        review.accept_obligation(actor=world.actor(persona), obligation_id=first_of(document).pk, version=1)
    assert first_of(document).state == ObligationState.PROPOSED


def test_accept_confident_leaves_the_doubtful_and_those_whose_day_must_be_chosen(world: World) -> None:
    two_readings = {"due": {"text": "cuối tuần", "readings": [{"value": "2026-11-07", "why": "thứ Bảy"},
                                                             {"value": "2026-11-08", "why": "Chủ nhật"}]}}  # fmt: skip
    no_such_day = {"due": {"text": "trước ngày 31/02/2027", "kind": "date", "value": None, "readings": []}}
    spec = DocumentSpec(
        [
            TaskSpec("Sở Nội vụ lập kế hoạch thứ nhất.", confidence=0.9),
            TaskSpec("Sở Nội vụ lập kế hoạch thứ hai.", confidence=0.89),
            TaskSpec("Sở Nội vụ báo cáo vào cuối tuần.", confidence=0.99, elements=two_readings),
            TaskSpec("Sở Nội vụ lập kế hoạch thứ tư.", confidence=None),
            TaskSpec("Sở Nội vụ báo cáo trước ngày 31/02/2027.", confidence=0.99, elements=no_such_day),
        ]
    )
    document = make_document(world.units["ubnd"], spec)
    accepted = review.accept_confident(actor=world.actor("clerk"), document_id=document.pk)
    assert [row.text for row in accepted] == ["Sở Nội vụ lập kế hoạch thứ nhất."]
    states = list(document.obligations.order_by("start").values_list("state", flat=True))
    assert states == ["accepted", "proposed", "proposed", "proposed", "proposed"]
    assert last_event().changes["obligations"] == [str(accepted[0].pk)]


def test_accept_confident_with_nothing_to_accept_writes_no_event(world: World) -> None:
    document = make_document(world.units["ubnd"], DocumentSpec([TaskSpec("Việc chưa chắc chắn.", confidence=0.2)]))
    before = AuditEvent.objects.count()
    assert review.accept_confident(actor=world.actor("clerk"), document_id=document.pk) == []
    assert AuditEvent.objects.count() == before

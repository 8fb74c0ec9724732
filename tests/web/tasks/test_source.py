"""The document behind an assignment: readable for whoever has to do the work, for nobody else, without the findings."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.documents.services.purging import propose_purge
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.services.sending import Receivers, send_obligations

__all__ = ["file_folder", "quarantine_folder"]


@pytest.fixture
def assignment(world: World, file_folder: object, quarantine_folder: object) -> Assignment:
    document = take_in_text(world)
    row = Obligation.objects.filter(document=document).order_by("position").first()
    assert row is not None
    Obligation.objects.filter(pk=row.pk).update(state=ObligationState.ACCEPTED)
    result = send_obligations(
        actor=world.actor("clerk"), document_id=document.pk, receivers={row.pk: Receivers((world.units["snv"].pk,))}
    )
    return result.assignments[0]


def test_receiver_reads_the_text_with_their_sentence_marked(signed_in: SignedIn, assignment: Assignment) -> None:
    page = signed_in("snv_head").get(reverse("assignment-source", args=[assignment.pk]))
    body = page.content.decode()
    assert page.status_code == 200
    assert "Lạc Giang, ngày 05 tháng 10 năm 2026" in body
    assert f'data-ob="{assignment.obligation_id}"' in body
    assert body.count('class="mk-number"') == 1


@pytest.mark.parametrize("persona", ["office_a", "party_clerk", "outsider", "snv_servant"])
def test_others_do_not_open_it(signed_in: SignedIn, assignment: Assignment, persona: str) -> None:
    assert signed_in(persona).get(reverse("assignment-source", args=[assignment.pk])).status_code == 404


def test_receiver_opens_neither_desk_nor_record(signed_in: SignedIn, assignment: Assignment) -> None:
    assert assignment.obligation is not None
    document = assignment.obligation.document_id
    for name in ("desk", "document-detail", "document-file", "send-preview"):
        assert signed_in("snv_head").get(reverse(name, args=[document])).status_code == 404, name


def test_source_under_suspicion_is_closed(world: World, signed_in: SignedIn, assignment: Assignment) -> None:
    assert assignment.obligation is not None
    propose_purge(actor=world.actor("head"), document_id=assignment.obligation.document_id, reason="Phát hiện dấu mật")
    assert signed_in("snv_head").get(reverse("assignment-source", args=[assignment.pk])).status_code == 404


def test_work_that_crossed_domains_opens_no_text(world: World, signed_in: SignedIn, assignment: Assignment) -> None:
    crossed = Assignment.objects.create(
        code="NV-2026-900001",
        domain="party",
        role="lead",
        giver_unit=world.units["du_a"],
        unit=world.units["du_a"],
        wording=assignment.wording,
        source_text=assignment.source_text,
        given_at=assignment.given_at,
    )
    page = signed_in("party_a").get(reverse("assignment-source", args=[crossed.pk]))
    assert page.status_code == 404
    assert "chỉ có câu được chuyển giao" in page.content.decode()

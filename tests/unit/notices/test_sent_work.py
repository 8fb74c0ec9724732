"""Sending tells each body of its new work, within its own domain."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.personas import World

from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.common.errors import DomainError
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document, ExtractedText, Reading
from sauro.notices.models import Notice
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.services.sending import Receivers, send_obligations

TEXT = "Lập danh mục trạm bơm."


@pytest.fixture
def obligation(world: World) -> Obligation:
    text = ExtractedText.objects.create(domain=Domain.STATE, file_sha256="0" * 64, reader="test/1", text=TEXT)
    document = Document.objects.create(
        code="VB-2026-000001", domain=Domain.STATE, owner_unit=world.units["ubnd"], state=DocumentState.REVIEW,
        kind="cong_van", number="12", symbol="UBND-TH", issued_on=dt.date(2026, 8, 3), subject="rà soát trạm bơm",
        issuer_name="Ủy ban nhân dân tỉnh Lạc Giang", issuer_unit=world.units["ubnd"], file_name="12.docx",
        received_at=now(), received_by_name="Trần Thị Mẫu",
    )  # fmt: skip
    return Obligation.objects.create(
        document=document, reading=Reading.objects.create(document=document, text=text, extractor="test/1"),
        domain=Domain.STATE, owner_unit=document.owner_unit, position=1, state=ObligationState.ACCEPTED,
        start=0, end=len(TEXT), text=TEXT, section="1",
    )  # fmt: skip


def test_each_body_is_told_of_its_own_work_and_the_sender_of_none(world: World, obligation: Obligation) -> None:
    units = world.units
    receivers = Receivers((units["ubnd_a"].pk, units["ubnd_b"].pk), (units["stc"].pk, units["du_a"].pk))
    send_obligations(
        actor=world.actor("head"), document_id=obligation.document_id, receivers={obligation.pk: receivers},
        release_to_other_domains=True,
    )  # fmt: skip
    names = {user.pk: name for name, user in world.users.items()}
    told = {(names[row.user_id], row.kind, row.code, row.domain) for row in Notice.objects.all()}
    codes = dict(Assignment.objects.values_list("unit__code", "code"))
    # The office that sends keeps the record of the department without accounts itself.
    assert told == {
        ("office_a", "given", codes[units["ubnd_a"].code], "state"),
        ("office_b", "given", codes[units["ubnd_b"].code], "state"),
        ("party_a", "given", codes[units["du_a"].code], "party"),
    }


def test_sending_that_fails_tells_nobody(world: World, obligation: Obligation) -> None:
    receivers = Receivers((world.units["du_a"].pk,))
    with pytest.raises(DomainError, match="khối khác"):
        send_obligations(
            actor=world.actor("head"), document_id=obligation.document_id, receivers={obligation.pk: receivers}
        )
    assert not Notice.objects.exists()

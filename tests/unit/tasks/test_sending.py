"""Sending: one assignment per body, groups expanded, domains kept apart, all or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document, ExtractedText, Reading
from sauro.organizations.models import Unit
from sauro.tasks.document_panel import handovers_of
from sauro.tasks.enums import BodyRole, DueOrigin, ObligationState
from sauro.tasks.models import Assignment, Handover, Obligation, ObligationBody
from sauro.tasks.selectors.sending import get_send_preview
from sauro.tasks.services.delegation import delegate_part, units_below
from sauro.tasks.services.lifecycle import accept_assignment
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product
from sauro.tasks.services.sending import Receivers, send_obligations

TEXT = "Lập danh mục trạm bơm. Rà soát quỹ nhà công vụ. Tổng hợp số liệu."
MakeObligation = Callable[..., Obligation]


@pytest.fixture
def document(world: World) -> Document:
    return Document.objects.create(
        code="VB-2026-000001",
        domain=Domain.STATE,
        owner_unit=world.units["ubnd"],
        state=DocumentState.REVIEW,
        kind="cong_van",
        number="12",
        symbol="UBND-TH",
        issued_on=dt.date(2026, 8, 3),
        issuer_name="Ủy ban nhân dân tỉnh Lạc Giang",
        issuer_unit=world.units["ubnd"],
        subject="rà soát cơ sở vật chất",
        file_name="12.docx",
        received_at=now(),
        received_by_name="Trần Thị Mẫu",
    )


@pytest.fixture
def make_obligation(document: Document) -> MakeObligation:
    text = ExtractedText.objects.create(domain=document.domain, file_sha256="0" * 64, reader="test/1", text=TEXT)
    reading = Reading.objects.create(document=document, text=text, extractor="test/1")

    def make(*bodies: tuple[BodyRole, str, Unit | None], **columns: Any) -> Obligation:
        count = Obligation.objects.filter(document=document).count()
        values = {"state": ObligationState.ACCEPTED, "start": 0, "end": 22, "text": TEXT[:22], "section": "1"} | columns
        obligation = Obligation.objects.create(
            document=document,
            reading=reading,
            domain=document.domain,
            owner_unit=document.owner_unit,
            position=count + 1,
            **values,
        )
        for role, name, unit in bodies:
            ObligationBody.objects.create(obligation=obligation, role=role, name=name, unit=unit, is_group=unit is None)
        return obligation

    return make


def test_sending_makes_one_assignment_per_body_with_copied_words(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    u = world.units
    row = make_obligation(due_on=dt.date(2026, 8, 20), due_origin=DueOrigin.DOCUMENT, product="danh mục trạm bơm")
    result = send_obligations(
        actor=world.actor("clerk"),
        document_id=document.pk,
        receivers={row.pk: Receivers((u["snv"].pk,), (u["ubnd_a"].pk, u["stc"].pk))},
    )
    lead, first, second = result.assignments
    assert (lead.unit, lead.role, lead.parent) == (u["snv"], BodyRole.LEAD, None)
    assert {first.parent_id, second.parent_id} == {lead.pk}
    assert {lead.wording, lead.product} == {TEXT[:22], "danh mục trạm bơm"}
    assert lead.source_text == "Công văn 12/UBND-TH, ngày 03/08/2026, Ủy ban nhân dân tỉnh Lạc Giang, mục 1"
    assert (lead.due_on, lead.due_original) == (dt.date(2026, 8, 20), dt.date(2026, 8, 20))
    assert [item.is_kept_by_giver for item in result.assignments] == [False, False, True]
    document.refresh_from_db()
    assert document.state == DocumentState.SENT
    event = AuditEvent.objects.get(code="tasks.obligation.sent")
    assert event.changes["assignments"][1] == [item.code for item in result.assignments]


def test_day_of_one_body_stands_beside_the_common_one_in_its_history(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    snv, stc = world.units["snv"].pk, world.units["stc"].pk
    common, own = today() + dt.timedelta(days=20), today() + dt.timedelta(days=12)
    row = make_obligation(due_on=common, due_origin=DueOrigin.DOCUMENT)
    chosen = Receivers((snv,), (stc,), deadlines={stc: own, snv: common})
    actor = world.actor("clerk")
    made = send_obligations(actor=actor, document_id=document.pk, receivers={row.pk: chosen}).assignments
    lead, part = sorted(made, key=lambda one: one.role, reverse=True)
    assert (lead.due_on, lead.due_origin, lead.deadline_changes.count()) == (common, DueOrigin.DOCUMENT, 0)
    assert (part.due_on, part.due_original, part.due_origin) == (own, own, DueOrigin.OFFICE)
    change = part.deadline_changes.get()
    assert (change.from_day, change.granted_day, change.is_by_giver) == (common, own, True)


@pytest.mark.parametrize(
    ("columns", "ahead", "code"),
    [({}, -1, "deadline-early"), ({"recurrence": "monthly"}, 5, "deadline-recurring")],
)
def test_day_of_one_body_that_cannot_be_stops_the_act(
    world: World,
    document: Document,
    make_obligation: MakeObligation,
    columns: dict[str, Any],
    ahead: int,
    code: str,
) -> None:
    row, unit = make_obligation(**columns), world.units["snv"].pk
    chosen = Receivers((unit,), deadlines={unit: today() + dt.timedelta(days=ahead)})
    with pytest.raises(DomainError) as refused:
        send_obligations(actor=world.actor("clerk"), document_id=document.pk, receivers={row.pk: chosen})
    assert refused.value.code == code


def test_same_body_named_twice_gets_one_assignment(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    snv = world.units["snv"].pk
    row = make_obligation()
    result = send_obligations(
        actor=world.actor("clerk"), document_id=document.pk, receivers={row.pk: Receivers((snv, snv), (snv,))}
    )
    assert [item.role for item in result.assignments] == [BodyRole.LEAD]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"state": ObligationState.PROPOSED}, "not-sendable"),
        ({"is_general_direction": True}, "not-sendable"),
        ({"due_on": dt.date(2015, 7, 31), "due_origin": DueOrigin.DOCUMENT}, "not-sendable"),
    ],
)
def test_one_that_cannot_be_sent_stops_the_whole_act(
    world: World, document: Document, make_obligation: MakeObligation, columns: dict[str, Any], code: str
) -> None:
    receivers = Receivers((world.units["snv"].pk,))
    good, bad = make_obligation(), make_obligation(**columns)
    with pytest.raises(Conflict) as refused:
        send_obligations(
            actor=world.actor("clerk"), document_id=document.pk, receivers={good.pk: receivers, bad.pk: receivers}
        )
    assert refused.value.code == code
    assert Assignment.objects.count() == 0


def test_sending_twice_is_refused(world: World, document: Document, make_obligation: MakeObligation) -> None:
    receivers = {make_obligation().pk: Receivers((world.units["snv"].pk,))}
    send_obligations(actor=world.actor("clerk"), document_id=document.pk, receivers=receivers)
    with pytest.raises(Conflict):
        send_obligations(actor=world.actor("clerk"), document_id=document.pk, receivers=receivers)
    assert Assignment.objects.count() == 1


def test_obligation_without_lead_is_refused(world: World, document: Document, make_obligation: MakeObligation) -> None:
    with pytest.raises(DomainError) as refused:
        send_obligations(
            actor=world.actor("clerk"), document_id=document.pk, receivers={make_obligation().pk: Receivers(())}
        )
    assert refused.value.code == "no-lead"


@pytest.mark.parametrize(("persona", "error"), [("chair", NotAllowed), ("office_a", NotVisible), ("admin", NotVisible)])
def test_only_who_may_send_sends(
    world: World, document: Document, make_obligation: MakeObligation, persona: str, error: type[DomainError]
) -> None:
    receivers = {make_obligation().pk: Receivers((world.units["snv"].pk,))}
    with pytest.raises(error):
        send_obligations(actor=world.actor(persona), document_id=document.pk, receivers=receivers)


def test_body_of_another_domain_gets_copied_text_and_only_after_release(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    receivers = {make_obligation().pk: Receivers((world.units["du_a"].pk,))}
    clerk = world.actor("clerk")
    with pytest.raises(DomainError) as refused:
        send_obligations(actor=clerk, document_id=document.pk, receivers=receivers)
    assert refused.value.code == "release-needed"

    result = send_obligations(actor=clerk, document_id=document.pk, receivers=receivers, release_to_other_domains=True)
    (crossed,) = result.assignments
    assert (crossed.domain, crossed.obligation, crossed.giver_unit) == (Domain.PARTY, None, world.units["du_a"])
    assert (crossed.has_crossed, crossed.giver_name) == (True, "Ủy ban nhân dân tỉnh Lạc Giang")
    handover = Handover.objects.get()
    assert (handover.released_by_name, handover.assignment_code) == ("Trần Thị Mẫu", crossed.code)
    assert result.crossed == 1


def test_answer_of_crossed_work_comes_back_when_its_unit_confirms(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    receivers = {make_obligation().pk: Receivers((world.units["du_a"].pk,))}
    result = send_obligations(
        actor=world.actor("clerk"), document_id=document.pk, receivers=receivers, release_to_other_domains=True
    )
    (crossed,) = result.assignments
    party = world.actor("party_a")
    accept_assignment(actor=party, assignment_id=crossed.pk)
    hand_in_product(actor=party, assignment_id=crossed.pk, hand_in=HandIn(text="Đảng ủy đã lập danh mục 3 trạm."))
    assert Handover.objects.get().answer == ""
    confirm_product(actor=party, assignment_id=crossed.pk)
    (handover,) = handovers_of(world.actor("clerk"), document)["handovers"]
    assert handover.answer == "Đảng ủy đã lập danh mục 3 trạm."
    assert handovers_of(world.actor("office_a"), document)["handovers"] == []
    event = AuditEvent.objects.get(code="tasks.handover.answered")
    assert (event.domain, event.actor_name) == (Domain.STATE, party.name)


def test_group_names_expand_to_the_units_in_force(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    make_obligation(
        (BodyRole.LEAD, "UBND các xã, phường", None), (BodyRole.COORDINATOR, "Sở Nội vụ", world.units["snv"])
    )
    (item,) = get_send_preview(actor=world.actor("clerk"), document_id=document.pk).items
    assert {one.unit.code for one in item.leads} == {"XA.UBND", "XB.UBND"}
    assert [one.unit.code for one in item.coordinators] == ["T.SNV"]
    assert item.is_ready


def test_exceptions_after_tru_are_left_out_by_place(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    row = make_obligation((BodyRole.LEAD, "UBND các xã, phường", None))
    ObligationBody.objects.filter(obligation=row).update(exceptions=["phường B Thử"])
    (item,) = get_send_preview(actor=world.actor("clerk"), document_id=document.pk).items
    assert [one.unit.code for one in item.leads] == ["XA.UBND"]


def test_unknown_name_is_listed_and_never_guessed(
    world: World, document: Document, make_obligation: MakeObligation
) -> None:
    make_obligation((BodyRole.LEAD, "Ban Quản lý Bến Cảng Mẫu", None))
    (item,) = get_send_preview(actor=world.actor("clerk"), document_id=document.pk).items
    assert (item.leads, item.unresolved, item.is_ready) == ((), ("Ban Quản lý Bến Cảng Mẫu",), False)


def test_delegated_part_goes_to_a_unit_below_and_not_beyond_the_deadline(world: World) -> None:
    u = world.units
    whole = make_assignment(u["ubnd"], u["ubnd_a"], due_on=dt.date(2026, 9, 10))
    office = world.actor("office_a")
    assert {unit.code for unit in units_below(whole)} == {"XA.VP", "XA.PKT"}
    part = delegate_part(actor=office, assignment_id=whole.pk, unit_id=u["pkt_a"].pk, wording="Khảo sát trạm bơm")
    assert (part.parent, part.giver_unit, part.due_on) == (whole, u["ubnd_a"], whole.due_on)
    with pytest.raises(DomainError) as late:
        delegate_part(
            actor=office, assignment_id=whole.pk, unit_id=u["pkt_a"].pk, wording="x", due_on=dt.date(2026, 9, 11)
        )
    with pytest.raises(DomainError) as outside:
        delegate_part(actor=office, assignment_id=whole.pk, unit_id=u["pkt_b"].pk, wording="x")
    assert (late.value.code, outside.value.code) == ("due-after-whole", "not-below")


def test_delegated_part_is_seen_by_both_units_and_not_by_the_neighbour(world: World) -> None:
    u = world.units
    whole = make_assignment(u["ubnd"], u["ubnd_a"])
    part = delegate_part(
        actor=world.actor("office_a"), assignment_id=whole.pk, unit_id=u["pkt_a"].pk, wording="Khảo sát trạm bơm"
    )
    from_above = world.actor("office_a").holds_for("giving.follow", u["ubnd_a"].path, Domain.STATE)
    assert from_above
    with pytest.raises(NotVisible):
        delegate_part(actor=world.actor("office_b"), assignment_id=part.pk, unit_id=u["pkt_b"].pk, wording="x")

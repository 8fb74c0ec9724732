"""Fields of work: the list and who keeps it, what is proposed and why, and the field of found and given work."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import transaction
from tests.factories.assignments import make_assignment
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.chronicle import every_entry
from sauro.tasks.field_rules import FieldHint, as_words, clear_proposal, propose_fields
from sauro.tasks.models import Obligation, WorkField
from sauro.tasks.selectors.fields import field_choices, field_hints, proposals_for, reason_of
from sauro.tasks.services import fields
from sauro.tasks.services.fields import FieldText
from sauro.tasks.services.review import split_obligation
from sauro.tasks.services.undoing import mark_of, take_back

LAND = FieldText("Đất đai", 10, ["Giải phóng mặt bằng", "  thu hồi   đất", "thu hồi đất"])


def kept(world: World, code: str = "dat-dai", text: FieldText = LAND) -> WorkField:
    return fields.create_field(actor=world.actor("head"), code=code, text=text)


@pytest.mark.parametrize("persona", ["clerk", "chair", "office_a", "party_a", "inspector", "outsider"])
def test_only_the_provinces_office_and_the_administrator_keep_the_list(world: World, persona: str) -> None:
    field = kept(world)
    with pytest.raises(NotAllowed):
        fields.create_field(actor=world.actor(persona), code="y-te", text=FieldText("Y tế"))
    with pytest.raises(NotAllowed):
        fields.import_starting_list(actor=world.actor(persona))
    with pytest.raises(NotVisible if persona == "outsider" else NotAllowed):
        fields.edit_field(actor=world.actor(persona), field_id=field.pk, text=LAND)


def test_field_is_kept_in_one_form_and_changes_stay_on_record(world: World) -> None:
    leads = [world.units["snv"].pk]
    field = kept(world, text=FieldText(unicodedata.normalize("NFD", " Đất  đai "), 10, LAND.words, leads))
    assert (field.name, field.words) == ("Đất đai", ["giải phóng mặt bằng", "thu hồi đất"])
    fields.edit_field(
        actor=world.actor("admin"), field_id=field.pk, text=FieldText("Đất đai, địa chính", 20, is_open=False)
    )
    changes = AuditEvent.objects.filter(object_id=field.pk).latest("sequence").changes
    assert changes["name"] == ["Đất đai", "Đất đai, địa chính"]
    assert changes["leads"] == [["T.SNV"], []]
    assert [name for _pk, name in field_choices()] == ["Chưa phân lĩnh vực"]
    assert [name for _pk, name in field_choices(keep=field.pk)] == ["Chưa phân lĩnh vực", "Đất đai, địa chính"]


@pytest.mark.parametrize(
    ("code", "text", "fault", "at"),
    [
        ("Đất đai", LAND, DomainError, "code"),
        ("dat-dai", FieldText("Địa chính"), Conflict, "code"),
        ("dia-chinh", FieldText("ĐẤT ĐAI"), Conflict, "name"),
        ("dia-chinh", FieldText("  "), DomainError, "name"),
        ("dia-chinh", FieldText("Địa chính", 1000), DomainError, "position"),
        ("dia-chinh", FieldText("Địa chính", 1, ["x" * 61]), DomainError, "words"),
    ],
)
def test_wrong_input_is_refused_at_its_field(
    world: World, code: str, text: FieldText, fault: type[DomainError], at: str
) -> None:
    kept(world)
    with pytest.raises(fault) as refused:
        kept(world, code, text)
    assert refused.value.field == at


def test_usual_fields_are_taken_over_once_and_leave_what_is_there(world: World) -> None:
    kept(world, "xd", FieldText("Xây dựng,  quy hoạch", 5))
    made = fields.import_starting_list(actor=world.actor("head"))
    assert len(made) >= 20
    assert {"xay-dung"}.isdisjoint(field.code for field in made)
    home_affairs = WorkField.objects.get(code="noi-vu")
    assert [unit.code for unit in home_affairs.leads.all()] == ["T.SNV"]
    assert fields.import_starting_list(actor=world.actor("admin")) == []


def test_proposals_say_why_and_a_tie_stands_out_for_none() -> None:
    land = FieldHint("d", "dat-dai", "Đất đai", as_words(["giải phóng mặt bằng", "đất đai"]), frozenset({"stnmt"}))
    money = FieldHint("t", "tai-chinh", "Tài chính", as_words(["kinh phí"]), frozenset({"stc"}))
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Bố trí kinh phí giải phóng mặt bằng theo Luật Đất đai")
        found = propose_fields([money, land], text=text)
        assert [(one.field.code, one.points) for one in found] == [("dat-dai", 4), ("tai-chinh", 2)]
        assert found[0].words == ("giải phóng mặt bằng", "đất đai")
    led = propose_fields([money, land], text="Bố trí kinh phí", leads=[("stnmt", "Sở Mẫu")], issuer="stc")
    assert [(one.field.code, one.points) for one in led] == [("dat-dai", 3), ("tai-chinh", 3)]
    assert clear_proposal(led) is None
    assert clear_proposal(propose_fields([money, land], text="Báo cáo", issuer="stc")) is None
    assert propose_fields([money, land], text="Đất đaixa, kinh phíkhác") == []


def _found(world: World) -> Obligation:
    document = make_document(world.units["ubnd"], many_tasks(2), units=(world.units["snv"], world.units["stc"]))
    return document.obligations.prefetch_related("bodies").order_by("position")[0]


def test_found_task_gets_the_field_a_person_chose_and_its_parts_keep_it(world: World) -> None:
    found = _found(world)
    word = " ".join(found.text.split()[:2])
    field = kept(world, text=FieldText("Đất đai", 1, [word]))
    (proposal,) = proposals_for(found, field_hints(), None)
    assert reason_of(proposal) == f"có từ “{word.lower()}”"
    clerk = world.actor("clerk")
    with pytest.raises(NotAllowed):
        fields.choose_field(actor=world.actor("chair"), obligation_id=found.pk, version=1, field_id=field.pk)
    chosen = fields.choose_field(actor=clerk, obligation_id=found.pk, version=found.version, field_id=field.pk)
    assert (chosen.field, chosen.version) == (field, found.version + 1)
    middle = (chosen.start + chosen.end) // 2
    parts = split_obligation(
        actor=clerk,
        obligation_id=found.pk,
        version=chosen.version,
        parts=[(chosen.start, middle), (middle, chosen.end)],
    )
    assert {part.field_id for part in parts} == {field.pk}


def test_proposals_that_stand_out_are_taken_together_and_others_left(world: World) -> None:
    found = _found(world)
    kept(world, text=FieldText("Đất đai", 1, [found.text.split(",")[0][:50]]))
    rows = fields.choose_proposed_fields(actor=world.actor("clerk"), document_id=found.document_id)
    assert found.pk in {row.pk for row in rows}
    assert fields.choose_proposed_fields(actor=world.actor("clerk"), document_id=found.document_id) == []


def test_giver_changes_the_field_of_given_work_and_takes_it_back(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    field, head = kept(world), world.actor("head")
    with pytest.raises(NotAllowed):
        fields.set_field(actor=world.actor("office_a"), assignment_id=row.pk, field_id=field.pk)
    with pytest.raises(NotVisible):
        fields.set_field(actor=world.actor("office_b"), assignment_id=row.pk, field_id=field.pk)
    with transaction.atomic():
        before = mark_of(row.pk)
        fields.set_field(actor=head, assignment_id=row.pk, field_id=field.pk)
        after = mark_of(row.pk)
    with pytest.raises(DomainError):
        fields.set_field(actor=head, assignment_id=row.pk, field_id=field.pk)
    row.refresh_from_db()
    told = [entry.sentence for entry in every_entry(head, row)]
    assert "xếp nhiệm vụ vào lĩnh vực “Đất đai”." in told
    take_back(actor=head, assignment_id=row.pk, before=before, after=after)
    row.refresh_from_db()
    assert row.field is None


def test_field_no_longer_used_is_not_chosen_anew(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    field = kept(world, text=FieldText("Đất đai", is_open=False))
    with pytest.raises(DomainError):
        fields.set_field(actor=world.actor("head"), assignment_id=row.pk, field_id=field.pk)

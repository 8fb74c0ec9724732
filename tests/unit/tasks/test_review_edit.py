"""Editing the six clears: what is kept, what becomes a person's, and what is refused."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.common.ids import new_id
from sauro.documents.models import Document
from sauro.tasks.enums import BodyRole, DueOrigin, Origin
from sauro.tasks.models import Obligation
from sauro.tasks.services import review
from sauro.tasks.services.review import BodyEdit, ObligationEdit

WORDS = "Sở Nội vụ chủ trì xây dựng đề án vị trí việc làm, trình trong tháng 12/2026, kinh phí từ ngân sách tỉnh."


@pytest.fixture
def row(world: World) -> Obligation:
    task = TaskSpec(
        WORDS,
        leads=("Sở Nội vụ",),
        due="trong tháng 12/2026",
        due_on=dt.date(2026, 12, 31),
        product="đề án vị trí việc làm",
        elements={"resources": "ngân sách tỉnh"},
    )
    spec = DocumentSpec(["THÔNG BÁO", task, "Các nội dung khác giữ nguyên.", TaskSpec("Báo cáo hằng quý.")])
    document = make_document(world.units["ubnd"], spec, units=tuple(world.units.values()))
    return document.obligations.order_by("start")[0]


def unchanged(row: Obligation) -> ObligationEdit:
    bodies = {role: [BodyEdit(body.name, body.unit_id) for body in row.bodies.filter(role=role)] for role in BodyRole}
    return ObligationEdit(
        start=row.start,
        end=row.end,
        leads=bodies[BodyRole.LEAD],
        coordinators=bodies[BodyRole.COORDINATOR],
        due_origin=DueOrigin(row.due_origin),
        due_on=row.due_on,
        recurrence=row.recurrence,
        product=row.product,
        texts={"resources": "ngân sách tỉnh"},
    )


def edit(world: World, row: Obligation, version: int = 1, **changes: object) -> Obligation:
    wanted = replace(unchanged(row), **changes)  # type: ignore[arg-type]  # names are checked by replace itself
    review.edit_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=version, edit=wanted)
    row.refresh_from_db()
    return row


def test_nothing_changed_writes_nothing(world: World, row: Obligation) -> None:
    before = AuditEvent.objects.count()
    assert edit(world, row).version == 1
    assert AuditEvent.objects.count() == before


def test_lead_that_stays_keeps_its_place_and_a_typed_one_is_a_persons(world: World, row: Obligation) -> None:
    leads = [BodyEdit("Sở Nội vụ", world.units["snv"].pk), BodyEdit("Tổ công tác đặc biệt")]
    edit(world, row, leads=leads)
    kept, typed = row.bodies.filter(role=BodyRole.LEAD)
    assert (kept.name, kept.start, kept.unit) == ("Sở Nội vụ", row.start, world.units["snv"])
    assert (typed.name, typed.start, typed.unit, typed.source) == ("Tổ công tác đặc biệt", None, None, "person")
    event = AuditEvent.objects.order_by("-sequence")[0]
    assert set(event.changes) == {"leads"}
    assert row.lead_source == "person"


def test_body_written_in_the_task_is_anchored_whatever_its_normal_form(world: World, row: Obligation) -> None:
    edit(world, row, coordinators=[BodyEdit(unicodedata.normalize("NFD", "ngân sách tỉnh"))])
    body = row.bodies.get(role=BodyRole.COORDINATOR)
    text = row.reading.text.text
    assert text[body.start : body.end] == body.name == "ngân sách tỉnh"


def test_group_name_is_known_as_a_group(world: World, row: Obligation) -> None:
    edit(world, row, coordinators=[BodyEdit("Các sở, ban, ngành tỉnh")])
    assert row.bodies.get(role=BodyRole.COORDINATOR).is_group


def test_unit_that_does_not_exist_is_refused_and_nothing_is_saved(world: World, row: Obligation) -> None:
    with pytest.raises(NotVisible):
        edit(world, row, leads=[BodyEdit("Sở Nội vụ", new_id())], product="kế hoạch")
    row.refresh_from_db()
    assert row.product == "đề án vị trí việc làm"


def test_deadline_set_by_the_office_is_marked_so_and_keeps_the_printed_phrase(world: World, row: Obligation) -> None:
    edit(world, row, due_origin=DueOrigin.OFFICE, due_on=dt.date(2026, 12, 20))
    assert (row.due_origin, row.due_on, row.due_phrase) == ("office", dt.date(2026, 12, 20), "trong tháng 12/2026")


def test_deadline_that_is_none_takes_its_phrase_away(world: World, row: Obligation) -> None:
    edit(world, row, due_origin=DueOrigin.NONE, due_on=None)
    assert (row.due_origin, row.due_on, row.due_phrase, row.elements.get("due")) == ("none", None, "", None)


def test_chosen_reading_becomes_the_deadline_of_the_document(world: World, row: Obligation) -> None:
    row.due_on, row.due_origin = None, DueOrigin.NONE
    row.save()
    row = edit(world, row, due_origin=DueOrigin.DOCUMENT, due_on=dt.date(2026, 12, 15))
    assert (str(row.due_origin), row.due_on, row.elements["due"]["origin"]) == (
        "document",
        dt.date(2026, 12, 15),
        "person",
    )
    assert row.elements["due"]["text"] == "trong tháng 12/2026"


def test_deadline_without_a_day_is_refused(world: World, row: Obligation) -> None:
    with pytest.raises(DomainError) as refused:
        edit(world, row, due_origin=DueOrigin.OFFICE, due_on=None)
    assert refused.value.field == "due_on"


def test_product_found_in_the_task_is_anchored_and_another_is_typed(world: World, row: Obligation) -> None:
    edit(world, row, product="đề án")
    element = row.elements["product"]
    assert row.text[element["start"] - row.start : element["end"] - row.start] == "đề án"
    edit(world, row, version=2, product="tờ trình")
    assert row.elements["product"] == {"text": "tờ trình", "mark": "stated", "origin": str(Origin.PERSON)}


def test_product_and_none_needed_exclude_each_other(world: World, row: Obligation) -> None:
    with pytest.raises(DomainError) as refused:
        edit(world, row, no_product_needed=True)
    assert refused.value.field == "product"
    edit(world, row, no_product_needed=True, product="")
    assert (row.no_product_needed, "product" in row.elements) == (True, False)


def test_emptied_text_is_not_stated(world: World, row: Obligation) -> None:
    edit(world, row, texts={"resources": "  "})
    assert "resources" not in row.elements


def test_words_follow_the_span_and_may_not_reach_another_task(world: World, row: Obligation) -> None:
    edit(world, row, end=row.start + len("Sở Nội vụ chủ trì xây dựng đề án "))
    assert row.text == "Sở Nội vụ chủ trì xây dựng đề án"
    other = Document.objects.get(pk=row.document_id).obligations.order_by("start")[1]
    with pytest.raises(Conflict) as refused:
        edit(world, row, version=2, end=other.start + 3)
    assert refused.value.code == "overlap"


def test_old_version_is_refused(world: World, row: Obligation) -> None:
    edit(world, row, product="kế hoạch")
    with pytest.raises(review.StaleObligation):
        edit(world, row, version=1, product="báo cáo")
    row.refresh_from_db()
    assert row.product == "kế hoạch"


def test_general_direction_has_no_deadline_whatever_the_form_says(world: World, row: Obligation) -> None:
    edit(world, row, is_general_direction=True, due_origin=DueOrigin.OFFICE, due_on=dt.date(2026, 12, 20))
    assert (row.is_general_direction, row.due_on, row.due_origin) == (True, None, "none")


def test_typed_name_that_leaves_no_doubt_resolves(world: World, row: Obligation) -> None:
    edit(world, row, coordinators=[BodyEdit("sở tài chính")])
    assert row.bodies.get(role=BodyRole.COORDINATOR).unit == world.units["stc"]

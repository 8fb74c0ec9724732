"""Splitting, merging, adding and the ways back: spans, what is inherited, and what is kept."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document, many_tasks
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.documents.models import Document
from sauro.tasks.enums import BodyRole, DueOrigin, ObligationState, Origin
from sauro.tasks.models import Obligation
from sauro.tasks.services import review

TWO = "Lập kế hoạch kiểm tra; chủ trì, phối hợp với Sở Tài chính báo cáo kết quả trước ngày 10/12/2026."


@pytest.fixture
def document(world: World) -> Document:
    heading = "1. Sở Nội vụ"
    task = TaskSpec(
        TWO,
        section="1",
        leads=("Sở Nội vụ",),
        lead_source="heading",
        coordinators=("Sở Tài chính",),
        due="trước ngày 10/12/2026",
        due_on=dt.date(2026, 12, 9),
        product="kế hoạch kiểm tra",
    )
    closing = "Văn phòng theo dõi, đôn đốc việc thực hiện."
    spec = DocumentSpec([heading, task, TaskSpec("Tổng hợp số liệu hằng tháng."), closing])
    return make_document(world.units["ubnd"], spec, units=tuple(world.units.values()))


def in_force(document: Document) -> list[Obligation]:
    return list(document.obligations.filter(state__in=["proposed", "accepted"]).order_by("start"))


def halves(row: Obligation) -> list[tuple[int, int]]:
    middle = row.start + row.text.index(";")
    return [(row.start, middle), (middle, row.end)]


def split(world: World, row: Obligation) -> list[Obligation]:
    return review.split_obligation(
        actor=world.actor("clerk"), obligation_id=row.pk, version=row.version, parts=halves(row)
    )


def names(row: Obligation, role: BodyRole) -> list[str]:
    return [body.name for body in row.bodies.filter(role=role)]


def test_split_makes_parts_in_order_and_keeps_the_original(world: World, document: Document) -> None:
    original = in_force(document)[0]
    parts = split(world, original)
    assert [part.text for part in parts] == ["Lập kế hoạch kiểm tra", TWO.split("; ")[1]]
    assert [row.pk for row in document.obligations.order_by("position") if row.state == "proposed"][:2] == [
        part.pk for part in parts
    ]
    original.refresh_from_db()
    assert (original.state, original.version) == (ObligationState.REPLACED, 2)
    assert {part.derived_from_id for part in parts} == {original.pk}
    assert {part.origin for part in parts} == {Origin.PERSON}
    assert AuditEvent.objects.order_by("-sequence")[0].code == "tasks.review.split"


def test_split_gives_each_part_its_own_and_what_was_inherited(world: World, document: Document) -> None:
    first, second = split(world, in_force(document)[0])
    assert (first.product, second.product) == ("kế hoạch kiểm tra", "")
    assert (first.due_on, second.due_on) == (None, dt.date(2026, 12, 9))
    assert (first.due_origin, second.due_origin) == (DueOrigin.NONE, DueOrigin.DOCUMENT)
    assert names(first, BodyRole.LEAD) == names(second, BodyRole.LEAD) == ["Sở Nội vụ"]
    assert (names(first, BodyRole.COORDINATOR), names(second, BodyRole.COORDINATOR)) == ([], ["Sở Tài chính"])
    assert [first.section, second.section] == ["1", "1"]


def test_deadline_set_by_the_office_goes_to_every_part(world: World, document: Document) -> None:
    row = in_force(document)[0]
    row.elements.pop("due")
    row.due_origin = DueOrigin.OFFICE
    row.save()
    assert [part.due_on for part in split(world, row)] == [dt.date(2026, 12, 9)] * 2


@pytest.mark.parametrize(
    "parts", [[(0, 5)], [(0, 9), (5, 20)], [(-5, 5), (6, 9)], [(0, 5), (6, 9999)], [(0, 5), (5, 5)]]
)
def test_parts_that_overlap_or_leave_the_task_are_refused(
    world: World, document: Document, parts: list[tuple[int, int]]
) -> None:
    row = in_force(document)[0]
    placed = [(row.start + start, row.start + end) for start, end in parts]
    with pytest.raises(DomainError):
        review.split_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1, parts=placed)
    assert len(in_force(document)) == 2


def test_split_can_be_taken_back_and_keeps_the_parts_as_replaced(world: World, document: Document) -> None:
    original = in_force(document)[0]
    parts = split(world, original)
    review.take_back_split(actor=world.actor("clerk"), obligation_id=original.pk, version=2)
    assert in_force(document)[0].pk == original.pk
    assert set(Obligation.objects.filter(pk__in=[part.pk for part in parts]).values_list("state", flat=True)) == {
        "replaced"
    }


def test_split_is_not_taken_back_once_a_part_was_sent(world: World, document: Document) -> None:
    original = in_force(document)[0]
    parts = split(world, original)
    Obligation.objects.filter(pk=parts[0].pk).update(sent_at=now())
    with pytest.raises(Conflict) as refused:
        review.take_back_split(actor=world.actor("clerk"), obligation_id=original.pk, version=2)
    assert refused.value.code == "changed-further"


def test_merge_unites_words_bodies_and_elements(world: World, document: Document) -> None:
    first, second = in_force(document)
    merged = review.merge_obligations(
        actor=world.actor("clerk"), first_id=second.pk, first_version=1, second_id=first.pk, second_version=1
    )
    assert merged.text == f"{first.text}\n{second.text}"
    assert (merged.product, merged.due_on) == ("kế hoạch kiểm tra", dt.date(2026, 12, 9))
    assert names(merged, BodyRole.LEAD) == ["Sở Nội vụ"]
    for row in (first, second):
        row.refresh_from_db()
        assert (row.state, row.replaced_by_id) == (ObligationState.REPLACED, merged.pk)
    assert merged.derived_from_id == first.pk


def merged_of(world: World, first: TaskSpec, second: TaskSpec) -> Obligation:
    rows = in_force(make_document(world.units["ubnd"], DocumentSpec([first, second])))
    return review.merge_obligations(
        actor=world.actor("clerk"), first_id=rows[0].pk, first_version=1, second_id=rows[1].pk, second_version=1
    )


LATER = TaskSpec("Báo cáo hết ngày 30/12/2026.", due="hết ngày 30/12/2026", due_on=dt.date(2026, 12, 30))
EARLIER = TaskSpec("Lập dự toán hết ngày 15/12/2026.", due="hết ngày 15/12/2026", due_on=dt.date(2026, 12, 15))
WITHOUT_DAY = TaskSpec("Triển khai khẩn trương.", due="khẩn trương")


@pytest.mark.parametrize("order", [(LATER, EARLIER), (EARLIER, LATER)])
def test_merge_keeps_the_earlier_day_and_the_other_beside_it(world: World, order: tuple[TaskSpec, TaskSpec]) -> None:
    merged = merged_of(world, *order)
    assert (merged.due_on, merged.due_phrase) == (dt.date(2026, 12, 15), "hết ngày 15/12/2026")
    due = merged.elements["due"]
    assert due["text"] == "hết ngày 15/12/2026"
    assert [(one["day"], one["text"]) for one in due["also"]] == [("2026-12-30", "hết ngày 30/12/2026")]


def test_merge_keeps_day_and_phrase_together_when_only_one_has_a_day(world: World) -> None:
    merged = merged_of(world, WITHOUT_DAY, LATER)
    assert (merged.due_on, merged.due_phrase) == (dt.date(2026, 12, 30), "hết ngày 30/12/2026")
    assert [(one["day"], one["text"]) for one in merged.elements["due"]["also"]] == [("", "khẩn trương")]


@pytest.mark.parametrize("order", [(LATER, EARLIER), (EARLIER, LATER)])
def test_parts_of_what_was_merged_get_their_own_days_back(world: World, order: tuple[TaskSpec, TaskSpec]) -> None:
    merged = merged_of(world, *order)
    middle = merged.start + merged.text.index("\n")
    parts = review.split_obligation(
        actor=world.actor("clerk"),
        obligation_id=merged.pk,
        version=merged.version,
        parts=[(merged.start, middle), (middle, merged.end)],
    )
    found = [(part.due_on, part.due_phrase, part.due_origin) for part in parts]
    assert found == [(task.due_on, task.due, DueOrigin.DOCUMENT) for task in order]
    assert not any(part.elements["due"].get("also") for part in parts)


def test_merge_of_equal_days_has_no_other(world: World) -> None:
    merged = merged_of(world, LATER, LATER)
    assert merged.due_on == dt.date(2026, 12, 30)
    assert "also" not in merged.elements["due"]


def test_merge_of_what_was_merged_keeps_all_three_days(world: World) -> None:
    third = TaskSpec("Tổng kết hết ngày 20/12/2026.", due="hết ngày 20/12/2026", due_on=dt.date(2026, 12, 20))
    document = make_document(world.units["ubnd"], DocumentSpec([LATER, third, EARLIER]))
    actor = world.actor("clerk")
    rows = in_force(document)
    both = review.merge_obligations(
        actor=actor, first_id=rows[0].pk, first_version=1, second_id=rows[1].pk, second_version=1
    )
    merged = review.merge_obligations(
        actor=actor, first_id=both.pk, first_version=both.version, second_id=rows[2].pk, second_version=1
    )
    assert merged.due_on == dt.date(2026, 12, 15)
    assert [one["day"] for one in merged.elements["due"]["also"]] == ["2026-12-20", "2026-12-30"]


def test_merge_of_tasks_with_another_between_them_is_refused(world: World) -> None:
    document = make_document(world.units["ubnd"], many_tasks(3))
    first, _between, last = in_force(document)
    with pytest.raises(Conflict) as refused:
        review.merge_obligations(
            actor=world.actor("clerk"), first_id=first.pk, first_version=1, second_id=last.pk, second_version=1
        )
    assert refused.value.code == "overlap"


def test_merge_can_be_taken_back(world: World, document: Document) -> None:
    first, second = in_force(document)
    actor = world.actor("clerk")
    merged = review.merge_obligations(
        actor=actor, first_id=first.pk, first_version=1, second_id=second.pk, second_version=1
    )
    review.take_back_merge(actor=actor, obligation_id=merged.pk, version=merged.version)
    assert [row.pk for row in in_force(document)] == [first.pk, second.pk]
    first.refresh_from_db()
    assert first.replaced_by_id is None


def test_what_was_never_merged_cannot_be_taken_apart(world: World, document: Document) -> None:
    row = in_force(document)[0]
    with pytest.raises(Conflict):
        review.take_back_merge(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    assert in_force(document)[0].version == 1


def test_added_passage_is_trimmed_and_takes_the_section_before_it(world: World, document: Document) -> None:
    text = document.readings.get().text.text
    start = text.index("\nVăn phòng")
    added = review.add_obligation(
        actor=world.actor("clerk"), document_id=document.pk, start=start, end=start + len("\nVăn phòng theo dõi, ")
    )
    assert added.text == "Văn phòng theo dõi,"
    assert (added.origin, added.state, added.confidence) == (Origin.PERSON, ObligationState.PROPOSED, None)
    assert added.position > max(row.position for row in document.obligations.exclude(pk=added.pk))
    assert added.search_key == "van phong theo doi"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 2), (0, 10**6), (12, 13)])
def test_passage_without_words_or_out_of_the_text_is_refused(
    world: World, document: Document, start: int, end: int
) -> None:
    with pytest.raises(DomainError):
        review.add_obligation(actor=world.actor("clerk"), document_id=document.pk, start=start, end=end)


def test_added_passage_may_not_touch_a_task(world: World, document: Document) -> None:
    row = in_force(document)[1]
    with pytest.raises(Conflict) as refused:
        review.add_obligation(actor=world.actor("clerk"), document_id=document.pk, start=row.end - 5, end=row.end + 20)
    assert row.text[:20] in refused.value.message


def test_add_needs_the_right_to_review(world: World, document: Document) -> None:
    with pytest.raises(NotAllowed):
        review.add_obligation(actor=world.actor("chair"), document_id=document.pk, start=0, end=5)
    with pytest.raises(NotVisible):
        review.add_obligation(actor=world.actor("office_b"), document_id=document.pk, start=0, end=5)


def test_text_in_decomposed_form_is_stored_composed_and_spans_agree(world: World) -> None:
    spec = DocumentSpec([TaskSpec(unicodedata.normalize("NFD", "Sở Nội vụ lập kế hoạch; báo cáo kết quả hằng tháng."))])
    document = make_document(world.units["ubnd"], spec)
    row = in_force(document)[0]
    parts = split(world, row)
    text = document.readings.get().text.text
    assert [text[part.start : part.end] for part in parts] == ["Sở Nội vụ lập kế hoạch", "báo cáo kết quả hằng tháng."]


def test_added_passage_is_read_for_what_its_own_words_state(world: World) -> None:
    words = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án, trình UBND tỉnh trước ngày 10/12."
    document = make_document(world.units["ubnd"], DocumentSpec(["THÔNG BÁO", words]))
    start = document.readings.get().text.text.index(words)
    added = review.add_obligation(
        actor=world.actor("clerk"), document_id=document.pk, start=start, end=start + len(words)
    )
    assert (added.due_on, added.due_origin, added.product) == (dt.date(2026, 12, 9), DueOrigin.DOCUMENT, "đề án")
    bodies = {body.role: (body.name, body.unit) for body in added.bodies.all()}
    assert bodies == {
        BodyRole.LEAD: ("Sở Nội vụ", world.units["snv"]),
        BodyRole.COORDINATOR: ("Sở Tài chính", world.units["stc"]),
    }
    text = document.readings.get().text.text
    for element in added.elements.values():
        assert text[element["start"] : element["end"]] == element["text"]
    for body in added.bodies.all():
        assert text[body.start : body.end] == body.name

"""What the giver demands of a product, what the hand-in claims of it, and what the giver finds."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from uuid import uuid4

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.documents.quarantine import quarantined
from sauro.tasks.enums import AssignmentState, ReturnKind, Verdict
from sauro.tasks.figures import Figure
from sauro.tasks.models import Assignment, Criterion, CriterionAnswer
from sauro.tasks.schedule import Rhythm, Schedule
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.services.demands import MOST_CRITERIA, Demand, set_demand
from sauro.tasks.services.downloading import open_product
from sauro.tasks.services.judging import Finding
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product
from sauro.tasks.services.recurring import Recurrence, set_recurrence

TWO = ("Có danh mục trạm bơm", "Có dự toán từng trạm")


def work(world: World, **columns: object) -> Assignment:
    held = {"state": AssignmentState.ACCEPTED, "product": "Báo cáo"}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **{**held, **columns})


def demand(world: World, row: Assignment, *criteria: str, persona: str = "head", **more: object) -> Assignment:
    held = Demand(product="Báo cáo", criteria=criteria or TWO, **more)  # type: ignore[arg-type]  # of any kind of value
    return set_demand(actor=world.actor(persona), assignment_id=row.pk, demand=held)


def handed_in(world: World, row: Assignment, *claimed: Criterion) -> None:
    claims = {one.pk: "trang 3" for one in claimed}
    hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=HandIn(text="Xong", claims=claims))


def test_giver_sets_criteria_and_who_and_when_is_kept(world: World) -> None:
    row = work(world)
    demand(world, row, *[unicodedata.normalize("NFD", text) for text in TWO], "", f" {TWO[0]} ")
    assert [one.text for one in criteria_of(row)] == list(TWO)
    assert {one.set_by_name for one in criteria_of(row)} == {"Lê Văn Thử"}
    demand(world, row, TWO[1], "Có chữ ký số")
    assert [one.text for one in criteria_of(row)] == [TWO[1], "Có chữ ký số"]
    gone = Criterion.objects.get(text=TWO[0])
    assert (gone.dropped_at is None, gone.dropped_by_name) == (False, "Lê Văn Thử")
    events = AuditEvent.objects.filter(code="tasks.assignment.demand_set").order_by("sequence")
    assert [event.changes["criteria_added"][1] for event in events] == [2, 1]
    assert "trạm bơm" not in str([event.changes for event in events])


def test_the_same_demand_again_is_no_event(world: World) -> None:
    row = work(world)
    demand(world, row)
    demand(world, row)
    assert AuditEvent.objects.filter(code="tasks.assignment.demand_set").count() == 1


def test_only_the_giver_demands(world: World) -> None:
    row = work(world)
    for persona, expected in (("office_a", NotAllowed), ("clerk", NotAllowed), ("office_b", NotVisible)):
        with pytest.raises(expected):
            demand(world, row, persona=persona)
    assert criteria_of(row) == []


@pytest.mark.parametrize(
    ("criteria", "code"),
    [([f"Tiêu chí {n}" for n in range(MOST_CRITERIA + 1)], "too-many-criteria"), (["x" * 501], "criterion-long")],
)
def test_demand_has_bounds(world: World, criteria: list[str], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        demand(world, work(world), *criteria)
    assert (refused.value.code, refused.value.field) == (code, "criteria")


def test_product_and_no_product_exclude_each_other(world: World) -> None:
    row = work(world)
    with pytest.raises(DomainError) as refused:
        demand(world, row, no_product_needed=True)
    assert refused.value.field == "no_product_needed"
    set_demand(actor=world.actor("head"), assignment_id=row.pk, demand=Demand(no_product_needed=True))
    hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=HandIn())
    assert row.products.get().is_without_content


def test_nothing_handed_in_needs_the_givers_word(world: World) -> None:
    row = work(world)
    with pytest.raises(DomainError) as refused:
        hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=HandIn(more_links=[" "]))
    assert refused.value.code == "product-needed"


def test_demand_stands_while_a_product_waits(world: World) -> None:
    row = work(world)
    handed_in(world, row)
    with pytest.raises(Conflict) as refused:
        demand(world, row)
    assert refused.value.code == "demand-settled"


def test_hand_in_claims_and_the_giver_decides_each(world: World) -> None:
    row = demand(world, work(world))
    first, second = criteria_of(row)
    handed_in(world, row, first)
    claimed = {one.criterion_id: (one.is_claimed, one.claim_note) for one in CriterionAnswer.objects.all()}
    assert claimed == {first.pk: (True, "trang 3"), second.pk: (False, "")}
    head = world.actor("head")
    with pytest.raises(DomainError) as refused:
        confirm_product(actor=head, assignment_id=row.pk, findings={first.pk: Finding(is_met=True)})
    assert (refused.value.code, refused.value.field) == ("verdict-needed", f"verdict-{second.pk}")
    both = {first.pk: Finding(is_met=True), second.pk: Finding(is_met=False, note="Thiếu trạm số 4")}
    with pytest.raises(DomainError) as refused:
        confirm_product(actor=head, assignment_id=row.pk, findings=both)
    assert (refused.value.code, refused.value.field) == ("words-needed", "words")
    row.refresh_from_db()
    assert row.state == AssignmentState.HANDED_IN
    assert not CriterionAnswer.objects.exclude(verdict=Verdict.PENDING).exists()
    confirm_product(actor=head, assignment_id=row.pk, findings=both, words="Trạm số 4 đã giải thể")
    product = row.products.get()
    assert (product.decision, product.reason) == ("confirmed", "Trạm số 4 đã giải thể")
    assert CriterionAnswer.objects.get(criterion=second).verdict_note == "Thiếu trạm số 4"


def test_criteria_all_met_need_no_words(world: World) -> None:
    row = demand(world, work(world))
    handed_in(world, row, *criteria_of(row))
    findings = {one.pk: Finding(is_met=True) for one in criteria_of(row)}
    assert confirm_product(actor=world.actor("head"), assignment_id=row.pk, findings=findings).state == "confirmed"


def test_content_is_returned_for_a_criterion_that_failed(world: World) -> None:
    row = demand(world, work(world))
    first, second = criteria_of(row)
    handed_in(world, row, first, second)
    head = world.actor("head")
    with pytest.raises(DomainError) as refused:
        return_product(actor=head, assignment_id=row.pk, kind=ReturnKind.CONTENT, reason="Chưa đạt")
    assert (refused.value.code, refused.value.field) == ("criterion-needed", "kind")
    findings = {second.pk: Finding(is_met=False, note="Thiếu trạm số 4")}
    return_product(actor=head, assignment_id=row.pk, kind=ReturnKind.CONTENT, reason="Bổ sung", findings=findings)
    verdicts = dict(CriterionAnswer.objects.values_list("criterion", "verdict"))
    assert verdicts == {first.pk: Verdict.PENDING, second.pk: Verdict.UNMET}
    # What was not demanded is the giver's change of the demand, or form.
    handed_in(world, row, first, second)
    return_product(actor=head, assignment_id=row.pk, kind=ReturnKind.DEMAND_CHANGED, reason="Thêm bản đồ")


def test_criteria_that_changed_meanwhile_are_told(world: World) -> None:
    row = demand(world, work(world))
    first, _second = criteria_of(row)
    demand(world, row, "Tiêu chí khác")
    with pytest.raises(Conflict) as refused:
        handed_in(world, row, first)
    assert refused.value.code == "criteria-changed"
    assert row.products.count() == 0


def test_finding_on_a_criterion_of_other_work_is_refused(world: World) -> None:
    row = work(world)
    handed_in(world, row)
    with pytest.raises(DomainError) as refused:
        confirm_product(actor=world.actor("head"), assignment_id=row.pk, findings={uuid4(): Finding(is_met=True)})
    assert refused.value.code == "criterion-unknown"


def test_occurrences_take_the_criteria_of_their_head(world: World) -> None:
    row = demand(world, work(world, state=AssignmentState.ACCEPTED))
    rhythm = Recurrence(Schedule(Rhythm.DAILY), starts_on=row.given_at.date())
    set_recurrence(actor=world.actor("head"), assignment_id=row.pk, recurrence=rhythm)
    occurrences = Assignment.objects.filter(parent=row)
    assert occurrences.exists()
    for one in occurrences:
        assert [criterion.text for criterion in criteria_of(one)] == list(TWO)


def test_files_links_and_figures_are_handed_in_together(world: World) -> None:
    row = work(world)
    office = world.actor("office_a")
    with quarantined([b"chinh"], name="bao-cao.txt") as main, quarantined([b"phu luc"], name="phu-luc.txt") as annex:
        hand_in = HandIn(
            upload=main,
            annexes=[annex],
            link="https://vi-du.vn/1",
            more_links=["https://vi-du.vn/2"],
            figures=[Figure("Số trạm đã sửa", "trạm", Decimal("12.5"))],
        )
        product = hand_in_product(actor=office, assignment_id=row.pk, hand_in=hand_in)
    assert (product.file_name, product.link) == ("bao-cao.txt", "https://vi-du.vn/1")
    assert [(one.file_name, one.link) for one in product.annexes.all()] == [
        ("phu-luc.txt", ""),
        ("", "https://vi-du.vn/2"),
    ]
    figure = product.figures.get()
    assert (str(figure), figure.name_key, figure.value) == (
        "Số trạm đã sửa: 12,5 trạm",
        "so tram da sua",
        Decimal("12.5"),
    )
    file, name = open_product(actor=world.actor("head"), assignment_id=row.pk, number=1, annex=1)
    assert (name, file.size) == ("phu-luc.txt", 7)
    for number, missing in ((1, 2), (1, 3), (2, 1)):
        with pytest.raises(NotVisible):
            open_product(actor=world.actor("head"), assignment_id=row.pk, number=number, annex=missing)
    with pytest.raises(NotVisible):
        open_product(actor=world.actor("office_b"), assignment_id=row.pk, number=1, annex=1)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http:/x", "vi-du.vn", "https://vi-du.vn/" + "x" * 600])
def test_links_are_whole_addresses(world: World, link: str) -> None:
    row = work(world)
    with pytest.raises(DomainError) as refused:
        hand_in = HandIn(link="https://vi-du.vn", more_links=[link])
        hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=hand_in)
    assert refused.value.code == "link-invalid"


def test_one_bad_file_among_many_refuses_the_hand_in(world: World) -> None:
    row = work(world)
    with quarantined([b"tot"], name="a.txt") as good, quarantined([b"MZ"], name="b.exe") as bad:
        hand_in = HandIn(upload=good, annexes=[bad])
        with pytest.raises(DomainError) as refused:
            hand_in_product(actor=world.actor("office_a"), assignment_id=row.pk, hand_in=hand_in)
    assert (refused.value.code, row.products.count()) == ("program", 0)


@pytest.mark.django_db(transaction=True)
def test_demand_and_hand_in_at_once_leave_no_product_judged_by_what_it_never_saw(committed_world: World) -> None:
    world = committed_world
    row = work(world)
    outcomes = at_once(lambda: demand(world, row), lambda: handed_in(world, row))
    assert outcomes in (["demand-settled", "ok"], ["ok", "ok"])
    product = row.products.get()
    assert product.criterion_answers.count() == len(criteria_of(row))

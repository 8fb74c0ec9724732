"""From the template to the issued plan: what is asked, who answers it, locks, approval, tasks."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import pytest
from tests.factories.assignments import make_assignment
from tests.factories.at_once import at_once
from tests.factories.programmes import WORK, chair_of, entry_fields, entry_of, plan_of, section
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.programmes.enums import DemandState, MarkKind, ProgrammeKind, ProgrammeState, Step
from sauro.programmes.findings import counted
from sauro.programmes.models import Demand, Entry, EntryAssignment, Programme, ReleasedLine
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.comparing import compare
from sauro.programmes.selectors.coverage import demands_of, proposals, sources_of
from sauro.programmes.selectors.lines import line_of
from sauro.programmes.selectors.money import money_table
from sauro.programmes.selectors.workspace import get_workspace
from sauro.programmes.services import answering, writing
from sauro.programmes.services.amending import Amendment, Lead, amend_entry, withdraw_entry
from sauro.programmes.services.approving import StepFields, take_step
from sauro.programmes.services.checking import check_again
from sauro.programmes.services.entries import Amount, change_entry, move_entry, remove_entry
from sauro.programmes.services.gathering import gather_demands
from sauro.programmes.services.giving import give_entries, giveable
from sauro.programmes.services.making import create_programme
from sauro.programmes.services.official import content_of
from sauro.programmes.services.releasing import release_entries
from sauro.programmes.services.reviewing import keep_review
from sauro.programmes.services.templates import create_template
from sauro.programmes.services.versions import content_of as version_of
from sauro.programmes.services.versions import keep_version
from sauro.tasks.enums import AssignmentState, ObligationState
from sauro.tasks.models import Assignment
from vanban.api import check, compose_docx, read
from vanban.compose.model import Layout

LIGHTS = "Ủy ban nhân dân xã A Thử lắp đặt đèn chiếu sáng các tuyến đường chính, hoàn thành trước ngày 30/6/2028."


def people(world: World) -> dict[str, Actor]:
    return {name: world.actor(name) for name in ("office_a", "servant_a", "office_b", "clerk")}


def asked(world: World, *texts: str) -> None:
    """A document of the province, taken in by commune A."""
    unit = world.units["ubnd_a"]
    tasks: list[str | TaskSpec] = [
        TaskSpec(text, section=f"I.{place}", leads=(unit.name,), due_on=dt.date(2028, 6, 30))
        for place, text in enumerate(texts, 1)
    ]
    other = TaskSpec("Sở Tài chính bố trí vốn.", leads=("Sở Tài chính",))
    general = TaskSpec("Các cấp tiếp tục phát huy kết quả.", is_general=True)
    make_document(unit, DocumentSpec([*tasks, other, general]), units=(unit, world.units["stc"]))


def gathered(world: World, programme: Programme) -> list[Demand]:
    gather_demands(actor=world.actor("office_a"), programme_id=programme.pk)
    return list(Demand.objects.filter(programme=programme).order_by("position"))


def test_one_plan_at_a_time_and_only_for_the_right_side(world: World) -> None:
    plan = plan_of(world)
    assert plan.code.startswith("KHX-")
    assert "xã A Thử" in plan.subject or "A Thử" in plan.subject
    assert plan.sections.count() > 30
    with pytest.raises(Conflict) as refused:
        plan_of(world)
    assert refused.value.code == "already-composing"
    with pytest.raises(DomainError) as other_side:
        create_programme(
            actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, kind=ProgrammeKind.PROGRAMME,
            template="chuong-trinh", first_year=2026, last_year=2030,
        )  # fmt: skip
    assert other_side.value.code == "kind-of-other-domain"
    with pytest.raises(NotAllowed):
        plan_of(world, "inspector", "ubnd")


def test_neighbours_and_the_other_side_see_nothing_and_the_province_sees_counts(world: World) -> None:
    plan = plan_of(world)
    for persona in ("office_b", "party_a", "outsider", "admin"):
        assert not programme_policy.visible(world.actor(persona), "follow").exists()
    clerk = world.actor("clerk")
    assert list(programme_policy.visible(clerk, "follow")) == [plan]
    assert not programme_policy.visible(clerk).exists()
    plan.state, plan.number, plan.issued_on = ProgrammeState.ISSUED, "1/KH-UBND", today()
    plan.save()
    assert list(programme_policy.visible(clerk)) == [plan]
    assert not programme_policy.visible(clerk, "write").exists()


def test_what_is_asked_is_gathered_once_and_decisions_stay(world: World) -> None:
    asked(world, LIGHTS)
    given = make_assignment(world.units["ubnd"], world.units["ubnd_a"], wording="Rà soát hộ nghèo")
    make_assignment(world.units["ubnd"], world.units["ubnd_b"], wording="Việc của phường khác")
    plan = plan_of(world)
    lights, poor = gathered(world, plan)
    assert (lights.text, poor.assignment) == (LIGHTS, given)
    assert [one.total for one in sources_of(plan)] == [1, 1]
    answering.exclude_demand(actor=world.actor("office_a"), programme_id=plan.pk, demand_id=poor.pk, reason="Đã xong")
    lights_again, poor_again = gathered(world, plan)
    assert (lights_again.pk, poor_again.state) == (lights.pk, DemandState.EXCLUDED)
    assert lights.obligation is not None
    lights.obligation.state = ObligationState.DISCARDED
    lights.obligation.save()
    assert gathered(world, plan)[0].is_source_changed
    with pytest.raises(NotVisible):
        gather_demands(actor=world.actor("office_b"), programme_id=plan.pk)


def test_taken_up_is_a_statement_that_becomes_doubtful(world: World) -> None:
    asked(world, LIGHTS)
    plan = plan_of(world)
    (demand,) = gathered(world, plan)
    actor = world.actor("office_a")
    entry = entry_of(world, plan)
    likely = proposals(demand, [(entry, "1")])
    assert likely[0].score > 0
    assert plan.demands.get().state == DemandState.OPEN
    answering.take_up(actor=actor, programme_id=plan.pk, demand_id=demand.pk, entry_id=entry.pk)
    plan.refresh_from_db()
    assert (plan.figure("taken_up"), plan.figure("open"), plan.figure("doubtful")) == (1, 0, 0)
    changed = entry_fields(world, due_on=dt.date(2029, 1, 1), due_text="")
    change_entry(actor=actor, programme_id=plan.pk, entry_id=entry.pk, version=1, fields=changed)
    plan.refresh_from_db()
    entry.refresh_from_db()
    assert plan.figure("doubtful") == 1
    assert MarkKind.WEAKENED in {one["kind"] for one in entry.marks}
    (shown,) = demands_of(plan, str(demand.reference_id))
    assert shown.is_doubtful
    answering.confirm_answers(actor=actor, programme_id=plan.pk, demand_id=demand.pk)
    plan.refresh_from_db()
    assert plan.figure("doubtful") == 0
    remove_entry(actor=actor, programme_id=plan.pk, entry_id=entry.pk, reason="Trùng")
    assert plan.demands.get().state == DemandState.OPEN


def test_copied_words_are_marked_with_the_document_of_ones_own_domain(world: World) -> None:
    long = (
        "Ủy ban nhân dân xã A Thử tổ chức rà soát toàn bộ hệ thống thoát nước dọc các tuyến đường liên xã, "
        "lập danh mục ưu tiên đầu tư trung hạn gửi Sở Xây dựng tổng hợp chung."
    )
    asked(world, long)
    plan = plan_of(world)
    (demand,) = gathered(world, plan)
    entry = entry_of(world, plan, work=long, demand_id=demand.pk)
    copied = [one for one in entry.marks if one["kind"] == MarkKind.COPIED]
    assert copied
    assert "hệ thống thoát nước" in copied[0]["passage"]
    assert plan.demands.get().state == DemandState.TAKEN_UP


def test_wrong_lines_are_refused_with_a_sentence(world: World) -> None:
    plan = plan_of(world)
    party_unit = world.units["du_a"].pk
    wrong = {
        "text-needed": {"work": "  "},
        "unit-unknown": {"lead_unit_id": party_unit},
        "due-past": {"due_on": today() - dt.timedelta(days=1)},
        "due-after-programme": {"due_on": dt.date(2031, 1, 1)},
        "money-mismatch": {"money": "budget", "fundings": (Amount(2027, "people", Decimal(5)),)},
        "amount-wrong": {"money": "other", "fundings": (Amount(2027, "people", Decimal(0)),)},
    }
    for code, columns in wrong.items():
        with pytest.raises(DomainError) as refused:
            entry_of(world, plan, **columns)
        assert refused.value.code == code
    with pytest.raises(DomainError) as text_only:
        entry_of(world, plan, title="Tổ chức thực hiện")
    assert text_only.value.code == "section-without-entries"
    assert not plan.entries.exists()


def test_money_is_summed_by_source_and_year(world: World) -> None:
    plan = plan_of(world)
    own = Amount(2027, "commune", Decimal("100.5"))
    above = Amount(2028, "province", Decimal(900), is_allocated=True, national_programme="Giảm nghèo bền vững")
    entry_of(world, plan, money="budget", fundings=(own, above))
    entry_of(world, plan, money="budget", fundings=(own,))
    table = money_table(plan)
    assert table.years == (2027, 2028)
    assert [(row.source, row.total) for row in table.rows] == [
        ("Ngân sách tỉnh", Decimal(900)),
        ("Ngân sách xã", Decimal(201)),
    ]
    assert table.total == Decimal(1101)
    assert table.national == (("Giảm nghèo bền vững", "900"),)


def test_a_held_section_is_kept_from_others_until_taken_over(world: World) -> None:
    plan = plan_of(world)
    place = section(plan)
    mine, other = world.actor("office_a"), world.actor("servant_a")
    writing.hold_section(actor=mine, programme_id=plan.pk, section_id=place.pk)
    with pytest.raises(Conflict) as held:
        writing.hold_section(actor=other, programme_id=plan.pk, section_id=place.pk)
    assert held.value.code == "section-held"
    assert mine.name in held.value.message
    writing.hold_section(actor=other, programme_id=plan.pk, section_id=place.pk, take_over=True)

    def save(actor: Actor, version: int, text: str) -> None:
        writing.save_section(
            actor=actor, programme_id=plan.pk, section_id=place.pk, version=version, title="Quy hoạch", text=text,
            role="tasks",  # type: ignore[arg-type]  # the plain value
        )  # fmt: skip

    with pytest.raises(Conflict):
        save(mine, 1, "Bản của tôi")
    save(other, 1, "Bản của người nhận")
    with pytest.raises(Conflict) as newer:
        save(mine, 1, "Bản của tôi")
    assert newer.value.code == "newer-words"
    place.refresh_from_db()
    assert place.text == "Bản của người nhận"


def test_two_people_on_one_line_at_once_lose_nothing(committed_world: World) -> None:
    world = committed_world
    plan = plan_of(world)
    entry = entry_of(world, plan)
    place = section(plan)
    writing.release_section(actor=world.actor("office_a"), programme_id=plan.pk, section_id=place.pk)

    def change(persona: str) -> None:
        fields = entry_fields(world, work=f"Việc của {persona}")
        change_entry(
            actor=world.actor(persona), programme_id=plan.pk, entry_id=entry.pk, version=1, fields=fields
        )  # fmt: skip

    outcomes = at_once(lambda: change("office_a"), lambda: change("servant_a"))
    assert outcomes == ["ok", "section-held"]
    entry.refresh_from_db()
    assert entry.version == 2


def test_lines_move_within_and_between_sections(world: World) -> None:
    plan = plan_of(world)
    actor = world.actor("office_a")
    first, second = entry_of(world, plan, work="Một"), entry_of(world, plan, work="Hai")
    move_entry(actor=actor, programme_id=plan.pk, entry_id=second.pk, up=True)
    rows = plan.entries.filter(section=section(plan)).order_by("position")
    assert [one.work for one in rows] == ["Hai", "Một"]
    place = section(plan, "Du lịch")
    move_entry(actor=actor, programme_id=plan.pk, entry_id=first.pk, section_id=place.pk)
    move_entry(actor=actor, programme_id=plan.pk, entry_id=second.pk, section_id=place.pk, before_id=first.pk)
    assert [one.work for one in plan.entries.filter(section=place).order_by("position")] == ["Hai", "Một"]
    with pytest.raises(DomainError):
        move_entry(
            actor=actor, programme_id=plan.pk, entry_id=first.pk, section_id=section(plan, "Tổ chức thực hiện").pk
        )


def approve(world: World, plan: Programme, **issue: object) -> Programme:
    """Submit, appraise and adopt by three people of commune A, then issue."""
    chair = chair_of(world)
    take_step(actor=world.actor("servant_a"), programme_id=plan.pk, step=Step.SUBMIT, fields=StepFields(note="Trình"))
    take_step(actor=world.actor("office_a"), programme_id=plan.pk, step=Step.APPRAISE)
    take_step(actor=chair, programme_id=plan.pk, step=Step.ADOPT)
    fields = StepFields(**{"number": "15/KH-UBND", "issued_on": today(), "note": "Đủ", **issue})  # type: ignore[arg-type]  # columns of a test
    return take_step(actor=chair, programme_id=plan.pk, step=Step.ISSUE, fields=fields)


def test_approval_needs_three_people_and_leaves_versions(world: World) -> None:
    plan = plan_of(world)
    entry_of(world, plan)
    servant = world.actor("servant_a")
    with pytest.raises(NotAllowed):
        take_step(actor=world.actor("inspector"), programme_id=plan.pk, step=Step.SUBMIT) if False else take_step(
            actor=servant, programme_id=plan.pk, step=Step.APPRAISE
        )
    issued = approve(world, plan)
    assert (issued.state, issued.number) == (ProgrammeState.ISSUED, "15/KH-UBND")
    assert plan.versions.count() == 4
    with pytest.raises(Conflict):
        entry_of(world, plan)
    newer = approve(world, plan_of(world), number="16/KH-UBND")
    plan.refresh_from_db()
    assert plan.state == ProgrammeState.REPLACED
    assert newer.replaces == plan


def test_one_person_cannot_take_two_of_the_steps(world: World) -> None:
    plan = plan_of(world)
    office = world.actor("office_a")
    take_step(actor=office, programme_id=plan.pk, step=Step.SUBMIT, fields=StepFields(note="Trình"))
    with pytest.raises(NotAllowed) as refused:
        take_step(actor=office, programme_id=plan.pk, step=Step.APPRAISE)
    assert refused.value.code == "same-person"


def test_red_demands_stop_the_way_unless_a_reason_is_given(world: World) -> None:
    asked(world, LIGHTS)
    plan = plan_of(world)
    gathered(world, plan)
    with pytest.raises(DomainError) as refused:
        take_step(actor=world.actor("servant_a"), programme_id=plan.pk, step=Step.SUBMIT)
    assert refused.value.code == "open-demands"
    assert approve(world, plan).state == ProgrammeState.ISSUED


def test_what_the_council_must_see_is_not_issued_without_its_resolution(world: World) -> None:
    plan = plan_of(world)
    Programme.objects.filter(pk=plan.pk).update(needs_council=True)
    with pytest.raises(Conflict) as first:
        approve(world, plan)
    assert first.value.code == "council-first"
    take_step(actor=world.actor("office_a"), programme_id=plan.pk, step=Step.TO_COUNCIL)
    fields = StepFields(number="15/KH-UBND", issued_on=today())
    with pytest.raises(DomainError) as number:
        take_step(actor=chair_of(world), programme_id=plan.pk, step=Step.ISSUE, fields=fields)
    assert number.value.code == "council-number-needed"


def amend(actor: Actor, plan: Programme, entry: Entry, **columns: Any) -> None:
    amendment = Amendment(**{"reason": "Chờ vốn", **columns})
    amend_entry(actor=actor, programme_id=plan.pk, entry_id=entry.pk, amendment=amendment)


def test_a_line_of_each_quarter_becomes_recurring_work_with_its_coordinators(world: World) -> None:
    plan = plan_of(world)
    office_a, province = world.units["vp_a"], world.units["stc"]
    in_year = entry_of(world, plan, rhythm="annual", due_on=dt.date(2027, 8, 15), due_text="")
    entry = entry_of(
        world, plan, rhythm="quarterly", due_text="", coordinator_ids=(office_a.pk, province.pk), coordinators="Hội Mẫu"
    )
    assert entry.coordination.endswith("; Hội Mẫu")
    assert {province.name, office_a.name} < set(entry.coordination.split("; "))
    approve(world, plan)
    office = world.actor("office_a")
    (yearly,) = give_entries(actor=office, programme_id=plan.pk, entry_ids=[in_year.pk])
    periods = yearly.series.schedule.periods(dt.date(2027, 1, 1), dt.date(2028, 12, 31))
    assert [one.due for one in periods] == [dt.date(2027, 8, 15), dt.date(2028, 8, 15)]
    (shown,) = [one for one in giveable(plan) if one.entry == entry]
    assert shown.only_named == (province.name, "Hội Mẫu")
    (head,) = give_entries(actor=office, programme_id=plan.pk, entry_ids=[entry.pk])
    assert (head.is_recurring, head.due_on, head.series.ends_on) == (True, None, dt.date(2030, 12, 31))
    occurrence = head.parts.get(period_first__isnull=False)
    assert occurrence.due_on == next(head.series.schedule.periods(today(), today())).due
    part = head.parts.get(role="coordinator")
    assert (part.unit, part.is_recurring) == (office_a, True)
    assert line_of(office, occurrence) == entry
    assert {one.assignment_id for one in entry.given.all()} == {head.pk, part.pk}

    chair = chair_of(world)
    amend(chair, plan, entry, rhythm="annual", coordinator_ids=(world.units["pkt_a"].pk, province.pk))
    head.series.refresh_from_db()
    part.refresh_from_db()
    assert head.series.rhythm == "annual"
    assert (part.state, part.state_reason) == (AssignmentState.STOPPED, "Chờ vốn")
    with pytest.raises(Conflict):
        amend(chair, plan, entry, day=dt.date(2029, 5, 1))
    amend(chair, plan, entry, rhythm="annual", coordinator_ids=(office_a.pk,))
    assert head.parts.filter(role="coordinator", state=AssignmentState.GIVEN).get().unit == office_a
    withdraw_entry(actor=chair, programme_id=plan.pk, entry_id=entry.pk, reason="Tỉnh đã làm")
    states = Assignment.objects.filter(programme_line__entry=entry).values_list("state", flat=True)
    assert set(states) == {AssignmentState.STOPPED}
    plan.refresh_from_db()
    assert plan.figure("entries") == 1


def test_issued_lines_become_tasks_once_and_stay_linked(world: World) -> None:
    plan = plan_of(world)
    entry = entry_of(world, plan)
    named = entry_of(world, plan, lead_unit_id=None, lead_text="Tổ công tác")
    approve(world, plan)
    office = world.actor("office_a")
    (task,) = give_entries(actor=office, programme_id=plan.pk, entry_ids=[entry.pk])
    assert (task.wording, task.unit, task.giver_unit) == (WORK, world.units["pkt_a"], world.units["ubnd_a"])
    assert task.state == AssignmentState.GIVEN
    assert "15/KH-UBND" in task.source_text
    assert EntryAssignment.objects.get().entry == entry
    with pytest.raises(Conflict):
        give_entries(actor=office, programme_id=plan.pk, entry_ids=[entry.pk])
    with pytest.raises(DomainError):
        give_entries(actor=office, programme_id=plan.pk, entry_ids=[named.pk])
    with pytest.raises(NotAllowed):
        amend(office, plan, entry, day=dt.date(2029, 5, 1))
    amend(chair_of(world), plan, entry, day=dt.date(2029, 5, 1))
    task.refresh_from_db()
    assert task.due_on == dt.date(2029, 5, 1)
    assert plan.versions.order_by("-number")[0].label.endswith("Chờ vốn")


def test_an_amendment_carries_words_product_and_lead_to_the_tasks(world: World) -> None:
    asked(world, LIGHTS)
    plan = plan_of(world)
    demand = gathered(world, plan)[0]
    once = entry_of(world, plan, demand_id=demand.pk)
    often = entry_of(world, plan, work="Kiểm tra đèn", rhythm="quarterly", due_text="")
    approve(world, plan)
    office, chair, lead = world.actor("office_a"), chair_of(world), world.units["vp_a"]
    task, head = give_entries(actor=office, programme_id=plan.pk, entry_ids=[once.pk, often.pk])
    day = dt.date(2029, 5, 1)
    amend(chair, plan, once, day=day, work="Lắp 20 bộ đèn", product="20 bộ đèn", still_answers=True)
    task.refresh_from_db()
    assert (task.wording, task.product) == ("Lắp 20 bộ đèn", "20 bộ đèn")
    told = AuditEvent.objects.get(code="tasks.assignment.reworded", object_id=task.pk)
    assert (told.changes["fields"][1], told.reason) == (["wording", "product"], "Chờ vốn")
    (shown,) = [one for one in demands_of(plan, str(demand.reference_id)) if one.demand == demand]
    assert not shown.is_doubtful
    amend(chair, plan, often, rhythm="quarterly", work="Kiểm tra, thay đèn")
    period = head.parts.get(period_first__isnull=False)
    assert period.wording == f"Kiểm tra, thay đèn ({period.period_label})."
    amend(chair, plan, once, day=day, lead=Lead(lead.pk))
    task.refresh_from_db()
    assert (task.state, task.state_reason) == (AssignmentState.STOPPED, "Chờ vốn")
    again = Assignment.objects.get(programme_line__entry=once, state=AssignmentState.GIVEN)
    assert (again.unit, again.wording, again.due_on) == (lead, "Lắp 20 bộ đèn", day)
    assert line_of(office, again) == once


def test_only_released_lines_reach_the_state_and_nothing_else_does(world: World) -> None:
    party = plan_of(world, "party_a", "du_a")
    released = entry_of(world, party, work="Mở lớp học nghề cho thanh niên")
    entry_of(world, party, work="Việc nội bộ của cấp ủy")
    party_actor = world.actor("party_a")
    with pytest.raises(Conflict):
        release_entries(actor=party_actor, programme_id=party.pk, entry_ids=[released.pk])
    Programme.objects.filter(pk=party.pk).update(state=ProgrammeState.ADOPTED)
    release_entries(actor=party_actor, programme_id=party.pk, entry_ids=[released.pk])
    release_entries(actor=party_actor, programme_id=party.pk, entry_ids=[released.pk])
    line = ReleasedLine.objects.get()
    assert (line.unit, line.released_by_name) == (world.units["ubnd_a"], party_actor.name)
    plan = plan_of(world)
    assert [one.text for one in gathered(world, plan)] == ["Mở lớp học nghề cho thanh niên"]
    with pytest.raises(NotVisible):
        release_entries(actor=world.actor("office_a"), programme_id=party.pk, entry_ids=[released.pk])


def test_both_documents_are_official_and_the_checker_finds_no_fault_of_form(world: World) -> None:
    for persona, unit, layout in (("office_a", "ubnd_a", Layout.STATE), ("party_a", "du_a", Layout.PARTY)):
        programme = plan_of(world, persona, unit)
        entry_of(world, programme, work="Nâng cấp <b>đường</b> & cầu")
        entry_of(world, programme, part="coordination", work="Phối hợp khảo sát luồng lạch")
        title = "Các chỉ tiêu chủ yếu" if layout is Layout.PARTY else "Mục tiêu cụ thể"
        entry_of(world, programme, title=title, work="Tỷ lệ hộ dùng nước sạch", value=Decimal("95.5"), value_unit="%")
        content = content_of(programme)
        assert content.layout == layout
        data = compose_docx(content)
        word = docx.Document(BytesIO(data))
        cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
        assert "Nâng cấp <b>đường</b> & cầu" in cells
        assert len(content.annexes) == 3
        faults = [one for one in check(read(data, name="ke-hoach.docx")) if one.severity == "error"]
        assert faults == []
        keep_review(programme)
        of_form = [one for one in programme.findings if one["code"][:2] in ("TD", "TL", "CT")]
        # The world's lists are short: one item alone is a matter of style of what people wrote.
        assert {one["code"] for one in of_form} <= {"CT010"}


def test_what_the_rules_say_of_the_document_stands_with_its_line(world: World) -> None:
    plan = plan_of(world)
    entry_of(world, plan, work="Sửa chữa trạm bơm")
    wrong = entry_of(world, plan, work="Nạo vét kênh kênh nội đồng")
    check_again(actor=world.actor("office_a"), programme_id=plan.pk)
    plan.refresh_from_db()
    said = {one["pk"] for one in plan.findings if one["code"] == "CH013"}
    assert said == {str(wrong.pk)}
    assert plan.figure("findings") == counted(plan.findings) > 0
    office = world.actor("office_a")
    shown = get_workspace(office, plan.pk, only="soat").sections
    assert [line.entry for one in shown for line in one.entries] == [wrong]
    fields = entry_fields(world, work="Nạo vét kênh nội đồng")
    change_entry(actor=office, programme_id=plan.pk, entry_id=wrong.pk, version=1, fields=fields)
    assert not [one for one in get_workspace(office, plan.pk, only="soat").sections if one.entries]


def test_versions_say_what_changed_word_by_word(world: World) -> None:
    plan = plan_of(world)
    entry = entry_of(world, plan)
    actor = world.actor("office_a")
    kept = keep_version(actor=actor, programme_id=plan.pk, label="Trước họp")
    change_entry(
        actor=actor, programme_id=plan.pk, entry_id=entry.pk, version=1, fields=entry_fields(world, product="20 bộ đèn")
    )
    entry_of(world, plan, work="Việc thêm")
    changes = compare(kept.content, version_of(plan))
    assert [str(one.what) for one in changes] == ["sản phẩm", "thêm dòng"]
    assert ("gone", "12") in [(piece.kind, piece.text) for piece in changes[0].pieces]


def test_a_broken_template_names_the_line_and_is_not_kept(world: World) -> None:
    actor, unit = world.actor("office_a"), world.units["ubnd_a"]
    labels = {name: name for name in ("work", "people", "means", "time", "authority", "product")}

    def make(outline: str) -> object:
        return create_template(
            actor=actor, unit_id=unit.pk, kind=ProgrammeKind.PLAN, name="Mẫu xã", outline=outline, labels=labels
        )

    with pytest.raises(DomainError) as broken:
        make("# Một [nhiệm vụ]\n{huyện}\n")
    assert "Dòng 2" in broken.value.message
    template = make("# Một [nhiệm vụ]\n")
    plan = create_programme(
        actor=actor, unit_id=unit.pk, kind=ProgrammeKind.PLAN, template=str(template.pk),  # type: ignore[attr-defined]  # a template
        first_year=2026, last_year=2030,
    )  # fmt: skip
    assert [one.title for one in plan.sections.all()] == ["Một"]
    assert plan.labels["work"] == "work"

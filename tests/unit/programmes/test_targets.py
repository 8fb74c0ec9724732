"""What higher levels ask as targets: gathered from documents and the register, answered, weakened, disputed, issued."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.factories.at_once import at_once
from tests.factories.programmes import chair_of, entry_of, plan_of
from tests.factories.targets import HOUSES, give, make_share
from tests.factories.tasks import DocumentSpec, make_document
from tests.personas import World

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.documents.models import Document, Reading
from sauro.programmes.enums import DemandOrigin, DemandState, MarkKind
from sauro.programmes.models import Demand, Entry, EntryTarget, Programme
from sauro.programmes.selectors.coverage import sources_of
from sauro.programmes.selectors.lines import lines_of_target
from sauro.programmes.selectors.values import disagreements, settled_words
from sauro.programmes.services.amending import Lead
from sauro.programmes.services.amending_targets import TargetAmendment, amend_target
from sauro.programmes.services.answering import take_up
from sauro.programmes.services.gathering import gather_demands
from sauro.programmes.services.releasing import release_entries
from sauro.programmes.services.setting import set_targets
from sauro.targets.models import Ask, Settlement, Share, YearLine
from sauro.targets.rules import Amount
from sauro.targets.services.asks import AskedValue, Place, take_target
from sauro.targets.services.lines import PathEntry, set_path
from sauro.targets.services.settling import settle, settle_at

D = Decimal
TARGETS = "Mục tiêu cụ thể"
SENTENCES = {
    "first": "Phấn đấu đến năm 2030 hoàn thành 45 căn nhà ở xã hội.",
    "second": "Đến năm 2030 hoàn thành 60 căn nhà ở xã hội.",
}


def document_asking(world: World, sentence: str, value: int) -> Document:
    """A document taken in by commune A, in which the reader found one target."""
    document = make_document(world.units["ubnd_a"], DocumentSpec([sentence]), units=(world.units["ubnd_a"],))
    reading = Reading.objects.select_related("text").get(document=document, is_current=True)
    start = reading.text.text.index(sentence)
    found: dict[str, Any] = {
        "start": start, "end": start + len(sentence), "text": sentence, "indicator": HOUSES.name, "operator": ">=",
        "value": value, "unit": "căn", "period": "đến năm 2030",
    }  # fmt: skip
    reading.extraction = {**reading.extraction, "targets": [found]}
    reading.save()
    return document


def taken(world: World, document: Document, value: int, share_id: Any = None) -> Ask:
    """The target of a document, taken into the register of commune A."""
    reading = Reading.objects.get(document=document, is_current=True)
    (found,) = reading.extraction["targets"]
    return take_target(
        actor=world.actor("office_a"), document_id=document.pk, place=Place(found["start"], found["end"]),
        asked=AskedValue(2030, D(value), "căn"), share_id=share_id, fields=None if share_id else HOUSES,
    )  # fmt: skip


def gathered(world: World, plan: Programme) -> list[Demand]:
    gather_demands(actor=world.actor("office_a"), programme_id=plan.pk)
    rows = Demand.objects.filter(programme=plan, kind="target").select_related("ask")
    return list(rows.order_by("position"))


def line(world: World, plan: Programme, **columns: Any) -> Entry:
    """A target line of the plan; houses to be finished by 2030 where nothing else is said."""
    held = {"work": HOUSES.name, "value": D(45), "value_unit": "căn", "target_year": 2030, "due_text": "", **columns}
    return entry_of(world, plan, title=TARGETS, **held)


def weakened(entry: Entry) -> list[tuple[str, str]]:
    entry.refresh_from_db()
    return [(one["asked"], one["taken"]) for one in entry.marks if one["kind"] == MarkKind.WEAKENED]


def office(world: World) -> Actor:
    return world.actor("office_a")


def test_targets_of_documents_and_of_the_register_are_asked_once(world: World) -> None:
    document = document_asking(world, SENTENCES["first"], 45)
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {2027: 12})
    plan = plan_of(world)
    found, given = gathered(world, plan)
    assert (found.origin, found.value, found.value_unit, found.year, found.direction) == (
        DemandOrigin.DOCUMENT, 45, "căn", 2030, "",
    )  # fmt: skip
    assert (given.origin, given.value, given.year, given.direction) == (DemandOrigin.ASKED, 12, 2027, "up")
    assert given.ask is not None
    assert given.ask.share_id == part.pk
    assert [one.key for one in sources_of(plan) if one.total] == [str(found.reference_id), "asked"]
    ask = taken(world, document, 45, part.pk)
    assert [(one.pk, one.ask_id, one.direction) for one in gathered(world, plan)] == [
        (found.pk, ask.pk, "up"), (given.pk, given.ask_id, "up"),
    ]  # fmt: skip
    give(world, whole, "ubnd_a", {2027: 15})
    changed = gathered(world, plan)[1]
    assert (changed.value, changed.is_source_changed, changed.state) == (15, True, DemandState.OPEN)


def test_lower_value_and_later_year_are_weakened_with_both_values(world: World) -> None:
    give(world, make_share(world), "ubnd_a", {2028: 12})
    plan = plan_of(world)
    (demand,) = gathered(world, plan)
    lower = line(world, plan, value=D(10), target_year=2028, demand_id=demand.pk)
    later = line(world, plan, value=D(12), target_year=2030, demand_id=demand.pk)
    enough = line(world, plan, value=D(30), path={2028: D(12)}, demand_id=demand.pk)
    assert weakened(lower) == [("12 căn vào năm 2028", "10 căn vào năm 2028")]
    assert weakened(later) == [("12 căn vào năm 2028", "12 căn vào năm 2030")]
    assert weakened(enough) == []
    demand.refresh_from_db()
    assert demand.state == DemandState.TAKEN_UP


def test_line_of_the_register_takes_its_definition_and_wrong_years_are_refused(world: World) -> None:
    part = give(world, make_share(world), "ubnd_a", {2028: 12})
    plan = plan_of(world)
    entry = line(world, plan, value_unit="hộ", target_share_id=part.pk)
    assert (entry.value_unit, entry.rule, entry.year_values) == ("căn", "sum", {2030: 45})
    for columns, code in (
        ({"target_year": 2031}, "year-outside"),
        ({"target_year": None, "path": {2027: D(3)}}, "year-needed"),
        ({"path": {2030: D(3)}}, "path-after"),
        ({"target_share_id": make_share(world, HOUSES, persona="office_b", unit="ubnd_b").pk}, "share-unknown"),
    ):
        with pytest.raises(DomainError) as refused:
            line(world, plan, **columns)
        assert refused.value.code == code


def test_two_documents_disagree_until_a_person_settles_and_the_value_flows_back(world: World) -> None:
    documents = [document_asking(world, SENTENCES["first"], 45), document_asking(world, SENTENCES["second"], 60)]
    plan = plan_of(world)
    first, second = gathered(world, plan)
    entry = line(world, plan, demand_id=first.pk)
    take_up(actor=office(world), programme_id=plan.pk, demand_id=second.pk, entry_id=entry.pk)
    (before,) = disagreements(office(world), plan)
    assert ([one.value for one in before.rivals], before.line) == (["45 căn vào năm 2030", "60 căn vào năm 2030"], None)
    ask = taken(world, documents[0], 45)
    other = taken(world, documents[1], 60, ask.share_id)
    assert weakened(entry) == [("60 căn vào năm 2030", "45 căn vào năm 2030")]
    (registered,) = disagreements(office(world), plan)
    year = YearLine.objects.get(share_id=ask.share_id, year=2030)
    assert (registered.line, registered.may_decide) == (year, True)
    assert not disagreements(world.actor("servant_a"), plan)[0].may_decide
    settle(actor=office(world), line_id=year.pk, chosen_id=ask.pk, reason="Đất ở chỉ đủ 45 căn")
    assert disagreements(office(world), plan) == []
    assert weakened(entry) == []
    assert settled_words(plan)[other.pk].reason == "Đất ở chỉ đủ 45 căn"


def test_less_than_asked_is_settled_with_who_allowed_it_and_the_mark_clears(world: World) -> None:
    part = give(world, make_share(world), "ubnd_a", {2028: 12})
    plan = plan_of(world)
    (demand,) = gathered(world, plan)
    entry = line(world, plan, value=D(10), target_year=2028, demand_id=demand.pk, target_share_id=part.pk)
    assert weakened(entry)
    year = YearLine.objects.get(share=part, year=2028)

    def decide(value: int, allowed_by: str, reason: str = "Thiếu đất") -> None:
        settle_at(actor=office(world), line_id=year.pk, target=Amount(D(value)), reason=reason, allowed_by=allowed_by)

    for value, allowed_by, reason, code in (
        (10, "", "Thiếu đất", "permission-needed"), (10, "Công văn 9/UBND", " ", "reason-needed"),
        (12, "Công văn 9/UBND", "Thiếu đất", "value-asked"),
    ):  # fmt: skip
        with pytest.raises(DomainError) as refused:
            decide(value, allowed_by, reason)
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        settle_at(
            actor=world.actor("servant_a"), line_id=year.pk, target=Amount(D(10)), reason="Thiếu đất",
            allowed_by="Công văn 9/UBND",
        )  # fmt: skip
    decide(10, "Công văn 9/UBND")
    assert weakened(entry) == []
    plan.refresh_from_db()
    assert plan.figure("faults") == 0
    kept = Settlement.objects.get()
    assert (kept.before, kept.after, kept.is_weaker, kept.allowed_by) == (12, 10, True, "Công văn 9/UBND")
    assert settled_words(plan)[demand.ask_id].value == "10 căn vào năm 2028"
    issued(world, plan)
    set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[entry.pk])
    with pytest.raises(Conflict, match="đã thống nhất theo 10"):
        set_path(
            actor=office(world), share_id=part.pk, baseline_year=None, baseline=None,
            entries=[PathEntry(2028, Amount(D(9)))],
        )  # fmt: skip


def test_deciding_and_setting_a_target_at_once_wait_for_no_lock_of_each_other(committed_world: World) -> None:
    world = committed_world
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {2028: 12})
    higher = [PathEntry(2028, Amount(D(13)))]
    set_path(actor=office(world), share_id=part.pk, baseline_year=None, baseline=None, entries=higher)
    give(world, whole, "ubnd_a", {2028: 15})
    plan = plan_of(world)
    (demand,) = gathered(world, plan)
    entry = line(world, plan, value=D(15), target_year=2028, demand_id=demand.pk, target_share_id=part.pk)
    issued(world, plan)
    year = YearLine.objects.get(share=part, year=2028)
    outcomes = at_once(
        lambda: settle(actor=office(world), line_id=year.pk, chosen_id=demand.ask_id, reason="Giao sau"),
        lambda: set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[entry.pk]),
    )
    assert outcomes == ["ok", "ok"]
    assert targets_of(part) == {2028: 15}


def issued(world: World, plan: Programme) -> Programme:
    Programme.objects.filter(pk=plan.pk).update(state="issued", number="7/KH-UBND", issued_on=today())
    plan.refresh_from_db()
    return plan


def test_issued_lines_become_targets_of_the_register_and_an_amendment_moves_them(world: World) -> None:
    whole = make_share(world)
    part = give(world, whole, "ubnd_a", {2030: 45})
    plan = plan_of(world)
    asked_for = line(world, plan, target_share_id=part.pk, path={2028: D(20)})
    own = line(world, plan, work="Số tuyến đường có đèn", value_unit="tuyến", lead_unit_id=world.units["ubnd_a"].pk)
    empty = line(world, plan, work="Số lớp học", value=None, target_year=None)
    with pytest.raises(Conflict, match="đã ban hành"):
        set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[own.pk])
    issued(world, plan)
    with pytest.raises(DomainError, match="chưa có giá trị"):
        set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[own.pk, empty.pk])
    assert not EntryTarget.objects.exists()
    first, second = set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[asked_for.pk, own.pk])
    assert (first.share, second.part) == (part, None)
    assert first.part is not None
    assert first.part.unit == world.units["pkt_a"]  # the office that leads has it as its part
    assert targets_of(first.part) == targets_of(part) == {2028: 20, 2030: 45}
    assert second.share.indicator.owner_unit == world.units["ubnd_a"]
    assert [one.pk for one in lines_of_target(office(world), first.part)] == [asked_for.pk]
    assert lines_of_target(world.actor("office_b"), first.part) == []
    with pytest.raises(Conflict, match="đã thành chỉ tiêu"):
        set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[own.pk])
    with pytest.raises(NotAllowed):
        set_targets(actor=world.actor("servant_a"), programme_id=plan.pk, entry_ids=[own.pk])


def test_an_amendment_moves_the_years_the_name_and_the_lead_of_a_target(world: World) -> None:
    part = give(world, make_share(world), "ubnd_a", {2030: 45})
    plan = plan_of(world)
    asked_for = line(world, plan, target_share_id=part.pk, path={2028: D(20)})
    own = line(world, plan, work="Số tuyến đường có đèn", value_unit="tuyến", lead_unit_id=world.units["ubnd_a"].pk)
    issued(world, plan)
    first, second = set_targets(actor=office(world), programme_id=plan.pk, entry_ids=[asked_for.pk, own.pk])
    assert first.part is not None
    chair, lead = chair_of(world), world.units["vp_a"]

    def amend(entry: Entry, value: int, **columns: Any) -> None:
        held = TargetAmendment("Thêm đất", D(value), 2030, **columns)
        amend_target(actor=chair, programme_id=plan.pk, entry_id=entry.pk, amendment=held)

    amend(asked_for, 50, path={2028: D(22), 2029: D(30)})
    assert targets_of(first.part) == targets_of(part) == {2028: 22, 2029: 30, 2030: 50}
    assert plan.versions.order_by("-number").first().label == "Trước điều chỉnh: Thêm đất"
    amend(asked_for, 50, path={2029: D(30)}, lead=Lead(lead.pk))
    assert targets_of(part) == {2029: 30, 2030: 50}  # nobody asks for 2028
    assert targets_of(first.part) == {}
    moved = EntryTarget.objects.get(entry=asked_for).part
    assert moved is not None
    assert (moved.unit, targets_of(moved)) == (lead, {2029: 30, 2030: 50})
    amend(own, 45, work="Số tuyến đường liên ấp có đèn", lead=Lead(world.units["ubnd_a"].pk))
    second.share.indicator.refresh_from_db()
    assert second.share.indicator.name == "Số tuyến đường liên ấp có đèn"
    with pytest.raises(Conflict, match="nên không ghi mức kém hơn"):
        amend(asked_for, 9)
    assert targets_of(part) == {2029: 30, 2030: 50}


def targets_of(share: Share) -> dict[int, Decimal]:
    rows = YearLine.objects.filter(share=share, target__isnull=False)
    return {row.year: row.target for row in rows if row.target is not None}


def test_only_targets_that_a_person_released_reach_the_plan_with_their_values(world: World) -> None:
    party = plan_of(world, "party_a", "du_a")
    entry = entry_of(
        world, party, title="Các chỉ tiêu chủ yếu", work=HOUSES.name, value=D(45), value_unit="căn", target_year=2030,
        path={2028: D(20)}, due_text="",
    )  # fmt: skip
    plan = plan_of(world)
    assert gathered(world, plan) == []
    Programme.objects.filter(pk=party.pk).update(state="adopted")
    release_entries(actor=world.actor("party_a"), programme_id=party.pk, entry_ids=[entry.pk])
    (demand,) = gathered(world, plan)
    assert (demand.value, demand.year, demand.direction) == (45, 2030, "up")
    assert demand.released is not None
    assert demand.released.path == {"2028": "20"}
    assert weakened(line(world, plan, value=D(40), demand_id=demand.pk)) == [
        ("45 căn vào năm 2030", "40 căn vào năm 2030")
    ]

"""Recruitment starts from what moves leave, never takes more than planned, and ends in a post or a contract."""

from __future__ import annotations

import pytest
from tests.factories.at_once import at_once
from tests.factories.staffing import answered, candidate_of, movable, needed, on_the_map, recruited
from tests.factories.workforce import KEEPER, allot, days, dossier_of, make_post, place
from tests.personas import World

from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.staffing.enums import CandidateState, PlanState, Way
from sauro.staffing.models import Candidate, RecruitmentLine
from sauro.staffing.selectors.recruitment import lines_of, sums_by_field
from sauro.staffing.services.recruiting import (
    Applied,
    Settled,
    add_candidate,
    make_plan,
    move_plan,
    save_line,
    settle_candidate,
)


def _settle(world: World, candidate: Candidate, state: CandidateState, **more: object) -> Candidate:
    seen = CandidateState(Candidate.objects.get(pk=candidate.pk).state)
    settled = Settled(state, decision="15/QĐ-UBND", **more)  # type: ignore[arg-type]  # fields of Settled by name
    return settle_candidate(actor=world.actor(KEEPER), candidate_id=candidate.pk, seen=seen, settled=settled)


@pytest.mark.django_db
def test_a_plan_takes_what_moves_leave_and_is_fixed_once_approved(world: World) -> None:
    movable(world, "Nguyễn Thị Mẫu")
    needed(world, number=3)
    on_the_map(world)
    scenario, actor = answered(world), world.actor(KEEPER)
    province, unit, year = world.units["province"], world.units["ubnd_b"], today().year
    with pytest.raises(DomainError):
        make_plan(actor=actor, unit_id=province.pk, name=" ", year=year)
    with pytest.raises(NotAllowed):
        make_plan(actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, name="Thử", year=year)
    plan = make_plan(
        actor=actor, unit_id=province.pk, name="Tuyển dụng", year=year, way=Way.EXAM, scenario_id=scenario.pk
    )
    line = plan.lines.get()
    assert (line.unit, line.number, line.way) == (unit, 2, Way.EXAM)
    with pytest.raises(Conflict):
        add_candidate(actor=actor, line_id=line.pk, applied=Applied("Phan Thị Giả Định"))
    scarce = make_post("CNTT", "Chuyên gia công nghệ")
    save_line(actor=actor, plan_id=plan.pk, unit_id=unit.pk, post_id=scarce.pk, number=1, way=Way.CONTRACT)
    save_line(actor=actor, plan_id=plan.pk, unit_id=unit.pk, post_id=line.post_id, number=0, way=Way.EXAM)
    assert [(one.post, one.number) for one in lines_of(plan)] == [(scarce, 1)]
    with pytest.raises(DomainError) as undecided:
        move_plan(actor=actor, plan_id=plan.pk, seen=PlanState.DRAFT)
    assert undecided.value.code == "decision-needed"
    move_plan(actor=actor, plan_id=plan.pk, seen=PlanState.DRAFT, decision="14/QĐ-UBND")
    with pytest.raises(Conflict):
        save_line(actor=actor, plan_id=plan.pk, unit_id=unit.pk, post_id=scarce.pk, number=2, way=Way.CONTRACT)
    with pytest.raises(Conflict):
        move_plan(actor=actor, plan_id=plan.pk, seen=PlanState.DRAFT, decision="14/QĐ-UBND")


@pytest.mark.django_db
def test_results_end_in_a_post_or_a_contract(world: World) -> None:
    unit, post = world.units["ubnd_a"], make_post()
    allot(world, 1)
    line = recruited(unit, post, None)
    first, second = candidate_of(line, "Phan Thị Giả Định"), candidate_of(line, "Trần Văn Thử")
    with pytest.raises(NotVisible):
        settle_candidate(
            actor=world.actor("office_b"), candidate_id=first.pk, seen=CandidateState.APPLIED,
            settled=Settled(CandidateState.FAILED, decision="1"),
        )  # fmt: skip
    with pytest.raises(DomainError) as early:
        _settle(world, first, CandidateState.APPOINTED)
    assert early.value.code == "not-passed"
    _settle(world, first, CandidateState.PASSED, result="82 điểm")
    with pytest.raises(Conflict) as full:
        _settle(world, second, CandidateState.PASSED)
    assert full.value.code == "line-full"
    dossier = dossier_of(world, "Phan Thị Giả Định")
    for code in ("", "HS-2026-999999", dossier.code):
        with pytest.raises(DomainError) as nowhere:
            _settle(world, first, CandidateState.APPOINTED, dossier_code=code)
        assert nowhere.value.code == "not-in-post"
    place(world, dossier, post=post)
    assert _settle(world, first, CandidateState.APPOINTED, dossier_code=dossier.code).dossier == dossier
    actor = world.actor(KEEPER)
    with pytest.raises(DomainError) as waiting:
        move_plan(actor=actor, plan_id=line.plan_id, seen=PlanState.APPROVED)
    assert waiting.value.code == "still-open"
    _settle(world, second, CandidateState.FAILED)
    (told,) = sums_by_field(lines_of(line.plan))
    assert (told.number, told.applied, told.passed, told.appointed, told.left) == (1, 2, 1, 1, 0)
    assert move_plan(actor=actor, plan_id=line.plan_id, seen=PlanState.APPROVED).state == PlanState.CLOSED


@pytest.mark.django_db
def test_scarce_skills_are_taken_by_contract(world: World) -> None:
    line = recruited(world.units["ubnd_a"], make_post("CNTT", "Chuyên gia"), None, way="contract")
    scarce = candidate_of(line, "Lê Thị Ví Dụ")
    _settle(world, scarce, CandidateState.PASSED)
    with pytest.raises(DomainError) as endless:
        _settle(world, scarce, CandidateState.APPOINTED, contract="1/HĐ", contract_since=days(0))
    assert endless.value.code == "contract-incomplete"
    held = {"contract": "1/HĐ", "contract_since": days(0), "contract_until": days(365)}
    assert _settle(world, scarce, CandidateState.APPOINTED, **held).contract_until == days(365)


def test_two_results_at_once_fill_one_post(committed_world: World) -> None:
    world = committed_world
    line = recruited(world.units["ubnd_a"], make_post(), None)
    people = [candidate_of(line, name) for name in ("Phan Thị Giả Định", "Trần Văn Thử")]
    outcome = at_once(*(lambda one=one: _settle(world, one, CandidateState.PASSED) for one in people))
    assert outcome == ["line-full", "ok"]
    assert RecruitmentLine.objects.get().candidates.filter(state=CandidateState.PASSED).count() == 1

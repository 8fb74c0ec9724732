"""Makes what proposals of moves are calculated from, and answers, for tests."""

from __future__ import annotations

import datetime as dt

from sauro.organizations.models import Unit
from sauro.staffing.enums import ScenarioState
from sauro.staffing.models import (
    Candidate,
    Consent,
    Need,
    PlaceData,
    ProposedMove,
    RecruitmentLine,
    RecruitmentPlan,
    Scenario,
    Standing,
    Unplaced,
)
from sauro.staffing.services.running import Question, ask_scenario, run_scenario
from sauro.staffing.solver.problem import Weights
from sauro.workforce.models import Post, Tenure
from tests.factories.workforce import KEEPER, allotted, days, known, make_post, taken
from tests.personas import World
from vanban.text.normalize import fold, name_sort_key

LIMITS = [
    {
        "field": "Chuyên viên", "posts": 2, "left": 1, "people": 1, "unplaced": 0, "without_candidate": 1,
        "bars": {"consent": 1},
    }
]  # fmt: skip


def scenario_row(unit: Unit, name: str, *, state: ScenarioState = ScenarioState.READY) -> Scenario:
    """Store a scenario, without its calculation."""
    return Scenario.objects.create(
        name=name, unit=unit, domain=unit.domain, day=days(30), state=state, points=300, bound=300, limits=LIMITS,
        made_by_name="Đỗ Văn Mẫu", search_key=fold(name), failure="Chưa có gì",
    )  # fmt: skip


def proposed(scenario: Scenario, tenure: Tenure, to: Unit) -> ProposedMove:
    """Store a move that a scenario proposes for who holds a post."""
    return ProposedMove.objects.create(
        scenario=scenario, dossier=tenure.dossier, from_unit=tenure.unit, unit=to, post=tenure.post, minutes=40,
        support=0, importance=300, distance=-60, circumstances=0, support_points=0, fairness=60, candidates=2,
        reason="Theo đề nghị", decided_by_name="Đỗ Văn Mẫu",
    )  # fmt: skip


def unplaced(scenario: Scenario, tenure: Tenure, *, bar: str = "consent") -> Unplaced:
    """Store that a scenario does not propose who holds a post."""
    return Unplaced.objects.create(
        scenario=scenario, dossier=tenure.dossier, from_unit=tenure.unit, field=tenure.post.title, bar=bar
    )


def recruited(unit: Unit, post: Post, scenario: Scenario | None, *, way: str = "exam") -> RecruitmentLine:
    """Store an approved plan of recruitment with one line for one person, and return the line."""
    name = "Kế hoạch tuyển dụng thử"
    plan = RecruitmentPlan.objects.create(
        name=name, unit=unit, domain=unit.domain, year=2026, scenario=scenario, state="approved",
        decision="14/QĐ-UBND", made_by_name="Đỗ Văn Mẫu", search_key=fold(name),
    )  # fmt: skip
    return RecruitmentLine.objects.create(plan=plan, unit=unit, post=post, number=1, way=way)


def candidate_of(line: RecruitmentLine, name: str) -> Candidate:
    """Store that somebody applied for a line."""
    return Candidate.objects.create(
        line=line, full_name=name, birth_year=1999, degree="Đại học Luật", result="Đủ điều kiện", decision="13/TB-HĐ",
        search_key=fold(name), sort_key=name_sort_key(name),
    )  # fmt: skip


def movable(
    world: World, name: str, *, unit: str = "ubnd_a", post: Post | None = None, consents: bool = True
) -> Tenure:
    """Store somebody in a post of a unit who could move."""
    dossier = known(world.units[unit], name)
    tenure = taken(dossier, post or make_post(), allotted(world.units[unit]))
    Standing.objects.create(dossier=dossier, could_move=True)
    if consents:
        Consent.objects.create(dossier=dossier)
    return tenure


def needed(world: World, *, unit: str = "ubnd_b", post: Post | None = None, number: int = 1) -> Need:
    """Store vacant posts of a unit, meant for a position."""
    for _one in range(number):
        allotted(world.units[unit])
    return Need.objects.create(unit=world.units[unit], post=post or make_post(), number=number)


def on_the_map(world: World) -> None:
    """Store the points of both communes, some 30 km apart."""
    for letter, latitude in (("a", 10.4), ("b", 10.6)):
        PlaceData.objects.create(unit=world.units[f"commune_{letter}"], latitude=latitude, longitude=105.1)


def answered(
    world: World, *, weights: Weights | None = None, day: dt.date | None = None, consent_needed: bool = True,
    name: str = "Phương án thử",
) -> Scenario:  # fmt: skip
    """Ask for a scenario of the province as the keeper, calculate it, and return it."""
    question = Question(name, day or days(30), weights or Weights(), consent_needed=consent_needed)
    made = ask_scenario(actor=world.actor(KEEPER), unit_id=world.units["province"].pk, question=question)
    run_scenario(scenario_id=made.pk)
    made.refresh_from_db()
    return made
